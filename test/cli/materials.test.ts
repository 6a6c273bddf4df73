/** Finding materials and taking copies of them, from the command line. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cli, cliJson } from '../support/cli.ts'
import { file, tempFolder } from '../support/house.ts'

type Listed = {
  readonly total: number
  readonly materials: readonly { readonly sha256: string; readonly name: string }[]
}

function filled() {
  const dir = tempFolder()
  const vault = join(dir, 'vault')
  cli('init', '--vault', vault)
  const names = ['2022年度审计报告.txt', '2021年度审计报告.txt', '服务器采购合同.txt']
  const papers = join(dir, 'papers')
  mkdirSync(papers)
  cli('import', '--vault', vault, ...names.map((name) => file(papers, name, name)))
  const find = (...args: string[]) => cliJson<Listed>(...args, '--vault', vault).json
  return { dir, vault, find }
}

test('search finds by a part of a name or by initials, and says how many there are', () => {
  const { vault, find } = filled()
  expect(find('search', '购合').materials.map(({ name }) => name)).toEqual(['服务器采购合同.txt'])
  const page = find('search', 'ndsjbg', '--limit', '1')
  expect([page.total, page.materials.length]).toEqual([2, 1])
  const { stdout, status } = cli('search', '--vault', vault, '审计')
  expect(status).toBe(0)
  expect(stdout).toContain('共找到 2 份，列出 2 份。')
})

test('list takes conditions; a wrong one is a wrong command line', () => {
  const { vault, find } = filled()
  expect(find('list', '--kind', 'audit-report', '--year', '2021').total).toBe(1)
  expect(find('list', '--text', '审计').total).toBe(2)
  expect(find('list', '--expires-by', '2030-01-01').total).toBe(0)
  expect(cli('list', '--vault', vault, '--expires-by', '明天').status).toBe(2)
  expect(cli('list', '--vault', vault, '--validity', 'fresh').status).toBe(2)
  expect(find('list', '--year-from', '2021', '--year-to', '2022', '--newest').total).toBe(2)
  expect(find('list', '--valid-on', '2024-01-01').total).toBe(0)
  expect(find('list', '--tag', '重点').total).toBe(0)
  expect(find('list', '--cabinet', '', '--limit', '2').total).toBe(3)
})

test('a paper is shown, and copied out beside the list; a full folder is left alone', () => {
  const { dir, vault, find } = filled()
  const [paper] = find('search', '采购').materials
  const sha256 = paper?.sha256 ?? ''
  expect(cli('show', '--vault', vault, sha256).stdout).toContain('name 服务器采购合同.txt')
  expect(cli('show', '--vault', vault, '0'.repeat(64)).status).toBe(2)
  const out = join(dir, 'out')
  expect(cli('export-files', '--vault', vault, '--out', out, sha256).status).toBe(0)
  expect(readdirSync(out).toSorted()).toEqual(['服务器采购合同.txt', '材料清单.xlsx'])
  expect(readFileSync(join(out, '服务器采购合同.txt'), 'utf8')).toBe('服务器采购合同.txt')
  expect(cli('export-files', '--vault', vault, '--out', out, sha256).status).toBe(3)
})

test('a claim on an invoice is released from the command line only where there is one', () => {
  const { vault, find } = filled()
  const [paper] = find('search', '采购').materials
  const told = cli(
    ...['release', '--vault', vault, '--application', 'a', '--reason', '撤回', '--name', '林'],
    paper?.sha256 ?? '',
  )
  expect(told.status).toBe(2)
  expect(told.stderr).toContain('没有占用')
})
