/** Bundles before tools that are not ours: unzip, 7z, bsdtar, Python, sha256sum, openssl. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { enterpriseName, fewPapers, type Papers, writeExample } from './example.ts'

const papers: Papers = [
  ...fewPapers,
  ['proof', '“特殊”名称：a/b\\c*?<>|%20.tar.gz', Buffer.from('1')],
  ['proof', `${'长'.repeat(150)}.docx`, Buffer.alloc(3_000_000, 7)],
]
let bundle: Awaited<ReturnType<typeof writeExample>>
let bag = ''

beforeAll(async () => {
  bundle = await writeExample(papers)
  const folder = mkdtempSync(join(tmpdir(), 'unzip-'))
  execFileSync('unzip', ['-q', bundle.path, '-d', folder])
  bag = join(folder, bundle.spec.root)
})

/** Every file below a folder with its bytes in hex. */
function contents(folder: string, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
      const path = join(prefix, entry.name)
      if (entry.isDirectory()) return Object.entries(contents(folder, path))
      return [[path, readFileSync(join(folder, path)).toString('base64')]]
    }),
  )
}
const has = (tool: string): boolean => spawnSync(tool, ['--help']).error === undefined
const run = (command: string) => spawnSync('bash', ['-c', command], { cwd: bag, encoding: 'utf8' })

test('unzip gives every file its right Chinese name, mode and bytes', () => {
  expect(readdirSync(join(bag, 'data'))).toEqual(
    expect.arrayContaining(['01_申报书', '02_审计报告', '04_佐证材料_其他（含照片）']),
  )
  const written = Object.keys(contents(bag)).sort()
  expect(written).toEqual(
    bundle.spec.sources.map(({ name }) => name.slice(bundle.spec.root.length + 1)).sort(),
  )
  expect(statSync(join(bag, 'index.html')).mode & 0o777).toBe(0o644)
  execFileSync('unzip', ['-tq', bundle.path])
})

const unpackers = [
  ['7z', (to: string) => ['x', '-y', `-o${to}`, bundle.path]],
  ['bsdtar', (to: string) => ['-xf', bundle.path, '-C', to]],
  ['python3', (to: string) => ['-m', 'zipfile', '-e', bundle.path, to]],
] as const
for (const [tool, args] of unpackers) {
  test.skipIf(!has(tool))(`${tool} unpacks the same as unzip`, () => {
    const to = mkdtempSync(join(tmpdir(), 'unpack-'))
    mkdirSync(to, { recursive: true })
    const { status, stderr } = spawnSync(tool, args(to), {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    })
    expect(stderr).toBe('')
    expect(status).toBe(0)
    expect(contents(to)).toEqual(
      Object.fromEntries(
        Object.entries(contents(bag)).map(([path, bytes]) => [join(bundle.spec.root, path), bytes]),
      ),
    )
  })
}

test('sha256sum accepts both manifests, strictly', () => {
  for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    const { status, stdout } = run(`sha256sum -c --strict ${manifest}`)
    expect(stdout).toContain('OK')
    expect(status).toBe(0)
  }
  const tags = readFileSync(join(bag, 'tagmanifest-sha256.txt'), 'utf8')
  expect(tags).toContain('  验证说明.txt\n')
  expect(tags).not.toContain('signatures')
})

test('the commands of 验证说明.txt run as they are written', () => {
  const note = readFileSync(join(bag, '验证说明.txt'), 'utf8')
  const commands = note
    .split('\n')
    .flatMap((line) => /^ {4}((?:sha256sum|openssl) .*)$/.exec(line)?.[1] ?? [])
  expect(commands).toHaveLength(6)
  const outputs = commands.map((command) => {
    const { status, stdout, stderr } = run(command)
    expect({ command, status, stderr }).toMatchObject({ status: 0 })
    return stdout + stderr
  })
  expect(outputs[2]).toMatch(/verification successful/i)
  expect(outputs[4]).toMatch(/verification successful/i)
  expect(outputs[5]?.replaceAll(':', '').toLowerCase()).toContain(bundle.written.fingerprint)
  expect(outputs[5]).toContain(`O=${enterpriseName}`)
  expect(note).toContain(bundle.written.fingerprint)
  expect(note).toContain('certutil -hashfile "data\\01_申报书\\001_申报书.pdf" SHA256')
})

test('openssl accepts the signature against its certificate as the only trusted one', () => {
  run(
    'openssl pkcs7 -inform DER -in signatures/tagmanifest-sha256.txt.p7s -print_certs -out ../ca.pem',
  )
  const verify = (extra: string) =>
    run(
      `openssl cms -verify ${extra} -binary -inform DER -in signatures/tagmanifest-sha256.txt.p7s -content tagmanifest-sha256.txt -CAfile ../ca.pem -attime 1683357000 -out /dev/null`,
    )
  for (const extra of ['', '-cades']) {
    const { status, stderr } = verify(extra)
    expect(stderr).toMatch(/verification successful/i)
    expect(status).toBe(0)
  }
  writeFileSync(
    join(bag, 'tagmanifest-sha256.txt'),
    `${readFileSync(join(bag, 'tagmanifest-sha256.txt'))} `,
  )
  expect(verify('').status).not.toBe(0)
})
