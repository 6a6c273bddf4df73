/** The Chromium host as a program: `chromium.cjs <browser> [bundle…]` opens the window and ends with it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import en from '../../shared/text/en/host.json' with { type: 'json' }
import zh from '../../shared/text/zh-CN/host.json' with { type: 'json' }
import { configFolder } from '../engine/config.ts'
import { openChromium } from './chromium.ts'
import { bundlesIn } from './opened-files.ts'

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
    opened: bundlesIn(process.argv.slice(3), process.cwd()),
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void host.close())
  await host.closed
}

/** A browser that finds its profile in use hands over to the one that uses it, and says so. */
const sentencesFor = ({ message }: Error): readonly string[] =>
  [zh, en].map((words) =>
    /existing browser session|ProcessSingleton/.test(message)
      ? words.alreadyOpen
      : words.cannotOpen.replace('{{reason}}', message.split('\n')[0] ?? ''),
  )

run(process.argv[2] ?? '').then(
  () => process.exit(0),
  (error: Error) => {
    for (const sentence of sentencesFor(error)) process.stderr.write(`${sentence}\n`)
    process.exit(3)
  },
)
