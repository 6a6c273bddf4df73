import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifySha256 } from '../../../electron/engine/crypto.ts'
import { readCertificate } from '../../../electron/engine/identity/certificate.ts'
import {
  createIdentity,
  damagedIdentities,
  identityFor,
  listIdentities,
  signerOf,
} from '../../../electron/engine/identity/identities.ts'
import { Fault } from '../../../shared/fault.ts'

const holder = { name: '江苏示例智能制造有限公司', creditCode: '91320506MA1EXAMP17' }
const at = new Date('2023-05-06T07:08:09.123Z')
const vault = () => ({ dir: mkdtempSync(join(tmpdir(), 'identity-')) })
const code = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    return error instanceof Fault ? error.code : String(error)
  }
  return 'no fault'
}
const openssl = (args: string[], input?: Uint8Array): string =>
  execFileSync('openssl', args, { encoding: 'utf8', ...(input ? { input } : {}) })

test('an identity carries name, code and validity, and is found again', () => {
  const house = vault()
  expect(listIdentities(house)).toEqual([])
  const made = createIdentity(house, { ...holder, at })
  expect(made).toMatchObject({ ...holder, algorithm: 'ECDSA P-256', validTo: '2033-05-06' })
  expect(made.fingerprint).toMatch(/^[0-9a-f]{64}$/)
  expect(listIdentities(house)).toEqual([made])
})

test('openssl reads the certificate: subject, extensions, own signature', () => {
  const house = vault()
  createIdentity(house, { ...holder, at })
  const { certificate, identity } = signerOf(house)
  const text = openssl(
    [
      'x509',
      '-inform',
      'DER',
      '-noout',
      '-text',
      '-nameopt',
      'utf8,sep_comma_plus_space',
      '-fingerprint',
      '-sha256',
    ],
    certificate,
  )
  expect(text).toContain(`O=${holder.name}`)
  expect(text).toContain(`CN=${holder.name}`)
  expect(text).toContain(`organizationIdentifier=${holder.creditCode}`)
  expect(text).toContain('CA:FALSE')
  expect(text).toContain('Digital Signature, Non Repudiation')
  expect(text).toContain('ecdsa-with-SHA256')
  expect(text.replaceAll(':', '').toLowerCase()).toContain(identity.fingerprint)
  const file = join(house.dir, 'certificate.pem')
  writeFileSync(file, openssl(['x509', '-inform', 'DER'], certificate))
  expect(openssl(['verify', '-check_ss_sig', '-no_check_time', '-CAfile', file, file])).toContain(
    'OK',
  )
})

test('a signer signs what its certificate verifies', () => {
  const house = vault()
  createIdentity(house, { ...holder, at })
  const signer = signerOf(house)
  const data = Buffer.from('提交包')
  const { spki } = readCertificate(signer.certificate)
  expect(verifySha256(spki, data, signer.sign(data))).toBe(true)
  expect(verifySha256(spki, Buffer.from('别的'), signer.sign(data))).toBe(false)
})

test('an identity must say whose it is: without a name none is made', () => {
  const house = vault()
  const nobody = { ...holder, name: ' ', at }
  expect(() => createIdentity(house, nobody)).toThrow(
    expect.objectContaining({ code: 'identity.unnamed' }),
  )
  expect(() => identityFor(house, nobody)).toThrow(
    expect.objectContaining({ code: 'identity.unnamed' }),
  )
  expect(listIdentities(house)).toEqual([])
})

test('the same enterprise keeps its identity; another name or code gets another one', () => {
  const house = vault()
  const first = identityFor(house, { ...holder, at })
  const later = new Date('2024-01-01T00:00:00Z')
  expect(identityFor(house, { ...holder, at: later }).identity).toEqual(first.identity)
  const renamed = identityFor(house, { ...holder, name: '江苏示例股份有限公司', at: later })
  expect(renamed.identity.fingerprint).not.toBe(first.identity.fingerprint)
  expect(signerOf(house).identity).toEqual(renamed.identity)
  expect(signerOf(house, first.identity.fingerprint).identity).toEqual(first.identity)
  const expired = identityFor(house, { ...holder, at: new Date('2040-01-01T00:00:00Z') })
  expect(expired.identity.fingerprint).not.toBe(first.identity.fingerprint)
})

test('an unknown fingerprint, an empty vault and a damaged key file are named', () => {
  const house = vault()
  expect(code(() => signerOf(house))).toBe('identity.unknown')
  createIdentity(house, { ...holder, at })
  expect(code(() => signerOf(house, 'ab'.repeat(32)))).toBe('identity.unknown')
  const [name = ''] = readdirSync(join(house.dir, 'keys'))
  const file = join(house.dir, 'keys', name)
  const whole = readFileSync(file)
  for (const place of [20, 60, 120, 260, whole.length - 20]) {
    const flipped = Buffer.from(whole)
    flipped[place] = (flipped[place] ?? 0) ^ 1
    writeFileSync(file, flipped)
    expect(listIdentities(house)).toEqual([])
    expect(damagedIdentities(house)).toEqual([{ fingerprint: name.slice(0, 64) }])
    expect(code(() => signerOf(house))).toBe('identity.damaged')
  }
  writeFileSync(file, whole.subarray(0, 100))
  expect(code(() => signerOf(house))).toBe('identity.damaged')
})

test.skipIf(process.platform === 'win32')('the key file is for its owner alone', () => {
  const house = vault()
  createIdentity(house, { ...holder, at })
  const [name = ''] = readdirSync(join(house.dir, 'keys'))
  expect(statSync(join(house.dir, 'keys', name)).mode & 0o777).toBe(0o600)
  expect(readdirSync(join(house.dir, 'keys'))).toHaveLength(1)
})

test('a holder with very long, odd or missing text still gets a readable certificate', () => {
  const house = vault()
  for (const name of ['企'.repeat(200), '𠮷野家（苏州）"A&B" <x>', 'A']) {
    const made = createIdentity(house, {
      name,
      creditCode: '',
      at: new Date('2050-02-03T00:00:00Z'),
    })
    expect(made).toMatchObject({ name, creditCode: '', validTo: '2060-02-03' })
    openssl(['x509', '-inform', 'DER', '-noout'], signerOf(house, made.fingerprint).certificate)
  }
})
