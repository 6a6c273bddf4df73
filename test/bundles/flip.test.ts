import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { verifyArchive, verifyBundle } from '../../electron/engine/bundle/verify.ts'
import type { Archive } from '../../electron/engine/bundle/zip-check.ts'
import { type VerifyReport, verifyReasons } from '../../shared/model/bundle.ts'
import { quietJob } from '../support/quiet-job.ts'
import { writeExample } from './example.ts'

let bytes: Buffer
let path: string
let dir: string

beforeAll(async () => {
  const written = await writeExample()
  path = written.path
  dir = written.dir
  bytes = readFileSync(path)
})

const archiveOf = (content: Uint8Array): Archive => ({
  size: content.length,
  read: async (target, position) => {
    const piece = content.subarray(position, position + target.length)
    if (piece.length < target.length) throw new Error('read past the end')
    target.set(piece)
  },
})
const verify = (content: Uint8Array): Promise<VerifyReport> =>
  verifyArchive(archiveOf(content), path, quietJob)
const verifyFile = (name: string, content: Uint8Array): Promise<VerifyReport> => {
  writeFileSync(join(dir, name), content)
  return verifyBundle(join(dir, name), quietJob)
}

test('the untouched bundle is right, in memory and on disk', async () => {
  expect(await verify(bytes)).toEqual(await verifyBundle(path, quietJob))
  expect((await verify(bytes)).ok).toBe(true)
})

test('every byte of the bundle flipped in turn is refused with a reason', async () => {
  const slipped: number[] = []
  const found = new Set<string>()
  for (let at = 0; at < bytes.length; at++) {
    const before = bytes[at] ?? 0
    bytes[at] = before ^ (1 << (at % 8))
    const report = await verify(bytes)
    bytes[at] = before
    if (report.ok || report.reasons.length === 0) slipped.push(at)
    for (const { code } of report.reasons) found.add(code)
  }
  expect(slipped).toEqual([])
  expect([...found].every((code) => (verifyReasons as readonly string[]).includes(code))).toBe(true)
  // Flips reach the archive, the bag and the signature alike.
  expect([...found]).toEqual(
    expect.arrayContaining(['zip.structure', 'zip.crc', 'bag.fileDamaged', 'signature.value']),
  )
})

test('every byte of the signature with each of its bits flipped is refused', async () => {
  const name = Buffer.from('.p7s')
  const start = bytes.indexOf(Buffer.from([0x30, 0x82]), bytes.indexOf(name))
  const size = 4 + bytes.readUInt16BE(start + 2)
  const { checkSignature } = await import('../../electron/engine/bundle/cms-check.ts')
  const p7s = Buffer.from(bytes.subarray(start, start + size))
  const tagStart = bytes.indexOf(Buffer.from('tagmanifest-sha256.txt'), start + size) + 22
  const tagManifest = bytes.subarray(tagStart, bytes.indexOf(Buffer.from('PK\x03\x04'), tagStart))
  expect(checkSignature(p7s, tagManifest)).toHaveProperty('certificate')
  const slipped: string[] = []
  for (let at = 0; at < p7s.length; at++) {
    const before = p7s[at] ?? 0
    for (const value of [0, 0xff, ...[0, 1, 2, 3, 4, 5, 6, 7].map((bit) => before ^ (1 << bit))]) {
      if (value === before) continue
      p7s[at] = value
      if ('certificate' in checkSignature(p7s, tagManifest)) slipped.push(`${at}: ${value}`)
    }
    p7s[at] = before
  }
  expect(slipped).toEqual([])
})

test('bytes appended, prepended or cut off are named', async () => {
  const zero = Buffer.alloc(1)
  const codes = async (name: string, content: Uint8Array) =>
    (await verifyFile(name, content)).reasons.map(({ code }) => code)
  expect(await codes('appended.zip', Buffer.concat([bytes, zero]))).toEqual(['zip.trailing'])
  expect(
    await codes('appended-long.zip', Buffer.concat([bytes, Buffer.alloc(60_000, 'x')])),
  ).toEqual(['zip.trailing'])
  expect(await codes('twice.zip', Buffer.concat([bytes, bytes]))).toEqual(['zip.leading'])
  expect(await codes('prepended.zip', Buffer.concat([zero, bytes]))).toEqual(['zip.leading'])
  expect(await codes('cut.zip', bytes.subarray(0, -1))).toEqual(['zip.unreadable'])
  expect(await codes('empty.zip', Buffer.alloc(0))).toEqual(['zip.unreadable'])
  expect(await codes('text.zip', Buffer.from('not a bundle '.repeat(100)))).toEqual([
    'zip.unreadable',
  ])
})

test('bytes inserted or removed anywhere inside are refused', async () => {
  for (let at = 0; at < bytes.length; at += 211) {
    const inserted = Buffer.concat([bytes.subarray(0, at), Buffer.from('x'), bytes.subarray(at)])
    const removed = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])
    expect((await verify(inserted)).ok).toBe(false)
    expect((await verify(removed)).ok).toBe(false)
  }
})

test('a missing file and a folder are faults, not answers', async () => {
  await expect(verifyBundle(join(dir, 'nowhere.zip'), quietJob)).rejects.toThrow('file.missing')
  await expect(verifyBundle(dir, quietJob)).rejects.toThrow('file.notRegular')
})
