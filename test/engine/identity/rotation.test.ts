/** An old key that signs for a new one, and a second signature with SM2: in bundles, before strangers. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { composeBundle } from '../../../electron/engine/bundle/compose.ts'
import type { Source } from '../../../electron/engine/bundle/file-source.ts'
import { verifyBundle } from '../../../electron/engine/bundle/verify.ts'
import { writeBundle } from '../../../electron/engine/bundle/write.ts'
import {
  chooseIdentity,
  createIdentity,
  identityFor,
  listIdentities,
  signerOf,
} from '../../../electron/engine/identity/identities.ts'
import { switchSm2 } from '../../../electron/engine/identity/identity-sm2.ts'
import { readRotations, rotateIdentity } from '../../../electron/engine/identity/rotation.ts'
import { Fault } from '../../../shared/fault.ts'
import { at, exampleInput } from '../../bundles/example.ts'
import { quietJob } from '../../support/quiet-job.ts'

const holder = { name: '江苏示例智能制造有限公司', creditCode: '91320506MA1EXAMP17' }
const vault = () => ({ dir: mkdtempSync(join(tmpdir(), 'rotation-')), clock: () => at })
type House = ReturnType<typeof vault>
const codeOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    if (error instanceof Fault) return error.code
    throw error
  }
  return 'none'
}
const day = (text: string) => new Date(`${text}T00:00:00Z`)

/** Writes a bundle signed by the vault's own choice. */
async function exported(
  house: House,
  when = at,
  change?: (sources: readonly Source[]) => Source[],
) {
  const signer = identityFor(house, { ...holder, at: when })
  const spec = composeBundle({ ...exampleInput(), signer, at: when })
  const to = join(mkdtempSync(join(tmpdir(), 'rotated-')), 'x.zip')
  if (change) {
    const error = await writeBundle({ ...spec, sources: change(spec.sources) }, to, quietJob).catch(
      (e) => e,
    )
    return { report: null, to, spec, error }
  }
  const { report } = await writeBundle(spec, to, quietJob)
  return { report, to, spec, error: null }
}

describe('rotation', () => {
  test('the new identity signs from now on, and names the ones that led to it', async () => {
    const house = vault()
    const first = createIdentity(house, { ...holder, at })
    rotateIdentity(house, first.fingerprint, day('2024-01-01'))
    const second = listIdentities(house)[0]
    expect(second).toMatchObject({ ...holder, isDefault: true, replacedBy: '' })
    expect(second?.fingerprint).not.toBe(first.fingerprint)
    rotateIdentity(house, second?.fingerprint ?? '', day('2025-01-01'))
    const third = listIdentities(house)[0]
    expect(listIdentities(house).map(({ replacedBy }) => replacedBy)).toEqual([
      '',
      third?.fingerprint,
      second?.fingerprint,
    ])
    const { report, to } = await exported(house, day('2025-06-01'))
    expect(report?.ok).toBe(true)
    expect(report?.signer?.fingerprint).toBe(third?.fingerprint)
    expect(report?.signer?.predecessors).toEqual([
      { ...holder, fingerprint: first.fingerprint, at: '2024-01-01T00:00:00.000Z' },
      { ...holder, fingerprint: second?.fingerprint, at: '2025-01-01T00:00:00.000Z' },
    ])
    expect((await verifyBundle(to, quietJob)).signer?.predecessors).toHaveLength(2)
  })

  test('one that has given way or expired signs for nobody', () => {
    const house = vault()
    const first = createIdentity(house, { ...holder, at })
    rotateIdentity(house, first.fingerprint, at)
    expect(codeOf(() => rotateIdentity(house, first.fingerprint, at))).toBe('identity.replaced')
    const second = listIdentities(house)[0]?.fingerprint ?? ''
    expect(codeOf(() => rotateIdentity(house, second, day('2040-01-01')))).toBe('identity.expired')
    expect(codeOf(() => rotateIdentity(house, 'ab'.repeat(32), at))).toBe('identity.unknown')
    expect(listIdentities(house)).toHaveLength(2)
  })

  test('a statement for another, of another, changed or cut is none', () => {
    const [house, other] = [vault(), vault()]
    for (const one of [house, other]) {
      const { fingerprint } = createIdentity(one, { ...holder, at })
      rotateIdentity(one, fingerprint, at)
    }
    const told = (one: House) =>
      signerOf(one).rotations.map(({ statement, signature }) => ({ statement, signature }))
    const text = (rotations: readonly object[]) => JSON.stringify({ format: 1, rotations })
    const mine = signerOf(house).identity.fingerprint
    const [own] = told(house)
    const [foreign] = told(other)
    expect(readRotations(text([own as object]), mine)).toHaveLength(1)
    const forged = [
      [foreign],
      [own, foreign],
      [foreign, own],
      [{ ...own, signature: foreign?.signature }],
      [{ ...own, statement: own?.statement.replace(holder.name, '别的公司') }],
      [{ ...own, statement: foreign?.statement.replaceAll(/[0-9a-f]{64}/g, mine) }],
      [],
    ]
    for (const rotations of forged) {
      expect(readRotations(text(rotations as object[]), mine)).toBeNull()
    }
    for (const odd of ['', '[]', '{}', 'null', text([own as object]).slice(1)]) {
      expect(readRotations(odd, mine)).toBeNull()
    }
  })

  test('a bundle with a stolen statement is refused', async () => {
    const [house, other] = [vault(), vault()]
    const { fingerprint } = createIdentity(other, { ...holder, at })
    rotateIdentity(other, fingerprint, at)
    const impostor = {
      ...identityFor(house, { ...holder, at }),
      rotations: signerOf(other).rotations,
    }
    const spec = composeBundle({ ...exampleInput(), signer: impostor })
    const to = join(house.dir, 'stolen.zip')
    await expect(writeBundle(spec, to, quietJob)).rejects.toMatchObject({
      code: 'export.unverified',
      data: { reasons: 'signature.rotation' },
    })
  })

  test('a person’s choice signs; a lost or broken choice leaves the newest', () => {
    const house = vault()
    const old = createIdentity(house, { name: '老名称', creditCode: '', at })
    createIdentity(house, { ...holder, at: day('2024-01-01') })
    chooseIdentity(house, old.fingerprint)
    expect(listIdentities(house)[0]).toMatchObject({ name: '老名称', isDefault: true })
    expect(identityFor(house, { ...holder, at: day('2024-02-01') }).identity.name).toBe('老名称')
    expect(codeOf(() => chooseIdentity(house, 'ab'.repeat(32)))).toBe('identity.unknown')
    writeFileSync(join(house.dir, 'keys', 'default.json'), '{')
    expect(listIdentities(house)[0]).toMatchObject({ ...holder, isDefault: false })
    chooseIdentity(house, old.fingerprint)
    rmSync(join(house.dir, 'keys', `${old.fingerprint}.json`))
    expect(identityFor(house, { ...holder, at: day('2024-02-01') }).identity.name).toBe(holder.name)
  })
})

