/** Key files as a disk, a sync program or a curious person may leave them. */
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verifySha256 } from '../../../electron/engine/crypto.ts'
import { readCertificate } from '../../../electron/engine/identity/certificate.ts'
import {
  createIdentity,
  damagedIdentities,
  identityFor,
  listIdentities,
  setIdentityAside,
  signerOf,
} from '../../../electron/engine/identity/identities.ts'
import { readKey } from '../../../electron/engine/identity/key-file.ts'
import { Fault } from '../../../shared/fault.ts'

const holder = { name: '江苏示例智能制造有限公司', creditCode: '91320506MA1EXAMP17' }
const at = new Date('2023-05-06T07:08:09.123Z')
const vault = () => ({ dir: mkdtempSync(join(tmpdir(), 'keys-')) })
const faultOf = (act: () => unknown): Fault => {
  try {
    act()
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
  throw new Error('no fault')
}

type KeyFile = Record<string, unknown>
const sealed = (file: KeyFile): KeyFile => {
  const { digest: _, ...rest } = file
  const body = [rest.format, rest.encryption, rest.pkcs8, rest.certificate, rest.createdAt]
  return { ...rest, digest: createHash('sha256').update(JSON.stringify(body)).digest('hex') }
}

/** A vault with one identity, and a way to rewrite its file. */
function withKey() {
  const house = vault()
  const { fingerprint } = createIdentity(house, { ...holder, at })
  const path = join(house.dir, 'keys', `${fingerprint}.json`)
  const text = readFileSync(path, 'utf8')
  return { house, fingerprint, path, text, file: JSON.parse(text) as KeyFile }
}
const stranger = withKey()

describe('a key file that is not what was written', () => {
  const changes: readonly (readonly [string, (file: KeyFile) => unknown])[] = [
    ['another format', (file) => sealed({ ...file, format: 2 })],
    ['an encryption that is not known', (file) => sealed({ ...file, encryption: 'scrypt' })],
    ['a key that is no key', (file) => sealed({ ...file, pkcs8: 'AAAA' })],
    ['an empty key', (file) => sealed({ ...file, pkcs8: '' })],
    ['the key of another', (file) => sealed({ ...file, pkcs8: stranger.file.pkcs8 })],
    [
      'the certificate of another',
      (file) => sealed({ ...file, certificate: stranger.file.certificate }),
    ],
    [
      'key and certificate of another',
      (file) =>
        sealed({ ...file, pkcs8: stranger.file.pkcs8, certificate: stranger.file.certificate }),
    ],
    [
      'a certificate cut off',
      (file) => sealed({ ...file, certificate: `${file.certificate}`.slice(0, 400) }),
    ],
    [
      'another date under the old digest',
      (file) => ({ ...file, createdAt: '2020-01-01T00:00:00.000Z' }),
    ],
    ['a date that is none', (file) => sealed({ ...file, createdAt: '昨天' })],
    ['another digest', (file) => ({ ...file, digest: 'ab'.repeat(32) })],
    ['one value more', (file) => ({ ...sealed(file), note: '' })],
    ...['format', 'encryption', 'pkcs8', 'certificate', 'createdAt', 'digest'].map(
      (key) => [`no ${key}`, (file: KeyFile) => ({ ...file, [key]: undefined })] as const,
    ),
    ['a list', (file) => [file]],
    ['nothing', () => null],
  ]
  test.each(changes)('%s is damage, named by the start of the fingerprint alone', (_, change) => {
    const { house, path, fingerprint, file } = withKey()
    writeFileSync(path, JSON.stringify(change(file)))
    const fault = faultOf(() => signerOf(house, fingerprint))
    expect(fault).toMatchObject({
      code: 'identity.damaged',
      data: { name: fingerprint.slice(0, 16) },
    })
    expect(faultOf(() => identityFor(house, { ...holder, at })).code).toBe('identity.damaged')
    expect(JSON.stringify(fault.data)).not.toContain(`${file.pkcs8}`.slice(0, 20))
  })

  test('cut at any tenth of its length it is damage, and the file stays as it is', () => {
    const { house, path, text } = withKey()
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const cut = text.slice(0, Math.floor((text.length * tenth) / 10))
      writeFileSync(path, cut)
      expect(faultOf(() => signerOf(house)).code).toBe('identity.damaged')
      expect(damagedIdentities(house)).toHaveLength(1)
      expect(readFileSync(path, 'utf8')).toBe(cut)
    }
    writeFileSync(path, text)
    expect(listIdentities(house)).toHaveLength(1)
  })

  test('under another name it is refused, whatever is in it', () => {
    const { house, path } = withKey()
    copyFileSync(path, join(house.dir, 'keys', `${'0'.repeat(64)}.json`))
    expect(faultOf(() => readKey(join(house.dir, 'keys', `${'0'.repeat(64)}.json`))).code).toBe(
      'identity.damaged',
    )
  })

  test('one damaged key stands in nobody’s way, is named, and can be set aside', () => {
    const { house, path, fingerprint } = withKey()
    const whole = createIdentity(house, { ...holder, at })
    writeFileSync(path, 'rotten')
    expect(signerOf(house, whole.fingerprint).identity).toEqual(whole)
    expect(signerOf(house).identity).toEqual(whole)
    expect(identityFor(house, { ...holder, at }).identity).toEqual(whole)
    expect(listIdentities(house)).toEqual([whole])
    expect(damagedIdentities(house)).toEqual([{ fingerprint }])
    expect(faultOf(() => setIdentityAside(house, whole.fingerprint)).code).toBe('identity.unknown')
    setIdentityAside(house, fingerprint)
    expect(damagedIdentities(house)).toEqual([])
    const [kept = ''] = readdirSync(join(house.dir, 'quarantine'))
    expect(kept).toContain(fingerprint)
    expect(readFileSync(join(house.dir, 'quarantine', kept), 'utf8')).toBe('rotten')
  })

  test('where the damaged key may be the one that signs, no new one is made unasked', () => {
    const { house, path } = withKey()
    createIdentity(house, { name: '别的公司', creditCode: '', at })
    writeFileSync(path, '')
    expect(faultOf(() => identityFor(house, { ...holder, at })).code).toBe('identity.damaged')
    expect(listIdentities(house)).toHaveLength(1)
  })

  test('other files in the folder are not keys', () => {
    const { house, fingerprint } = withKey()
    for (const name of [
      'readme.txt',
      `${'a'.repeat(64)}.json.bak`,
      'x.json',
      `${'A'.repeat(64)}.json`,
    ]) {
      writeFileSync(join(house.dir, 'keys', name), '?')
    }
    expect(listIdentities(house).map((each) => each.fingerprint)).toEqual([fingerprint])
    for (const odd of ['', '..', 'x', `../keys/${fingerprint}`, fingerprint.toUpperCase()]) {
      expect(faultOf(() => signerOf(house, odd)).code).toBe('identity.unknown')
    }
  })

  test('a wider mode on the file does not spoil it, and a new key still gets the narrow one', () => {
    const { house, path } = withKey()
    chmodSync(path, 0o644)
    expect(listIdentities(house)).toHaveLength(1)
    const { fingerprint } = createIdentity(house, { ...holder, at })
    const modes = readdirSync(join(house.dir, 'keys')).map((name) => [
      name === `${fingerprint}.json`,
      statSync(join(house.dir, 'keys', name)).mode & 0o777,
    ])
    expect(modes.toSorted()).toEqual([
      [false, 0o644],
      [true, 0o600],
    ])
  })
})

