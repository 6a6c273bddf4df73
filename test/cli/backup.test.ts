/** Backup and restore from the command line, and a backup that is killed. */
import { once } from 'node:events'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { cli, cliJson, startCli } from '../support/cli.ts'
import { file, tempFolder } from '../support/house.ts'
import { chanceOf } from '../support/random.ts'

function vaultWith(files: number, size: number) {
  const dir = tempFolder()
  const vault = join(dir, 'vault')
  const out = join(dir, '备份盘')
  mkdirSync(out)
  expect(cli('init', '--vault', vault, '--name', '示例公司').status).toBe(0)
  const paths = Array.from({ length: files }, (_, n) =>
    file(dir, `合同${n}.pdf`, `%PDF-1.4 ${String(n).padEnd(size, '示例')}`),
  )
  expect(cli('import', '--vault', vault, ...paths).status).toBe(0)
  return { dir, vault, out }
}

test('a vault goes into a file and comes out of it as it was', () => {
  const { dir, vault, out } = vaultWith(5, 1000)
  const { status, json } = cliJson<{ names: string[] }>('backup', '--vault', vault, '--out', out)
  expect([status, readdirSync(out)]).toEqual([0, json.names])
  expect(json.names[0]).toMatch(/^备份_示例_\d{8}_[0-9a-f]{8}\.zip$/)
  const backup = join(out, json.names[0] ?? '')
  const target = join(dir, '恢复')
  const told = cli('restore', backup, '--vault', target)
  expect([told.status, told.stdout]).toEqual([0, expect.stringContaining('材料 5 份')])
  expect(cli('fsck', '--vault', target).status).toBe(0)
  const names = (at: string) =>
    cliJson<{ materials: { name: string }[] }>('list', '--vault', at).json.materials
  expect(names(target)).toEqual(names(vault))

  const again = cli('restore', backup, '--vault', target)
  expect([again.status, again.stderr]).toEqual([3, expect.stringContaining('已经有一个保险库')])
  const foreign = file(dir, '别的.zip', 'PK别的')
  expect(cli('restore', foreign, '--vault', join(dir, '另')).stderr).toContain('备份')
})

test('a backup that is killed at any moment leaves a sound vault and no false backup', async () => {
  const { dir, vault, out } = vaultWith(40, 400_000)
  const chance = chanceOf(7)
  for (let round = 0; round < 20; round += 1) {
    const child = startCli('backup', '--vault', vault, '--out', out)
    const over = once(child, 'exit')
    await wait(150 + chance.below(900))
    child.kill('SIGKILL')
    await over
  }
  for (const name of readdirSync(out).filter((each) => each.endsWith('.zip'))) {
    const target = join(dir, name)
    expect([name, cli('restore', join(out, name), '--vault', target).status]).toEqual([name, 0])
  }
  expect(cli('fsck', '--vault', vault).status).toBe(0)
  const { status, json } = cliJson<{ names: string[] }>('backup', '--vault', vault, '--out', out)
  expect(status).toBe(0)
  expect(readdirSync(out).filter((each) => !each.endsWith('.zip'))).toEqual([])
  expect(readdirSync(out)).toContain(json.names[0])
  expect(readdirSync(join(vault, 'tmp'))).toEqual([])
})
