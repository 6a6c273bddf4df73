/** OFD papers in a bound volume: drawn as their pages, with characters that can be copied. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { element, octets, sequence } from '../../../electron/engine/identity/der-write.ts'
import { type DrawnParts, drawnOfd, layer } from '../../support/drawn-ofd.ts'
import { root, tempFolder } from '../../support/house.ts'
import { bound, firstPage } from '../../support/placed.ts'
import { wordBoxes } from '../../support/poppler.ts'
import { pngOf } from '../../support/small-png.ts'
import { colourDots, labelledPdf, storedPaper } from '../../support/volume.ts'

const media = 'application/ofd'
const page = firstPage + 1

const stored = (dir: string, title: string, parts: DrawnParts) =>
  storedPaper(dir, title, drawnOfd(parts), media)

const shape = (data: string, colour: string, more = '', inner = '') =>
  `<ofd:PathObject Boundary="0 0 100 50" Fill="true" Stroke="false" ${more}>${inner}` +
  `<ofd:FillColor Value="${colour}"/><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`
const square = (x: number, y: number, side: number) =>
  `M ${x} ${y} L ${x + side} ${y} L ${x + side} ${y + side} L ${x} ${y + side} C`
const scribble = (points: number) =>
  `M 0 0 ${Array.from({ length: points }, (_, at) => `L ${(at * at) % 977} ${(at * 31) % 613}`).join(' ')}`
const text = (inner: string, attributes = '') =>
  `<ofd:TextObject Boundary="0 0 100 50" Font="1" Size="4" ${attributes}>${inner}</ofd:TextObject>`
const media7 = (name: string) =>
  `<ofd:MultiMedias><ofd:MultiMedia ID="7" Type="Image"><ofd:MediaFile>${name}</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>`

/** A sheet of 100 × 50 mm is neither scaled nor turned, and stands in the midst of the block. */
const corner = { x: 28 + (156 - 100) / 2, y: 37 + (225 - 50) / 2 }

/** The colour at a place of the sheet, in its millimetres. */
function colourAt(file: string, number = page) {
  const { at } = colourDots(file, number, 144)
  return (x: number, y: number) => at((corner.x + x) / 210, (corner.y + y) / 297)
}

