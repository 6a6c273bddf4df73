import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findBrowser } from '../../build/browsers.mjs'
import { replaceFile, replaceFolder } from '../../build/replace.mjs'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'shenbaoxia-build-'))

const become = (program: string, execve: boolean) => [
  '--input-type=module',
  '-e',
  `${execve ? '' : 'process.execve = undefined;'}
   const { become } = await import('${root}/build/become.mjs')
   become(process.execPath, ['-e', ${JSON.stringify(program)}])`,
]

test.each([{ execve: true }, { execve: false }])(
  'what a command ends with, the script ends with (execve: $execve)',
  async ({ execve }) => {
    const { status, stdout } = spawnSync(
      process.execPath,
      become('process.stdout.write("one answer"); process.exitCode = 7', execve),
      { encoding: 'utf8' },
    )
    expect({ status, stdout }).toEqual({ status: 7, stdout: 'one answer' })
  },
)

test.skipIf(process.platform === 'win32').each([{ execve: true }, { execve: false }])(
  'a signal reaches the command (execve: $execve)',
  async ({ execve }) => {
    const program = `process.on("SIGTERM", () => process.exit(9)); setInterval(() => {}, 1000); console.log("ready")`
    const child = spawn(process.execPath, become(program, execve), { stdio: 'pipe' })
    await once(child.stdout, 'data')
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([9, null])
  },
)

test('the command line is built once, answers on stdout alone, and passes its exit code on', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(root, 'build/run.mjs'), ...args], { encoding: 'utf8' })
  const listed = run('programmes', '--json')
  expect(listed.status).toBe(0)
  expect(() => JSON.parse(listed.stdout)).not.toThrow()
  expect(run('programmes', '--json').stderr).toBe('')
  const wrong = run('no-such-command')
  expect(wrong.status).toBe(2)
  expect(wrong.stdout).toBe('')
})

test('output is replaced whole, and kept when making it failed', async () => {
  const target = join(folder, 'page')
  await replaceFolder(target, async (path: string) => writeFileSync(join(path, 'a'), 'first'))
  await expect(
    replaceFolder(target, async (path: string) => {
      writeFileSync(join(path, 'a'), 'half')
      throw new Error('no')
    }),
  ).rejects.toThrow('no')
  expect(readFileSync(join(target, 'a'), 'utf8')).toBe('first')
  replaceFile(join(folder, 'b'), 'whole')
  expect(readFileSync(join(folder, 'b'), 'utf8')).toBe('whole')
})

test('a browser that is named is taken before one that is found', () => {
  expect(findBrowser({ SHENBAOXIA_BROWSER: process.execPath })).toBe(process.execPath)
  expect(findBrowser({ SHENBAOXIA_BROWSER: join(folder, 'none'), PATH: '' })).not.toBe('none')
})
