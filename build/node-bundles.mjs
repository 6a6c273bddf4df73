/** The five programs that run under Node or Electron, one CommonJS file each. */
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { replaceFile } from './replace.mjs'
import { out, root } from './stamp.mjs'

const entries = {
  main: 'electron/main.ts',
  preload: 'electron/preload.ts',
  engine: 'electron/engine/index.ts',
  cli: 'electron/engine/cli.ts',
  chromium: 'electron/host/chromium-start.ts',
}

/** Native, given by the runtime, or (playwright-core) for development only. */
const external = ['better-sqlite3', 'electron', 'playwright-core', '@napi-rs/canvas']

/** ES modules know their own place by `import.meta`; a CommonJS bundle must be told. */
const place = {
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  define: { 'import.meta.url': 'bundleUrl', 'import.meta.dirname': '__dirname' },
}

export const makeNodeBundles = async () => {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(
      Object.entries(entries).filter(
        ([name, file]) => name !== 'preload' && existsSync(join(root, file)),
      ),
    ),
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
    ...place,
  })
  // The preload runs in a sandbox that knows no `node:url`.
  const preload = await build({
    absWorkingDir: root,
    entryPoints: { preload: entries.preload },
    outdir: out,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    external,
    logLevel: 'warning',
    write: false,
  })
  for (const file of [...outputFiles, ...preload.outputFiles])
    replaceFile(join(out, basename(file.path)), file.contents)
}
