/** The six programs that run under Node or Electron, one CommonJS file each. */
import { basename, join } from 'node:path'
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
  write: false,
}

export const makeNodeBundles = async () => {
  const { preload, ...others } = entries
  const built = await Promise.all([
    build({ ...common, ...place, entryPoints: others }),
    // The preload runs in a sandbox that knows no `node:url`.
    build({ ...common, entryPoints: { preload } }),
  ])
  for (const file of built.flatMap(({ outputFiles }) => outputFiles))
    replaceFile(join(out, basename(file.path)), file.contents)
}
