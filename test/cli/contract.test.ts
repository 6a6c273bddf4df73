/** What scripts rely on: one JSON document, exit codes, standard input, signals, closed pipes. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { MaterialPage } from '../../shared/model/material.ts'
import { cli, cliFile, cliJson } from '../support/cli.ts'
import { file, tempFolder } from '../support/house.ts'

function furnished() {
  const dir = tempFolder()
  const vault = join(dir, '我的 "库"')
  expect(cli('init', '--vault', vault).status).toBe(0)
  cli('import', '--vault', vault, file(dir, '执照.pdf', '%PDF-1.4 照'))
  const order = ['--programme', 'js-internet-plus-base', '--edition', '2022']
  const { id } = cliJson<{ id: string }>('apply', '--vault', vault, ...order).json
  const { materials } = cliJson<MaterialPage>('list', '--vault', vault).json
  return {
    dir,
    vault,
    id,
    on: ['--vault', vault, '--application', id],
    sha: materials[0]?.sha256 ?? '',
  }
}

test('every command with --json says one JSON document on stdout, good or bad, and ends as told', () => {
  const { dir, vault, on, sha } = furnished()
  const answers = file(dir, '填报.json', '{"applicant":"甲园区"}')
  const out = join(dir, '提交包.zip')
  const missing = join(dir, '没有')
  const busy = file(dir, '占用.zip', 'x')
  const table: readonly (readonly [readonly string[], number])[] = [
    [['init', '--vault', join(dir, '新库')], 0],
    [['init', '--vault', vault], 3],
    [['init', '--vault', busy], 3],
    [['init', '--vault', '//server/share/vault'], 3],
    [['import', '--vault', vault, file(dir, '甲.txt', '甲')], 0],
    [['import', '--vault', vault, missing], 1],
    [['import', '--vault', vault, answers, '--ack'], 0],
    [['import', '--vault', vault, answers, '--kind', 'no-such'], 2],
    [['import', '--vault', vault], 2],
    [['list', '--vault', vault, '--facts', '--limit', '1'], 0],
    [['list', '--vault', vault, '--limit', '-1'], 2],
    [['list', '--vault', missing], 3],
    [['profile', '--vault', vault], 0],
    [['profile', '--vault', vault, '--set', missing], 3],
    [['programmes'], 0],
    [['programmes', '--id', 'no-such'], 2],
    [['apply', '--vault', vault, '--programme', 'x', '--edition', '1'], 2],
    [['link', ...on, '--slot', 'policy', '--material', sha], 0],
    [['link', ...on, '--slot', 'policy', '--material', 'not a hash'], 2],
    [['fill', ...on, answers], 0],
    [['fill', ...on], 2],
    [['check', ...on], 1],
    [['check', '--vault', vault], 2],
    [['export', ...on, '--out', out], 1],
    [['export', ...on, '--out', out, '--reason', '演练'], 0],
    [['export', ...on, '--out', join(missing, 'x.zip'), '--reason', '演练'], 3],
    [['status', ...on], 0],
    [['status', ...on, '--state', 'nowhere'], 2],
    [['status', ...on, '--state', 'city', '--day', '1999-01-01'], 2],
    [['status', ...on, '--state', 'city', '--note', '电话告知'], 0],
    [['status', ...on, '--state', 'county'], 2],
    [['reserve', ...on], 0],
    [['reserve', ...on], 2],
    [['reserve', ...on, '--next', '2023'], 0],
    [['reserve', ...on, '--next', '1999'], 2],
    [['verify', out], 0],
    [['verify', busy], 1],
    [['verify', missing], 3],
    [['verify', dir], 1],
    [['verify', vault], 2],
    [['fsck', '--vault', vault], 0],
    [['fsck', '--vault', missing], 3],
    [['pack', 'check', answers], 1],
    [['pack', 'check', missing], 3],
    [['pack', 'check', dir], 3],
    [['pack', 'no-such', answers], 2],
    [['no-such'], 2],
    [['toString'], 2],
    [['list', '--vault', vault, '--no-such'], 2],
    [['list', '--vault', vault, 'stray'], 2],
  ]
  for (const [args, exit] of table) {
    const { status, stdout, stderr } = cli(...args, '--json')
    const named = args.join(' ')
    expect({ named, status, stderr }).toMatchObject({ named, status: exit })
    const json = JSON.parse(stdout)
    expect(stdout.endsWith('}\n')).toBe(true)
    // A failure has its code in the document and its sentence, without gaps, on stderr.
    if (exit > 1)
      expect({ named, code: json.fault.code }).not.toEqual({ named, code: 'unexpected' })
    if (exit > 1) expect(stderr).not.toMatch(/\{\{|undefined|\n\s+at /)
  }
  expect(existsSync(join(missing, 'x.zip'))).toBe(false)
})

test('who asks for help or the version is told, on stdout', () => {
  for (const args of [['help'], ['--help'], ['-h']]) {
    const { status, stdout } = cli(...args)
    expect([status, /^ {2}verify BUNDLE/m.test(stdout)]).toEqual([0, true])
  }
  const one = cli('verify', '--help')
  expect([one.status, one.stdout.split('\n').length]).toEqual([0, 3])
  expect(one.stdout).toContain('verify BUNDLE')
  expect(cli('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('answers and profile are read from standard input, and figures stay as they were written', () => {
  const { vault, on } = furnished()
  const give = (text: string, ...args: string[]) =>
    spawnSync(process.execPath, [cliFile, ...args, '--json'], { input: text, encoding: 'utf8' })
  const figure = '12345678901234567.50'
  const filled = give(`\uFEFF{"answers": {"area-output": ${figure}}}`, 'fill', ...on, '-')
  expect(filled.status).toBe(0)
  expect(JSON.parse(filled.stdout).answers['area-output']).toBe(figure)
  const set = give('{"facts":{"name":"甲"}}', 'profile', '--vault', vault, '--set', '-')
  expect(JSON.parse(set.stdout)).toMatchObject({ facts: { name: '甲' } })
  const broken = give('{"facts":', 'profile', '--vault', vault, '--set', '-')
  expect([broken.status, JSON.parse(broken.stdout).fault.code]).toEqual([2, 'file.json'])
  expect(give('', 'fill', ...on, '-').status).toBe(2)
})

test('an import that is interrupted from the keyboard stops cleanly and can be taken up again', async () => {
  const { dir, vault } = furnished()
  const papers = join(dir, '材料')
  mkdirSync(papers)
  for (let n = 0; n < 600; n += 1) file(papers, `${n}.txt`, `${n} ${'x'.repeat(n * 31)}`)
  const args = [cliFile, 'import', '--vault', vault, papers, '--ack']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { out: '', err: '' }
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text
  })
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    // Once: a second one ends the program at once.
    if (!said.out.includes('ACK') && text.includes('ACK')) child.kill('SIGINT')
    said.out += text
  })
  const status = await new Promise((done) => child.once('close', done))
  expect([status, said.err]).toEqual([3, '已取消，没有留下做了一半的内容。\n'])
  const acknowledged = said.out.split('\n').filter((line) => line.startsWith('ACK '))
  expect(acknowledged.length).toBeGreaterThan(0)
  expect(acknowledged.length).toBeLessThan(600)
  expect(readdirSync(join(vault, 'tmp'))).toEqual([])
  expect(existsSync(join(vault, 'holder.json'))).toBe(false)
  expect(cliJson('fsck', '--vault', vault).json).toMatchObject({ ok: true, orphans: 0 })
  const again = cliJson('import', '--vault', vault, papers).json
  expect(again).toMatchObject({ same: acknowledged.length, imported: 600 - acknowledged.length })
})

test('a reader that has had enough ends no command with a stack of calls', () => {
  const { vault } = furnished()
  const run = (rest: string) =>
    spawnSync('sh', ['-c', `"$NODE" "$CLI" ${rest} | head -c 1 >/dev/null`], {
      env: { ...process.env, NODE: process.execPath, CLI: cliFile, VAULT: vault },
      encoding: 'utf8',
    })
  expect(run('programmes --full --json').stderr).toBe('')
  expect(run('list --vault "$VAULT" --json').stderr).toBe('')
})

test('a pipe or a device in the place of a file is refused at once, not waited for', () => {
  const dir = tempFolder()
  const pipe = join(dir, '管道')
  execFileSync('mkfifo', [pipe])
  for (const args of [
    ['verify', pipe],
    ['pack', 'check', pipe],
    ['verify', '/dev/zero'],
  ]) {
    const { status, signal } = spawnSync(process.execPath, [cliFile, ...args], { timeout: 20_000 })
    expect({ args, status, signal }).toEqual({ args, status: 3, signal: null })
  }
})

test('settings that cannot be written hinder no command', () => {
  const { vault } = furnished()
  const config = file(tempFolder(), 'config', 'a file')
  const env = { ...process.env, SHENBAOXIA_CONFIG: config }
  const { status } = spawnSync(process.execPath, [cliFile, 'list', '--vault', vault], { env })
  expect(status).toBe(0)
  expect(readFileSync(config, 'utf8')).toBe('a file')
  writeFileSync(config, '')
})
