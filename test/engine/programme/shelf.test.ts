import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findPack, loadShelf } from '../../../electron/engine/programme/shelf.ts'
import { plainPack } from '../../fixtures/programme.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shelf-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const put = (name: string, pack: unknown) =>
  writeFileSync(join(dir, name), typeof pack === 'string' ? pack : JSON.stringify(pack, null, 2))

describe('the shelf of packs', () => {
  test('holds each sound pack with the SHA-256 of its file', () => {
    const body = JSON.stringify(plainPack)
    put('a.json', body)
    const { packs, unusable } = loadShelf(dir)
    expect(unusable).toEqual([])
    expect(packs[0]?.hash).toBe(createHash('sha256').update(body).digest('hex'))
    expect(packs[0]?.body).toBe(body)
  })

  test('puts malformed packs aside with their reasons and keeps the others', () => {
    put('a-broken.json', '{\n"format": 1,,\n}')
    put('b-wrong.json', { ...plainPack, format: 2 })
    put('c-lint.json', { ...plainPack, region: '990000' })
    put('d-good.json', plainPack)
    put('e-twice.json', plainPack)
    put('notes.txt', 'nothing')
    const { packs, unusable } = loadShelf(dir)
    expect(packs.map(({ pack }) => pack.id)).toEqual(['sample-programme'])
    expect(unusable.map(({ file, reasons }) => [file, reasons[0]?.line, reasons[0]?.path])).toEqual(
      [
        ['a-broken.json', 2, ''],
        ['b-wrong.json', 2, 'format'],
        ['c-lint.json', expect.any(Number), 'region'],
        ['e-twice.json', 1, 'id'],
      ],
    )
  })

  test('a folder that is not there is an empty shelf', () => {
    expect(loadShelf(join(dir, 'none'))).toEqual({ packs: [], unusable: [] })
  })

  test('finds a programme by edition, and says which one it does not know', () => {
    put('a.json', plainPack)
    const shelf = loadShelf(dir)
    expect(findPack(shelf, 'sample-programme', '2023').pack.title).toBe('示例项目')
    expect(() => findPack(shelf, 'sample-programme', '2024')).toThrow(
      expect.objectContaining({
        code: 'programme.unknown',
        data: { id: 'sample-programme', edition: '2024' },
      }),
    )
  })
})
