/** The programs that run under Node or Electron, one CommonJS file each, and the libraries they share. */
import { mkdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { build } from 'esbuild'
import { replaceFile } from './replace.mjs'
import { out, root } from './stamp.mjs'

const entries = {
  main: 'electron/main.ts',
  preload: 'electron/preload.ts',
  engine: 'electron/engine/index.ts',
  cli: 'electron/engine/cli.ts',
  extract: 'electron/engine/extract/worker.ts',
  chromium: 'electron/host/chromium-start.ts',
}

/** Native, given by the runtime, or (playwright-core) for development only. */
const external = ['better-sqlite3', 'electron', 'playwright-core', '@napi-rs/canvas']

/**
 * Large libraries that most runs do without, each a file of its own, which is read when it is asked
 * for: a program's whole text costs memory and time, used or not.
 */
const libraries = {
  'lib/excelts': '@cj-tech-master/excelts',
  'lib/fontkit': 'fontkit',
  'lib/pdf-lib': '@cantoo/pdf-lib',
  'lib/pdfjs': 'pdfjs-dist/legacy/build/pdf.mjs',
  'lib/pdfjs-worker': 'pdfjs-dist/legacy/build/pdf.worker.mjs',
  'lib/pdfmake': 'pdfmake',
}

const apart = {
  name: 'libraries-apart',
  setup: ({ onResolve }) => {
    const names = Object.entries(libraries).map(([file, name]) => [name, `./${file}.cjs`])
    const places = new Map(names)
    onResolve({ filter: /^[@a-z]/ }, ({ path, importer }) =>
      places.has(path) && !importer.includes('node_modules')
        ? { path: places.get(path), external: true }
        : undefined,
    )
  },
}

/** ES modules know their own place by `import.meta`; a CommonJS bundle must be told. */
const place = {
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  define: { 'import.meta.url': 'bundleUrl', 'import.meta.dirname': '__dirname' },
}

const common = {
  absWorkingDir: root,
  outdir: out,
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  external,
  legalComments: 'none',
  logLevel: 'warning',
  // stdout belongs to the command that asked for the build.
  logOverride: { 'empty-import-meta': 'silent' },
  // What is loaded late is loaded by `require`, as all else in these programs.
  supported: { 'dynamic-import': false },
  write: false,
}

export const makeNodeBundles = async () => {
  const { preload, ...others } = entries
  const built = await Promise.all([
    build({ ...common, ...place, entryPoints: others, plugins: [apart] }),
    build({ ...common, ...place, entryPoints: libraries, minifyWhitespace: true }),
    // The preload runs in a sandbox that knows no `node:url`.
    build({ ...common, entryPoints: { preload } }),
  ])
  mkdirSync(join(out, 'lib'), { recursive: true })
  for (const file of built.flatMap(({ outputFiles }) => outputFiles))
    replaceFile(join(out, relative(out, file.path)), file.contents)
}
