/** The Chromium host as a program: `chromium.cjs <browser>` opens the window and ends with it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openChromium } from './chromium.ts'
import { configFolder } from './config-folder.ts'

const out = import.meta.dirname
const { version } = JSON.parse(readFileSync(join(out, '../package.json'), 'utf8'))

const run = async (executable: string) => {
  const host = await openChromium({
    page: join(out, 'page'),
    assets: join(out, 'assets'),
    config: configFolder(),
    version,
    executable,
    headless: false,
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void host.close())
  await host.closed
}

run(process.argv[2] ?? '').then(
  () => process.exit(0),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(3)
  },
)
