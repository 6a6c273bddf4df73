import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closeVault, openVault } from '../../electron/engine/open.ts'
import { blobPath } from '../../electron/engine/vault/paths.ts'
import type { MaterialPage } from '../../shared/model/material.ts'
import { cli, cliJson } from '../support/cli.ts'
import { file, surroundings, tempFolder } from '../support/house.ts'

function vaultWith(...names: readonly string[]) {
  const dir = tempFolder()
  const vault = join(dir, 'vault')
  expect(cli('init', '--vault', vault).status).toBe(0)
  const paths = names.map((name) => file(dir, name, `%PDF-1.4 ${name}`))
  return { dir, vault, paths }
}

test('READY comes first, then one ACK per file with its hash and the path as given', () => {
  const { vault, paths } = vaultWith('甲.pdf', '乙.pdf')
  const { stdout, status } = cli('import', '--vault', vault, ...paths, '--ack')
  expect(status).toBe(0)
  const [ready, ...lines] = stdout.trimEnd().split('\n')
  expect(ready).toBe('READY')
  const listed = cliJson<MaterialPage>('list', '--vault', vault).json.materials
  expect(lines).toEqual(
    paths.map((path) => {
      const name = path.split('/').at(-1)
      return `ACK ${listed.find((each) => each.name === name)?.sha256} ${path}`
    }),
  )
})

test('a refused file is told on its own, and the exit says that something is wanting', () => {
  const { dir, vault, paths } = vaultWith('甲.pdf')
  const empty = file(dir, '空.pdf', '')
  const { status, json } = cliJson('import', '--vault', vault, ...paths, empty)
  expect(status).toBe(1)
  expect(json).toMatchObject({ imported: 1, refused: 1 })
  expect(cli('import', '--vault', vault, empty).stdout).toContain('空.pdf')
})

test('list pages through everything, with facts on request', () => {
  const names = Array.from({ length: 7 }, (_, n) => `材料${n}.pdf`)
  const { vault, paths } = vaultWith(...names)
  cli('import', '--vault', vault, '--kind', 'other', ...paths)
  const page = (...args: string[]) =>
    cliJson<{ total: number; materials: { name: string; facts?: object }[] }>(
      'list',
      '--vault',
      vault,
      ...args,
    ).json
  expect(page().materials).toHaveLength(7)
  expect(page('--limit', '3', '--offset', '5').materials.map(({ name }) => name)).toEqual([
    '材料1.pdf',
    '材料0.pdf',
  ])
  expect(page().materials[0]).not.toHaveProperty('facts')
  expect(page('--facts').materials[0]).toHaveProperty('facts')
})

test('the profile is set from a file and shown again', () => {
  const { dir, vault } = vaultWith()
  const told = {
    facts: { name: '江苏示例有限公司' },
    indicators: [{ code: 'revenue', year: 2022, value: '100.5' }],
  }
  const set = cliJson(
    'profile',
    '--vault',
    vault,
    '--set',
    file(dir, 'p.json', JSON.stringify(told)),
  )
  expect(set.json).toMatchObject(told)
  const wrong = file(dir, 'w.json', '{"facts": {"name": 1}}')
  expect(cliJson('profile', '--vault', vault, '--set', wrong).status).toBe(2)
  const broken = file(dir, 'b.json', '{')
  expect(cliJson('profile', '--vault', vault, '--set', broken)).toMatchObject({
    status: 2,
    json: { fault: { code: 'file.json' } },
  })
})

test('exit codes: 2 for a wrong command line, 3 for what the computer lacks', () => {
  const dir = tempFolder()
  expect(cli('nonsense').status).toBe(2)
  expect(cli('list').status).toBe(2)
  expect(cli('list', '--vault', dir, '--wrong').status).toBe(2)
  expect(cli('list', '--vault', dir, '--limit', 'x').status).toBe(2)
  const missing = cliJson('list', '--vault', dir)
  expect(missing).toMatchObject({ status: 3, json: { fault: { code: 'vault.missing' } } })
  expect(missing.stderr).toContain(dir)
})

test('what is wrong with a command line is said in Chinese, before the usage', () => {
  const dir = tempFolder()
  const said = (...args: string[]) => cli(...args).stderr.split('\n')[0]
  expect(said('list', '--vault', dir, '--wrong')).toBe('没有这个选项：--wrong')
  expect(said('list', '--vault')).toMatch(/^选项的写法不对：--vault/)
  expect(said('list', '--vault', dir, '--limit', 'x')).toBe('选项的写法不对：--limit x')
  expect(said('list')).toBe('缺少选项：--vault')
  expect(said('verify')).toBe(
    '参数个数不对，应为：verify BUNDLE… [--fingerprint HEX] [--sheet FILE.pdf]',
  )
  expect(said('pack', 'bend', 'x')).toBe('没有这个命令：pack bend')
})

test('a second program is refused within a second, in a sentence that names the holder', () => {
  const { vault } = vaultWith()
  const house = openVault(vault, { ...surroundings(), program: '桌面程序' })
  const refused = cliJson('list', '--vault', vault)
  expect(refused.status).toBe(3)
  expect(refused.stderr).toContain('桌面程序')
  expect(refused.stderr).toContain(String(process.pid))
  closeVault(house)
  expect(cli('list', '--vault', vault).status).toBe(0)
})

test('fsck says good, and names the paper whose file is damaged', () => {
  const { vault, paths } = vaultWith('营业执照.pdf')
  cli('import', '--vault', vault, ...paths)
  expect(cli('fsck', '--vault', vault).status).toBe(0)
  const [material] = cliJson<MaterialPage>('list', '--vault', vault).json.materials
  const blob = blobPath(vault, material?.sha256 ?? '')
  chmodSync(blob, 0o644)
  writeFileSync(blob, readFileSync(blob).subarray(1))
  const { status, json } = cliJson('fsck', '--vault', vault)
  expect(status).toBe(1)
  expect(json).toMatchObject({
    ok: false,
    damages: [{ code: 'blob.damaged', materials: ['营业执照.pdf'] }],
  })
})
