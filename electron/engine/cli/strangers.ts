/** Holds a bundle against tools that are not ours: unzip, sha256sum and openssl. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** `passed` is null where the tool is not on this computer. */
export type StrangerResult = { readonly tool: string; readonly passed: boolean | null }

function run(tool: string, args: readonly string[], cwd: string): boolean | null {
  const { error, status } = spawnSync(tool, args, { cwd, encoding: 'utf8' })
  return error ? null : status === 0
}

const tagManifest = 'tagmanifest-sha256.txt'

const cms = (extra: readonly string[]): string[] => [
  ...['cms', '-verify', '-binary', '-inform', 'DER', '-noverify', ...extra],
  ...['-in', join('signatures', `${tagManifest}.p7s`), '-content', tagManifest, '-out', '-'],
]

/** Unpacks `bundle` into `folder` and lets each tool judge. */
export function strangersJudge(bundle: string, folder: string): StrangerResult[] {
  mkdirSync(folder, { recursive: true })
  const unpacked = run('unzip', ['-q', '-o', bundle, '-d', folder], folder)
  const [root = ''] = readdirSync(folder)
  const bag = join(folder, root)
  const whole = existsSync(join(bag, tagManifest))
  const inBag = (tool: string, args: readonly string[]) => whole && run(tool, args, bag)
  return [
    { tool: 'unzip', passed: unpacked },
    {
      tool: 'sha256sum manifest',
      passed: inBag('sha256sum', ['-c', '--strict', '--quiet', 'manifest-sha256.txt']),
    },
    {
      tool: 'sha256sum tagmanifest',
      passed: inBag('sha256sum', ['-c', '--strict', '--quiet', tagManifest]),
    },
    { tool: 'openssl cms', passed: inBag('openssl', cms([])) },
    { tool: 'openssl cms -cades', passed: inBag('openssl', cms(['-cades'])) },
  ]
}
