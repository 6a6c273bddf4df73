import { expect, test } from 'vitest'
import { makeCertificate } from '../../../electron/engine/identity/certificate.ts'
import { DerError, readDer, readOid, readTime } from '../../../electron/engine/identity/der-read.ts'
import {
  integer,
  oid,
  sequence,
  set,
  time,
  utf8,
} from '../../../electron/engine/identity/der-write.ts'

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')

test.each([
  ['trailing byte', '0500 00'],
  ['truncated', '0403 0102'],
  ['long form of a short length', '048101 00'],
  ['padded length', '04820001 00'],
  ['indefinite length', '3080 0000'],
  ['padded number', '0202 0001'],
  ['padded negative number', '0202 ff80'],
  ['empty number', '0200'],
  ['truth of another value', '0101 01'],
  ['null with content', '0501 00'],
  ['padded object identifier', '0603 2a8001'],
  ['unfinished object identifier', '0602 2a80'],
  ['set out of order', '3106 020102 020101'],
  ['constructed octets', '2403 040100'],
  ['primitive sequence', '1000'],
  ['long tag', '1f2101 00'],
  ['empty input', ''],
])('refuses %s', (_, bytes) => {
  expect(() => readDer(hex(bytes))).toThrow(DerError)
})

test('reads back what it writes', () => {
  const written = sequence(
    integer(0, 0, 0x80),
    oid('1.2.840.113549.1.9.16.2.47'),
    set(utf8('乙'), utf8('甲')),
  )
  const read = readDer(written)
  expect(read.parts.map((part) => part.tag)).toEqual([2, 6, 0x31])
  expect(read.parts[0]?.content).toEqual(Uint8Array.of(0, 0x80))
  expect(readOid(read.parts[1] as never)).toBe('1.2.840.113549.1.9.16.2.47')
  for (const iso of [
    '1999-12-31T23:59:59.000Z',
    '2049-12-31T23:59:59.000Z',
    '2050-01-01T00:00:00.000Z',
  ]) {
    expect(readTime(readDer(time(new Date(iso)))).toISOString()).toBe(iso)
  }
  expect(() => readTime(readDer(Buffer.from('\x17\x0d230230000000Z', 'latin1')))).toThrow(DerError)
})

test('no input makes the reader fail in another way than DerError', () => {
  const { certificate } = makeCertificate({ name: '甲', creditCode: '', at: new Date(0) })
  for (let i = 0; i < certificate.length; i++) {
    const cut = certificate.subarray(0, i)
    expect(() => readDer(cut)).toThrow(DerError)
  }
  expect(() => readDer(Buffer.alloc(4000, 0x30))).toThrow(DerError)
})
