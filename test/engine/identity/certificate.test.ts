/** Certificates before openssl: names, codes and days exactly as they were given. */
import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { publicHalf, verifySha256 } from '../../../electron/engine/crypto.ts'
import { makeCertificate, readCertificate } from '../../../electron/engine/identity/certificate.ts'
import { DerError } from '../../../electron/engine/identity/der-read.ts'
import { integer, sequence } from '../../../electron/engine/identity/der-write.ts'

const creditCode = '91320506MA1EXAMP17'
const at = new Date('2023-05-06T07:08:09.123Z')
const made = (change: object = {}) =>
  makeCertificate({ name: '江苏示例智能制造有限公司', creditCode, at, ...change })
const openssl = (der: Uint8Array, ...show: string[]): string =>
  execFileSync('openssl', ['x509', '-inform', 'DER', '-noout', ...show], {
    input: der,
    encoding: 'utf8',
  })
const subject = (der: Uint8Array) =>
  openssl(der, '-subject', '-nameopt', 'utf8,sep_multiline,lname,-esc_msb')

describe('who', () => {
  test.each([
    '江苏示例智能制造有限公司',
    '企'.repeat(200),
    `${'国'.repeat(20)}（${'集'.repeat(20)}）有限公司`,
    '𠮷野家𡈽木（苏州）',
    'Beispiel GmbH & Co. KG',
    '内蒙古·满洲里Ⅱ期',
    'ئۇيغۇر شىركىتى',
  ])('%s is read back whole by openssl and by us', (name) => {
    const { certificate } = made({ name })
    const shown = subject(certificate)
    expect(shown).toContain(`organizationName=${name}\n`)
    expect(shown).toContain(`commonName=${name}\n`)
    expect(shown).toContain(`organizationIdentifier=${creditCode}\n`)
    expect(readCertificate(certificate)).toMatchObject({ name, creditCode })
  })

  test('signs that mean something in a name stay text', () => {
    const name = '甲,O=乙/CN=丙+serialNumber=1\\"<;>'
    const { certificate } = made({ name })
    expect(readCertificate(certificate).name).toBe(name)
    const lines = subject(certificate)
      .split('\n')
      .filter((line) => line.includes('organizationName'))
    expect(lines).toHaveLength(1)
  })

  test('without a code there is none, in openssl’s words too', () => {
    const { certificate } = made({ creditCode: '' })
    expect(subject(certificate)).not.toContain('organizationIdentifier')
    expect(readCertificate(certificate).creditCode).toBe('')
  })
})

describe('when', () => {
  const day = (text: string) => new Date(`${text}T00:00:00.000Z`)
  test.each([
    ['2023-05-06T00:00:00.000Z', '2023-05-06', '2033-05-06'],
    ['2023-05-06T23:59:59.999Z', '2023-05-06', '2033-05-06'],
    ['2024-02-29T12:00:00.000Z', '2024-02-29', '2034-03-01'],
    ['2039-12-31T23:59:59.000Z', '2039-12-31', '2049-12-31'],
    ['2040-01-01T00:00:00.000Z', '2040-01-01', '2050-01-01'],
    ['2049-12-31T00:00:00.000Z', '2049-12-31', '2059-12-31'],
    ['2050-01-01T00:00:00.000Z', '2050-01-01', '2060-01-01'],
  ])('made at %s it holds from %s to %s', (instant, from, to) => {
    const { certificate } = made({ at: new Date(instant) })
    expect(readCertificate(certificate)).toMatchObject({ validFrom: day(from), validTo: day(to) })
    const said = openssl(certificate, '-dates')
    const [, start = '', end = ''] = /notBefore=(.*)\nnotAfter=(.*)\n/.exec(said) ?? []
    expect([new Date(start), new Date(end)]).toEqual([day(from), day(to)])
  })

  test('as many years as are asked', () => {
    const { certificate } = made({ years: 1 })
    expect(readCertificate(certificate).validTo).toEqual(day('2024-05-06'))
  })
})

test('serial numbers are positive, 16 bytes, and never the same', () => {
  const serials = Array.from({ length: 20 }, () =>
    openssl(made().certificate, '-serial').trim().slice('serial='.length),
  )
  expect(new Set(serials).size).toBe(20)
  for (const serial of serials) expect(serial).toMatch(/^40[0-9A-F]{30}$/)
})

test('the key belongs to the certificate, and the certificate vouches for itself', () => {
  const { pkcs8, certificate } = made()
  const { spki, signed, signature } = readCertificate(certificate)
  expect(Buffer.from(publicHalf(pkcs8)).equals(Buffer.from(spki))).toBe(true)
  expect(verifySha256(spki, signed, signature)).toBe(true)
  expect(openssl(certificate, '-pubkey')).toContain(
    Buffer.from(spki).toString('base64').slice(0, 60),
  )
})

test('every byte of a certificate counts: flipped, it is refused or another one', () => {
  const { certificate } = made()
  const { fingerprint } = readCertificate(certificate)
  for (let i = 0; i < certificate.length; i += 1) {
    const flipped = Uint8Array.from(certificate)
    flipped[i] = (flipped[i] ?? 0) ^ (1 << (i % 8))
    try {
      const read = readCertificate(flipped)
      const sound = verifySha256(read.spki, read.signed, read.signature)
      expect([i, sound]).toEqual([i, false])
      expect(read.fingerprint).not.toBe(fingerprint)
    } catch (error) {
      expect(error).toBeInstanceOf(DerError)
    }
  }
})

test.each([
  ['a number', integer(1)],
  ['an empty list', sequence()],
  ['three empty lists', sequence(sequence(), sequence(), sequence())],
  ['a list of numbers', sequence(...Array.from({ length: 9 }, () => integer(7)))],
])('%s is no certificate', (_, der) => {
  expect(() => readCertificate(der)).toThrow(DerError)
})