describe('several identities', () => {
  test('the newest comes first, equal instants in an order that stays', () => {
    const house = vault()
    const days = ['2023-01-01', '2025-01-01', '2024-01-01', '2025-01-01', '2025-01-01']
    for (const day of days) createIdentity(house, { ...holder, at: new Date(`${day}T00:00:00Z`) })
    const listed = listIdentities(house)
    expect(listed.map(({ createdAt }) => createdAt.slice(0, 10))).toEqual(days.toSorted().reverse())
    const newest = listed.slice(0, 3).map(({ fingerprint }) => fingerprint)
    expect(newest).toEqual(newest.toSorted().reverse())
    expect(listIdentities(house)).toEqual(listed)
    expect(signerOf(house).identity).toEqual(listed[0])
  })

  test('two of one name have keys of their own; the newer one signs', () => {
    const house = vault()
    const first = createIdentity(house, { ...holder, at })
    const second = createIdentity(house, { ...holder, at: new Date(at.getTime() + 1000) })
    expect(second.fingerprint).not.toBe(first.fingerprint)
    const signed = identityFor(house, { ...holder, at: new Date(at.getTime() + 2000) })
    expect(signed.identity).toEqual(second)
    const data = Buffer.from('x')
    const older = signerOf(house, first.fingerprint)
    const { spki } = readCertificate(signed.certificate)
    expect(verifySha256(spki, data, signed.sign(data))).toBe(true)
    expect(verifySha256(spki, data, older.sign(data))).toBe(false)
  })

  test.each([
    ['a code in small letters', '91320506ma1examp17'],
    ['an old registration number', '320500000012345'],
    ['a code with a space in it', '91320506 MA1EXAMP17'],
    ['words', '正在办理'],
    ['no code', ''],
  ])('%s does not make a new identity for every export', (_, creditCode) => {
    const house = vault()
    const first = identityFor(house, { ...holder, creditCode, at })
    for (const later of ['2023-05-07', '2024-01-01', '2030-12-31']) {
      const again = identityFor(house, { ...holder, creditCode, at: new Date(later) })
      expect(again.identity).toEqual(first.identity)
    }
    expect(listIdentities(house)).toHaveLength(1)
    const real = identityFor(house, { ...holder, at })
    expect(real.identity.creditCode).toBe(holder.creditCode)
    expect(listIdentities(house)).toHaveLength(2)
  })
})
