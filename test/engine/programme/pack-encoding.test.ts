/** Pack files as other programs save them: with a byte order mark, in another encoding, odd names. */
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkPackFile } from '../../../electron/engine/programme/pack-check.ts'
import { loadShelf } from '../../../electron/engine/programme/shelf.ts'
import { plainPack } from '../../fixtures/programme.ts'
import { engineWithVault, file, root, tempFolder } from '../../support/house.ts'

const shipped = readFileSync(`${root}/assets/programmes/js-internet-plus-base-2022.json`, 'utf8')
const next = JSON.stringify({ ...JSON.parse(shipped), edition: '2099' }, null, 2)
const marked = `\uFEFF${next.replaceAll('\n', '\r\n')}`

/** “示例” in GBK, inside a pack that is plain ASCII otherwise. */
const gbk = (): Buffer => {
  const text = JSON.stringify({ ...plainPack, short: '@@' }, null, 2)
  const at = text.indexOf('@@')
  const head = Buffer.from(text.slice(0, at))
  return Buffer.concat([head, Buffer.from('cabec0fd', 'hex'), Buffer.from(text.slice(at + 2))])
}

test('a pack that Notepad saved can be imported, applied for and corrected', async () => {
  const { call, handle } = engineWithVault()
  const path = handle(file(tempFolder(), '记事本.json', marked))
  const preview = await call('pack.preview', { file: path })
  expect(preview).toMatchObject({ faults: [], pack: { standing: 'newEdition' } })
  await call('pack.import', { file: path })
  expect((await call('pack.preview', { file: path })).pack?.standing).toBe('same')
  const wanted = { id: 'js-internet-plus-base', edition: '2099' }
  const made = await call('application.create', wanted)
  expect(made.pack.edition).toBe('2099')
  const corrected = await call('pack.correct', {
    ...wanted,
    note: '通知已延期',
    corrections: [{ path: ['windows', '0', 'closes'], value: '2099-12-31' }],
  })
  expect(corrected.pack.windows[0]?.closes).toBe('2099-12-31')
  expect((await call('application.open', { id: made.id })).pack.edition).toBe('2099')
})

test('the mark makes no other pack of it', async () => {
  const { call, handle } = engineWithVault()
  const path = handle(file(tempFolder(), '同一份.json', `\uFEFF${shipped}`))
  expect((await call('pack.preview', { file: path })).pack).toMatchObject({
    standing: 'same',
    changes: [],
  })
})

describe('another encoding', () => {
  test('is named on its line, and never read as other words', () => {
    const bytes = gbk()
    const line = bytes.subarray(0, bytes.indexOf(0xca)).toString('latin1').split('\n').length
    const { pack, faults } = checkPackFile(bytes)
    expect(pack).toBeUndefined()
    expect(faults).toEqual([
      expect.objectContaining({
        code: 'text.encoding',
        path: '',
        reason: expect.stringContaining('UTF-8'),
      }),
    ])
    // Chinese text before the GBK bytes does not shift the line: it is counted in line ends.
    expect(faults[0]?.line).toBe(line)
  })

  test.each([
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${next}`, 'utf16le')],
    ['UTF-16 without', Buffer.from(next, 'utf16le')],
    ['half a character', Buffer.from(next).subarray(0, Buffer.from(next).indexOf('互联网') + 1)],
    ['zeros', Buffer.alloc(5000)],
    ['a PDF', Buffer.from('%PDF-1.7\n\xe2\xe3\xcf\xd3', 'latin1')],
  ])('%s is refused on import and leaves no trace', async (_, bytes) => {
    const { call, handle } = engineWithVault()
    const path = handle(file(tempFolder(), 'x.json', bytes))
    const preview = await call('pack.preview', { file: path })
    expect(preview.pack).toBeNull()
    expect(preview.faults).toHaveLength(1)
    await expect(call('pack.import', { file: path })).rejects.toMatchObject({
      fault: { code: 'programme.unusable' },
    })
    const { programmes, unusable } = await call('programme.list', {})
    expect(programmes.some(({ edition }) => edition === '2099')).toBe(false)
    expect(unusable).toEqual([])
  })

  test('a replacement character that stands in a sound file is left alone', () => {
    const text = JSON.stringify({ ...plainPack, category: '乱码\uFFFD' })
    expect(checkPackFile(Buffer.from(text)).faults).toEqual([])
  })
})

describe('a shelf in disorder', () => {
  test('folders, dead links and files without permission never hide the sound packs', () => {
    const dir = tempFolder()
    file(dir, 'good.json', JSON.stringify(plainPack))
    file(dir, 'marked.json', `\uFEFF${JSON.stringify({ ...plainPack, edition: '2024' })}`)
    file(dir, 'gbk.json', gbk())
    mkdirSync(join(dir, 'folder.json'))
    symlinkSync(join(dir, 'nowhere'), join(dir, 'link.json'))
    file(dir, 'pack.schema.json', '{')
    file(dir, 'deep.json', '['.repeat(100_000))
    const { packs, unusable } = loadShelf(dir)
    expect(packs.map(({ pack }) => pack.edition)).toEqual(['2023', '2024'])
    expect(packs.map(({ body }) => body.startsWith('{'))).toEqual([true, true])
    expect(unusable.map(({ file: name, reasons }) => [name, reasons.length])).toEqual([
      ['deep.json', 1],
      ['folder.json', 1],
      ['gbk.json', 1],
      ['link.json', 1],
    ])
  })

  test('of two files of one edition the first by name counts, the other is named', () => {
    const dir = tempFolder()
    file(dir, 'b.json', JSON.stringify({ ...plainPack, title: '后一份' }))
    file(dir, 'a.json', JSON.stringify({ ...plainPack, title: '前一份' }))
    file(dir, 'c.json', JSON.stringify({ ...plainPack, edition: '2024' }))
    const { packs, unusable } = loadShelf(dir)
    expect(packs.map(({ pack }) => pack.title)).toEqual(['前一份', '示例项目'])
    expect(unusable).toMatchObject([{ file: 'b.json', reasons: [{ code: 'duplicate.id' }] }])
  })
})