describe('what is drawn', () => {
  test('areas, holes, curves, lines, cuts, inks that let through, in their order', async () => {
    const dir = tempFolder()
    const clip = (inner: string) => `<ofd:Clips><ofd:Clip>${inner}</ofd:Clip></ofd:Clips>`
    const area = (data: string) =>
      `<ofd:Area><ofd:Path Boundary="0 0 100 50"><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:Path></ofd:Area>`
    const paper = stored(dir, '图形', {
      content: layer(
        [
          shape(square(0, 0, 10), '255 0 0'),
          shape(`${square(12, 0, 10)} ${square(15, 3, 4)}`, '0 0 255', 'Rule="Even-Odd"'),
          shape('M 25 5 A 5 5 0 1 1 35 5 A 5 5 0 1 1 25 5 C', '0 128 0'),
          shape('M 40 0 Q 50 0 50 10 L 40 10 C', '0 0 0'),
          shape(square(55, 0, 10), '255 0 0', '', clip(area(square(55, 0, 5)))),
          shape(
            'M 70 0 L 90 0 L 90 10 L 70 10 C',
            '255 0 0',
            '',
            clip(area(square(70, 0, 5)) + area('M 73 2 L 73 8 L 79 8 L 79 2 C')),
          ),
          shape(square(0, 15, 10), '255 0 0') + shape(square(5, 15, 10), '0 0 255', 'Alpha="128"'),
          shape(square(20, 15, 10), '255 255 0') +
            shape(square(25, 15, 10), '0 255 255', 'BlendMode="Multiply"'),
          '<ofd:PathObject Boundary="0 0 100 50" LineWidth="2" DashPattern="4 4"><ofd:AbbreviatedData>M 40 20 L 60 20</ofd:AbbreviatedData></ofd:PathObject>',
          shape(square(0, 0, 10), '255 0 255', 'CTM="0.5 0 0 0.5 70 20"'),
        ].join(''),
      ),
    })
    const { file, result } = await bound(dir, paper)
    expect(result).toMatchObject({ stoodFor: [], partly: [] })
    const at = colourAt(file)
    const [red, blue, white] = [
      [255, 0, 0],
      [0, 0, 255],
      [255, 255, 255],
    ]
    expect(at(5, 5)).toEqual(red)
    expect([at(13, 1), at(17, 5)]).toEqual([blue, white])
    expect([at(30, 5), at(30, 1), at(26, 1)]).toEqual([[0, 128, 0], [0, 128, 0], white])
    expect([at(48, 6), at(49.5, 0.7)]).toEqual([[0, 0, 0], white])
    expect([at(57, 3), at(62, 3)]).toEqual([red, white])
    // Two areas that cross, drawn the one way round and the other, are both open.
    expect([at(71, 1), at(74, 4), at(78, 7), at(85, 5)]).toEqual([red, red, red, white])
    expect([at(2, 20), at(7, 20), at(12, 20)]).toEqual([red, [127, 0, 128], [127, 127, 255]])
    expect([at(22, 20), at(27, 20), at(32, 20)]).toEqual([
      [255, 255, 0],
      [0, 255, 0],
      [0, 255, 255],
    ])
    expect([at(42, 20), at(46, 20), at(50, 20)]).toEqual([[0, 0, 0], white, [0, 0, 0]])
    expect([at(74, 24), at(76, 26)]).toEqual([[255, 0, 255], white])
  })

  test('every character at its place, to be copied, in a face of its kind', async () => {
    const dir = tempFolder()
    const fonts =
      '<ofd:Fonts><ofd:Font ID="1" FontName="楷体"/><ofd:Font ID="2" FontName="Courier New"/></ofd:Fonts>'
    const paper = stored(dir, '文字', {
      resources: fonts,
      content: layer(
        text('<ofd:TextCode X="10" Y="10" DeltaX="8 8 8">发票号码</ofd:TextCode>') +
          text('<ofd:TextCode X="10" Y="20" DeltaX="2.4 2.4">MA9</ofd:TextCode>').replace(
            'Font="1"',
            'Font="2"',
          ) +
          text('<ofd:TextCode X="60" Y="10" DeltaY="6 6">竖排字</ofd:TextCode>', 'Weight="700"') +
          text('<ofd:TextCode X="10" Y="30">金额￥㍻⾦</ofd:TextCode>'),
      ),
    })
    const { file, pages, result } = await bound(dir, paper)
    expect(result.partly).toEqual([])
    for (const words of ['发票号码', 'MA9', '金额￥', '⾦'])
      expect(pages[page - 1]).toContain(words)
    const boxes = wordBoxes(file, page)
    const placeOf = (word: string) => {
      const [, x = 0, y = 0] = boxes.find(([found]) => found.startsWith(word)) ?? []
      return { x: (x * 25.4) / 72 - corner.x, y: (y * 25.4) / 72 - corner.y }
    }
    expect(placeOf('发').x).toBeCloseTo(10, 0)
    expect(placeOf('码').x).toBeCloseTo(34, 0)
    expect(placeOf('竖').x).toBeCloseTo(60, 0)
    expect(placeOf('字').y - placeOf('竖').y).toBeCloseTo(12, 0)
    const names = readFileSync(file).toString('latin1')
    expect(names).toMatch(/\+LXGWWenKai/)
  })

  test('a face that the file brings: its shapes are printed, its letters are copied', async () => {
    const dir = tempFolder()
    const face = readFileSync(
      join(root, 'node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf'),
    )
    const paper = stored(dir, '自带字体', {
      resources:
        '<ofd:Fonts><ofd:Font ID="1" FontName="X"><ofd:FontFile>f.ttf</ofd:FontFile></ofd:Font></ofd:Fonts>',
      files: { 'f.ttf': face },
      content: layer(
        text(
          '<ofd:CGTransform CodePosition="0" CodeCount="2" GlyphCount="2"><ofd:Glyphs>43 43</ofd:Glyphs></ofd:CGTransform><ofd:TextCode X="10" Y="20" DeltaX="10">\ue123乙</ofd:TextCode>',
          'Size="10"',
        ).replace('Size="4"', ''),
      ),
    })
    const { file, pages, result } = await bound(dir, paper)
    expect(result.partly).toEqual([])
    expect(pages[page - 1]).toContain('乙')
    // Glyph 43 is an H: its left stem, and nothing above its bar.
    const at = colourAt(file)
    expect([at(11.3, 16), at(13.5, 14)]).toEqual([
      [0, 0, 0],
      [255, 255, 255],
    ])
  })

  test.each([
    ['grey with transparency', pngOf({ colour: 4, rows: [[0, 0, 0, 255]] })],
    [
      'a palette with transparency',
      pngOf({ colour: 3, rows: [[0, 1]], palette: [9, 9, 9, 0, 0, 0], alpha: [0, 255] }),
    ],
    [
      'a colour that is none',
      pngOf({ colour: 2, rows: [[9, 9, 9, 0, 0, 0]], alpha: [0, 9, 0, 9, 0, 9] }),
    ],
  ])('a picture lets through what lies below: %s', async (_, png) => {
    const dir = tempFolder()
    const paper = stored(dir, '图片', {
      resources: media7('a.png'),
      files: { 'a.png': png },
      content: layer(
        `${shape(square(0, 0, 20), '255 0 0')}<ofd:ImageObject Boundary="0 0 20 20" ResourceID="7"/>`,
      ),
    })
    const { file, result } = await bound(dir, paper)
    expect(result.partly).toEqual([])
    const at = colourAt(file)
    expect([at(5, 10), at(15, 10)]).toEqual([
      [255, 0, 0],
      [0, 0, 0],
    ])
  })

  test('seals over the text they are stamped on, a picture or a page', async () => {
    const dir = tempFolder()
    const seal = drawnOfd({ box: '0 0 40 40', content: layer(shape(square(0, 0, 40), '255 0 0')) })
    const data = sequence(sequence(element(0x16, Buffer.from('ofd')), octets(seal)))
    const paper = stored(dir, '印章', {
      content: layer(shape(square(0, 0, 10), '0 0 255')),
      stamps: { attributes: ['ID="1" PageRef="1" Boundary="5 0 20 20"'], data },
    })
    const { file, pages, result } = await bound(dir, paper)
    expect(result).toMatchObject({ stoodFor: [], partly: [] })
    const at = colourAt(file)
    expect([at(2, 5), at(7, 5), at(20, 15)]).toEqual([
      [0, 0, 255],
      [0, 0, 0],
      [255, 0, 0],
    ])
    // Nothing is said of it, least of all that it is genuine.
    expect(pages[page - 1]).toBe('—5—数据校验码B6059A1F52')
  })
})

