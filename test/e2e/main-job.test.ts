import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { strangersJudge } from '../../electron/engine/cli/strangers.ts'
import type { VerifyReport } from '../../shared/model/bundle.ts'
import { onElectron } from '../support/app.ts'
import { cli, cliJson } from '../support/cli.ts'
import { root, tempFolder } from '../support/house.ts'

/** A namespace of its own, where not even a loopback is up: root's, or a user's own. */
const alone = [
  ['unshare', '-n'],
  ['unshare', '-rn'],
].find(([program = '', ...args]) => spawnSync(program, [...args, 'true']).status === 0)

test.skipIf(!alone)(
  'the main job by hand, from an empty vault to verified bundles, without any network',
  () => {
    const folder = tempFolder()
    const [program = '', ...args] = alone ?? []
    const said = execFileSync(
      program,
      [...args, process.execPath, join(root, 'test/e2e/main-job.ts'), folder],
      { encoding: 'utf8', env: process.env, maxBuffer: 1 << 26 },
    )
    const { factory, base, ports, requests } = JSON.parse(said.trimEnd().split('\n').at(-1) ?? '')

    // Nothing was asked of anybody but the app itself, and nothing listened.
    expect(ports).toEqual([])
    const origins = new Set(
      requests.map((url: string) => new URL(url).protocol + new URL(url).host),
    )
    expect(requests.length).toBeGreaterThan(0)
    if (!onElectron)
      expect([...origins].filter((at) => !/^(blob|data):/.test(String(at)))).toHaveLength(1)

    for (const bundle of [factory, base]) {
      const { status, json } = cliJson<VerifyReport>('verify', bundle)
      expect(json.reasons).toEqual([])
      expect(status).toBe(0)
      expect(json.signer?.name).toBe('江苏端到端测试有限公司')
      const judges = strangersJudge(bundle, join(folder, 'unpacked', bundle === base ? 'b' : 'f'))
      expect(judges.filter(({ passed }) => passed !== true)).toEqual([])
    }
    const names = execFileSync('unzip', ['-Z1', factory], { encoding: 'utf8' })
    expect(names).toContain('投入专项审计报告.pdf')
    expect(names).toContain('营业执照.pdf')
    expect(execFileSync('unzip', ['-Z1', base], { encoding: 'utf8' })).toMatch(/申报书\.pdf/)

    // The factory's application was complete: it left without a reason.
    const told = execFileSync('unzip', ['-p', factory, '*/application.json'], { encoding: 'utf8' })
    const { findings } = JSON.parse(told) as { findings: { severity: string }[] }
    expect(findings.filter(({ severity }) => severity === 'blocking')).toEqual([])
    expect(cli('fsck', '--vault', join(folder, 'vault')).status).toBe(0)
  },
)
