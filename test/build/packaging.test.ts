import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { extractAll, getRawHeader, listPackage } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import packageFile from '../../package.json' with { type: 'json' }
import { createFakeElectron } from '../electron/fake-electron.ts'
import { fusesOf, stubElectron } from './stub-electron.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'shenbaoxia-packaging-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Packs the unpacked program around a stub runtime; returns its folder. */
const pack = (platform: 'linux' | 'win') => {
  const { electron } = packageFile.devDependencies
  const dist = stubElectron(join(folder, `stub-${platform}`), platform, electron)
  const output = join(folder, platform)
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/electron-builder/cli.js'),
      `--${platform}`,
      'dir',
      '--x64',
      `-c.electronDist=${dist}`,
      `-c.directories.output=${output}`,
    ],
    { cwd: root, stdio: 'pipe' },
  )
  return join(output, `${platform}-unpacked`)
}

const filesUnder = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)))
    .sort()

describe.each([
  { platform: 'linux', program: 'shenbaoxia', prebuild: 'linux-x64.node' },
  { platform: 'win', program: 'shenbaoxia.exe', prebuild: 'win32-x64.node' },
] as const)('the program for $platform', ({ platform, program, prebuild }) => {
  let packed: string
  let asar: string
  beforeAll(() => {
    packed = pack(platform)
    asar = join(packed, 'resources/app.asar')
  })

  test('holds the built program, the licence of what it uses, and nothing else', () => {
    const folders = new Set(listPackage(asar, { isPack: false }).map((path) => join(path, '..')))
    const inside = listPackage(asar, { isPack: false })
      .filter((path) => !folders.has(path))
      .map((path) => path.slice(1).replaceAll('\\', '/'))
      .sort()
    const database = inside.filter((path) => path.startsWith('node_modules/'))
    const made = ['main.cjs', 'preload.cjs', 'engine.cjs', 'cli.cjs', 'extract.cjs']
    const copied = ['page', 'assets', 'lib'].flatMap((name) =>
      filesUnder(join(root, 'out', name)).map((path) => `${name}/${path}`),
    )
    expect(inside.filter((path) => !path.startsWith('node_modules/'))).toEqual(
      [...[...made, ...copied].map((path) => `out/${path}`), 'package.json'].sort(),
    )
    for (const path of database)
      expect(path).toMatch(
        /^node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/.+\.js|prebuilds\/.+\.node)$/,
      )
    expect(database.filter((path) => path.endsWith('.node'))).toEqual([
      `node_modules/better-sqlite3/prebuilds/${prebuild}`,
    ])
  })

  test('has only the binary and the example outside the archive; files inside have digests', () => {
    const sample = filesUnder(join(root, 'out/assets/sample/files'))
    expect(filesUnder(join(packed, 'resources/app.asar.unpacked'))).toEqual([
      `node_modules/better-sqlite3/prebuilds/${prebuild}`,
      ...sample.map((path) => `out/assets/sample/files/${path}`),
    ])
    const { header } = getRawHeader(asar)
    const main = Object(Object(header.files.out).files)['main.cjs']
    expect(main.integrity).toMatchObject({ algorithm: 'SHA256', hash: expect.any(String) })
  })

  test('has its fuses blown: no Node mode, no options, no inspection, archive only', () => {
    // RunAsNode, cookies, NODE_OPTIONS, inspect, integrity, asar only, snapshot, file, wasm
    expect(fusesOf(readFileSync(join(packed, program)))).toBe('010011000')
  })

  test('brings its own licence and the ones of the runtime', () => {
    const names = readdirSync(packed)
    expect(names).toContain('LICENSE.electron.txt')
    expect(names).toContain('LICENSES.chromium.html')
    expect(readFileSync(join(packed, 'resources/LICENSE.txt'), 'utf8')).toContain('MIT License')
  })
})

test('the packed program does its main job: --self-test on its own engine', async () => {
  const appPath = join(folder, 'app')
  extractAll(join(folder, 'linux/linux-unpacked/resources/app.asar'), appPath)
  const fake = createFakeElectron({ appPath, userData: join(folder, 'config'), engine: 'real' })
  const require = createRequire(join(appPath, 'package.json'))
  const modules = require('node:module') as { _load: (...args: unknown[]) => unknown }
  const load = modules._load
  modules._load = (name, ...rest) =>
    name === 'electron' ? fake.electron : load.call(modules, name, ...rest)
  process.argv.push('--self-test')
  const said = vi.spyOn(process.stderr, 'write')
  try {
    require('./out/main.cjs')
    await expect.poll(() => fake.seen.exits).toHaveLength(1)
  } finally {
    modules._load = load
    process.argv.pop()
  }
  expect(said.mock.calls.map(([line]) => String(line))).toEqual([])
  expect(fake.seen.exits).toEqual([0])
  expect(fake.seen.windows).toHaveLength(0)
  expect(fake.seen.processes[0]?.file).toBe(join(appPath, 'out/engine.cjs'))
})
