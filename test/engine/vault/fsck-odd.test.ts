/** Whatever accidents leave in a vault's folder, the check answers, names it, and writes nothing. */
import { execFileSync, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { closeVault, openVault } from '../../../electron/engine/open.ts'
import { inspectVault } from '../../../electron/engine/vault/inspect.ts'
import {
  blobPath,
  blobsDir,
  databaseFile,
  sealFile,
  vaultFile,
} from '../../../electron/engine/vault/paths.ts'
import { engineWithVault, file, root, surroundings, tempFolder } from '../../support/house.ts'
import { quietJob } from '../../support/quiet-job.ts'

async function vaultWith(count: number) {
  const { call, handle, house, close } = engineWithVault()
  const dir = tempFolder()
  const files = Array.from({ length: count }, (_, n) => handle(file(dir, `第${n}份.txt`, `${n}`)))
  const { results } = await call('material.import', { files })
  close()
  return { dir: house.dir, hashes: results.map(({ sha256 = '' }) => sha256) }
}

type Accident = (dir: string, sha256: string) => void

const accidents: Readonly<Record<string, readonly [Accident, readonly string[]]>> = {
  'the folder of all files is gone': [
    (dir) => rmSync(blobsDir(dir), { recursive: true, force: true }),
    ['blob.missing', 'blob.missing', 'blob.missing'],
  ],
  'the folder of all files is a file': [
    (dir) => {
      rmSync(blobsDir(dir), { recursive: true, force: true })
      writeFileSync(blobsDir(dir), 'x')
    },
    ['blob.foreign', 'blob.missing', 'blob.missing', 'blob.missing'],
  ],
  'a file has become a folder': [
    (dir, sha256) => {
      rmSync(blobPath(dir, sha256), { force: true })
      mkdirSync(blobPath(dir, sha256))
    },
    ['blob.damaged'],
  ],
  'a file has become a link to nowhere': [
    (dir, sha256) => {
      rmSync(blobPath(dir, sha256), { force: true })
      symlinkSync('/no/such/file', blobPath(dir, sha256))
    },
    ['blob.damaged'],
  ],
  'a file is empty': [
    (dir, sha256) => {
      chmodSync(blobPath(dir, sha256), 0o644)
      truncateSync(blobPath(dir, sha256), 0)
    },
    ['blob.damaged'],
  ],
  'a file lies in the wrong folder': [
    (dir, sha256) => {
      mkdirSync(join(blobsDir(dir), 'zz'))
      writeFileSync(join(blobsDir(dir), 'zz', sha256), 'x')
    },
    ['blob.foreign'],
  ],
  'a file manager has left its own files': [
    (dir, sha256) => {
      writeFileSync(join(blobsDir(dir), '.DS_Store'), 'x')
      writeFileSync(join(dirname(blobPath(dir, sha256)), 'Thumbs.db'), 'x')
    },
    ['blob.foreign', 'blob.foreign'],
  ],
  'the description is gone': [(dir) => rmSync(vaultFile(dir)), ['vault.description']],
  'the database is gone': [(dir) => rmSync(databaseFile(dir)), ['database.unreadable']],
  'a byte is added to the database': [
    (dir) => writeFileSync(databaseFile(dir), 'x', { flag: 'a' }),
    ['database.seal'],
  ],
}

test.each(Object.keys(accidents))('%s: named, and nothing written', async (name) => {
  const { dir, hashes } = await vaultWith(3)
  const [happen, codes] = accidents[name] ?? [() => {}, []]
  happen(dir, hashes[1] ?? '')
  const report = await inspectVault(dir, quietJob)
  expect(report.damages.map(({ code }) => code).toSorted()).toEqual(codes.toSorted())
  expect(report.ok).toBe(false)
  expect(await inspectVault(dir, quietJob)).toEqual(report)
})

test('a flipped bit in free space of a sealed database is found', async () => {
  const { call, house, close } = engineWithVault()
  await call('enterprise.fill', { base: 0, facts: { address: '很长的地址'.repeat(300) } })
  await call('enterprise.fill', { base: 1, facts: { address: '短' } })
  close()
  const bytes = readFileSync(databaseFile(house.dir))
  const at = bytes.lastIndexOf(0)
  bytes[at] = 1
  writeFileSync(databaseFile(house.dir), bytes)
  const { damages } = await inspectVault(house.dir, quietJob)
  expect(damages.map(({ code }) => code)).toContain('database.seal')
})

test('sha256sum accepts the seal of a closed vault', async () => {
  const { dir } = await vaultWith(2)
  const said = execFileSync('sh', ['-c', 'grep -v "^#" vault.db.sha256 | sha256sum -c'], {
    cwd: dir,
    encoding: 'utf8',
  })
  expect(said).toBe('vault.db: OK\n')
})

test('a seal that a killed program left behind, or that somebody put back, says nothing', async () => {
  const { dir } = await vaultWith(2)
  const old = readFileSync(sealFile(dir))
  const script = `
    import { openVault } from '${root}electron/engine/open.ts'
    import { fillEnterprise } from '${root}electron/engine/enterprise/enterprise.ts'
    const around = { packs: { packs: [], unusable: [] }, policies: [], assets: '', version: '0.1.0', program: 'b', clock: () => new Date() }
    const house = openVault(process.argv[2], around)
    fillEnterprise(house, { base: 0, facts: { name: '改过' }, indicators: [] })
    console.log('filled')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, [file(tempFolder(), 'holder.ts', script), dir])
  await new Promise((done) => child.stdout.once('data', done))
  expect(existsSync(sealFile(dir))).toBe(false)
  child.kill('SIGKILL')
  await new Promise((done) => child.once('exit', done))
  expect((await inspectVault(dir, quietJob)).damages).toEqual([])
  writeFileSync(sealFile(dir), old)
  expect((await inspectVault(dir, quietJob)).damages).toEqual([])
  const house = openVault(dir, surroundings())
  expect(existsSync(sealFile(dir))).toBe(false)
  closeVault(house)
  expect(readFileSync(sealFile(dir))).not.toEqual(old)
  expect((await inspectVault(dir, quietJob)).damages).toEqual([])
})

test('a check can be cancelled half way, and says how far it is', async () => {
  const { dir } = await vaultWith(40)
  const controller = new AbortController()
  const seen: number[] = []
  const progress = ({ done }: { done: number }) => {
    seen.push(done)
    if (done >= 20) controller.abort()
  }
  await expect(inspectVault(dir, { signal: controller.signal, progress })).rejects.toMatchObject({
    code: 'job.cancelled',
  })
  // Eight files are read at the same time.
  expect(seen).toEqual([0, 8, 16, 24])
  closeVault(openVault(dir, surroundings()))
})