describe('what becomes of a paper', () => {
  test('several pages, between PDFs; twice the same bytes', async () => {
    const content = layer(text('<ofd:TextCode X="5" Y="9" DeltaX="4 4">第几页</ofd:TextCode>'))
    const make = async (dir: string) => {
      const papers = [
        storedPaper(dir, '前', await labelledPdf('A', 1)),
        stored(dir, '三页', { content, pages: 3 }),
        storedPaper(dir, '后', await labelledPdf('B', 1)),
      ]
      return bound(dir, ...papers)
    }
    const once = await make(tempFolder())
    expect(once.result.stoodFor).toEqual([])
    const found = once.pages.slice(firstPage).map((each) => /AP1|BP1|第几页/.exec(each)?.[0])
    expect(found).toEqual(['AP1', '第几页', '第几页', '第几页', 'BP1', undefined])
    const twice = await make(tempFolder())
    expect(readFileSync(twice.file).equals(readFileSync(once.file))).toBe(true)
  })

  test('what could not be drawn is said on a sheet after the pages', async () => {
    const dir = tempFolder()
    const paper = stored(dir, '缺图', {
      content: layer(
        `${shape(square(0, 0, 10), '255 0 0')}<ofd:ImageObject Boundary="0 0 5 5" ResourceID="9"/>` +
          text('<ofd:TextCode X="5" Y="20" DeltaX="4">字\u{10fffd}</ofd:TextCode>'),
      ),
    })
    const { file, pages, result } = await bound(dir, paper)
    expect(result.stoodFor).toEqual([])
    expect(result.partly).toEqual([{ part: 0, paper: 0, count: 2, page: 6 }])
    expect(colourAt(file)(5, 5)).toEqual([255, 0, 0])
    expect(pages[page]).toContain('附页')
    expect(pages[page]).toContain('2处图形、图片或文字未能按原样印出')
    expect(pages[page]).toContain(paper.sha256)
  })

  test.each([
    ['damaged', '断档', (ofd: Buffer) => ofd.subarray(0, ofd.length / 2)],
    ['damaged', '无页', () => drawnOfd({ pages: 0 })],
    [
      'tooLarge',
      '过多',
      () => drawnOfd({ content: layer(shape(square(0, 0, 1), '0 0 0').repeat(20_001)) }),
    ],
    // More than the reading thread may hold.
    [
      'tooLarge',
      '太重',
      () => drawnOfd({ content: layer(shape(scribble(40_000), '0 0 0').repeat(60)) }),
    ],
    ['tooLarge', '千页', () => drawnOfd({ content: layer(''), pages: 1001 })],
  ] as const)(
    '%s: a sheet stands for %s, and its neighbours are whole',
    async (why, title, spoil) => {
      const dir = tempFolder()
      const whole = drawnOfd({
        content: layer(text('<ofd:TextCode X="5" Y="9">甲</ofd:TextCode>')),
      })
      const before = storedPaper(dir, '前一份', whole, media)
      const spoilt = storedPaper(dir, title, spoil(whole), media)
      const { result, pages } = await bound(dir, before, spoilt, { ...before, title: '后一份' })
      expect(result.stoodFor).toEqual([{ part: 0, paper: 1, why, page: 6 }])
      expect(pages[firstPage]).toContain('甲')
      expect(pages[firstPage + 1]).toContain('替代页')
      expect(pages[firstPage + 2]).toContain('甲')
    },
  )

  test('bytes that are not those that were stored', async () => {
    const dir = tempFolder()
    const paper = stored(dir, '被改动', { content: layer(shape(square(0, 0, 10), '0 0 0')) })
    writeFileSync(paper.file, drawnOfd({ content: layer('') }))
    const { result } = await bound(dir, paper)
    expect(result.stoodFor.map(({ why }) => why)).toEqual(['altered'])
  })
})