describe('SM2', () => {
  const withSm2 = () => {
    const house = vault()
    const { fingerprint } = createIdentity(house, { ...holder, at })
    switchSm2(house, fingerprint, true)
    return { house, fingerprint }
  }

  test('the second signature is there, is checked, and openssl accepts it as the note says', async () => {
    const { house } = withSm2()
    const { report, to, spec } = await exported(house)
    expect(report).toMatchObject({ ok: true, signer: { sm2: expect.stringMatching(/^04/) } })
    const folder = mkdtempSync(join(tmpdir(), 'sm2-'))
    execFileSync('unzip', ['-q', to, '-d', folder])
    const bag = join(folder, spec.root)
    const [command = ''] =
      readFileSync(join(bag, '验证说明.txt'), 'utf8').match(/openssl dgst .*/) ?? []
    const { stdout, status } = spawnSync('bash', ['-c', command], { cwd: bag, encoding: 'utf8' })
    expect([stdout.trim(), status]).toEqual(['Verified OK', 0])
    writeFileSync(join(bag, 'tagmanifest-sha256.txt'), 'x')
    expect(spawnSync('bash', ['-c', command], { cwd: bag }).status).not.toBe(0)
    const lines = spawnSync('sha256sum', ['-c', '--strict', 'manifest-sha256.txt'], { cwd: bag })
    expect(lines.status).toBe(0)
  })

  test('missing, foreign or changed, it is refused', async () => {
    const { house } = withSm2()
    const foreign = composeBundle({ ...exampleInput(), signer: signerOf(withSm2().house) })
    const ends = (end: string) => (each: Source) => each.name.endsWith(end)
    const taken = foreign.sources.find(ends('.sm2')) as Source
    const changes: readonly ((sources: readonly Source[]) => Source[])[] = [
      (sources) => sources.filter((each) => !ends('.sm2')(each)),
      (sources) =>
        sources.map((each) => (ends('.sm2')(each) ? { ...taken, name: each.name } : each)),
    ]
    for (const change of changes) {
      const { error } = await exported(house, at, change)
      expect(error).toMatchObject({
        code: 'export.unverified',
        data: { reasons: 'signature.sm2' },
      })
    }
    const { error } = await exported(house, at, (sources) =>
      sources.filter((each) => !ends('.pem')(each)),
    )
    expect(error.data.reasons).toContain('signature.sm2')
  })

  test('every byte of the second signature counts', async () => {
    const { house } = withSm2()
    const { to } = await exported(house)
    const whole = readFileSync(to)
    const name = Buffer.from('tagmanifest-sha256.txt.sm2')
    const start = whole.indexOf(name) + name.length
    for (let i = start; i < start + 70; i += 1) {
      const flipped = Buffer.from(whole)
      flipped[i] = (flipped[i] ?? 0) ^ 1
      writeFileSync(to, flipped)
      expect((await verifyBundle(to, quietJob)).ok).toBe(false)
    }
  })

  test('turned off, the key is gone and the next bundle has none; a damaged key is said so', async () => {
    const { house, fingerprint } = withSm2()
    const file = readdirSync(join(house.dir, 'keys')).find((name) => name.endsWith('.sm2.json'))
    const path = join(house.dir, 'keys', file ?? '')
    expect(listIdentities(house)[0]?.sm2).toBe('ready')
    const whole = readFileSync(path, 'utf8')
    writeFileSync(path, whole.replace(/"privateKey": "../, '"privateKey": "ff'))
    expect(listIdentities(house)[0]?.sm2).toBe('damaged')
    expect(codeOf(() => signerOf(house))).toBe('identity.damaged')
    switchSm2(house, fingerprint, false)
    expect(listIdentities(house)[0]?.sm2).toBe('none')
    expect((await exported(house)).report?.signer?.sm2).toBeNull()
  })
})
