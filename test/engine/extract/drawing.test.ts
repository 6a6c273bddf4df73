/** OFD pages drawn: what is printed, where, in which order, and what is said to be missing. */
import { readFileSync } from 'node:fs'
import { join as joinPath } from 'node:path'
import { expect, test } from 'vitest'
import { bitPng } from '../../../electron/engine/extract/drawing/png.ts'
import { join, octets, sequence } from '../../../electron/engine/identity/der-write.ts'
import type { Drawn, DrawnText } from '../../../shared/model/drawing.ts'
import { drawingOf, drawnOfd, flat, layer, previewOf } from '../../support/drawn-ofd.ts'
import { root } from '../../support/house.ts'

const draw = async (parts: Parameters<typeof drawnOfd>[0]) =>
  drawingOf(await previewOf('a.ofd', drawnOfd(parts)))

const path = (data: string, attributes = '', inner = '') =>
  `<ofd:PathObject Boundary="0 0 100 50" ${attributes}>${inner}<ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`
const text = (inner: string, attributes = '') =>
  `<ofd:TextObject Boundary="10 20 50 5" Font="1" Size="4" ${attributes}>${inner}</ofd:TextObject>`
const texts = (parts: readonly Drawn[]) =>
  flat(parts).flatMap(({ content }) => (content.shape === 'text' ? [content] : []))

const png = bitPng(new Uint8Array(8).fill(0xaa), 8, 8)
const picture = {
  resources:
    '<ofd:MultiMedias><ofd:MultiMedia ID="7" Type="Image"><ofd:MediaFile>a.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>',
  files: { 'a.png': png },
}

test('paths keep their commands, inks and lines; what is not filled stays open', async () => {
  const { parts, leftOut } = await draw({
    resources:
      '<ofd:ColorSpace ID="2" Type="CMYK"/><ofd:DrawParam ID="3" LineWidth="0.5"><ofd:StrokeColor Value="128 0 0"/></ofd:DrawParam><ofd:DrawParam ID="4" Relative="3"><ofd:FillColor Value="0 255 255 0" ColorSpace="2"/></ofd:DrawParam>',
    content: layer(
      path('S 1 1 L 2 2 Q 3 3 4 4 B 5 5 6 6 7 7 A 2 2 0 1 0 9 9 C', 'Fill="true" Rule="Even-Odd"') +
        path(
          'M 0 0 L 9 9',
          'Stroke="true" Cap="Round" DashPattern="1 2"',
          '<ofd:StrokeColor Value="#0a #0b #0c" Alpha="51"/>',
        ),
      'DrawParam="4"',
    ),
  })
  expect(leftOut).toBe(0)
  expect(parts.map(({ content }) => content)).toEqual([
    {
      shape: 'path',
      path: 'M1 1L2 2Q3 3 4 4C5 5 6 6 7 7A2 2 0 1 0 9 9Z',
      evenOdd: true,
      fill: { color: '#ff0000', alpha: 1 },
      stroke: expect.objectContaining({ color: '#800000', alpha: 1, width: 0.5, cap: 'butt' }),
    },
    {
      shape: 'path',
      path: 'M0 0L9 9',
      evenOdd: false,
      fill: null,
      stroke: expect.objectContaining({ color: '#0a0b0c', alpha: 0.2, cap: 'round', dash: [1, 2] }),
    },
  ])
})

test('a filled path without a colour of its own stays empty, as the standard has it', async () => {
  const { parts } = await draw({ content: layer(path('M 0 0 L 9 9', 'Fill="true"')) })
  expect(parts[0]?.content).toMatchObject({ fill: null, stroke: { color: '#000000' } })
})

test('every character stands where its advances say, leading spaces included', async () => {
  const { parts } = await draw({
    resources: '<ofd:Fonts><ofd:Font ID="1" FontName="楷体" FamilyName="KaiTi"/></ofd:Fonts>',
    content: layer(
      text('<ofd:TextCode X="1" Y="3" DeltaX="g 2 2 4">  甲乙</ofd:TextCode>') +
        text('<ofd:TextCode X="1" Y="3" DeltaY="5 5">竖排字</ofd:TextCode>', 'CTM="2 0 0 2 0 0"') +
        text('<ofd:TextCode X="0" Y="3">ab</ofd:TextCode>', 'Weight="700" HScale="0.5"'),
    ),
  })
  const [spaced, upright, loose] = texts(parts) as [DrawnText, DrawnText, DrawnText]
  expect(spaced).toMatchObject({
    characters: '  甲乙',
    x: [1, 3, 5, 9],
    y: [3, 3, 3, 3],
    face: 'kai',
  })
  expect(upright).toMatchObject({ x: [1, 1, 1], y: [3, 8, 13] })
  expect(parts[1]?.matrix).toEqual([2, 0, 0, 2, 10, 20])
  // Without advances the face's own count.
  expect(loose).toMatchObject({ x: [0], bold: true, stretch: 0.5, fill: { color: '#000000' } })
})

test('a face in the file gives the shapes of its letters; the letters stay to be copied', async () => {
  const font = readFileSync(
    joinPath(root, 'node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf'),
  )
  const resources =
    '<ofd:Fonts><ofd:Font ID="1" FontName="ABCDEF+Own"><ofd:FontFile>own.ttf</ofd:FontFile></ofd:Font><ofd:Font ID="2" FontName="Broken"><ofd:FontFile>broken.ttf</ofd:FontFile></ofd:Font></ofd:Fonts>'
  const content = layer(
    text('<ofd:TextCode X="0" Y="4">L</ofd:TextCode>') +
      text(
        '<ofd:CGTransform CodePosition="0" CodeCount="1" GlyphCount="1"><ofd:Glyphs>47</ofd:Glyphs></ofd:CGTransform><ofd:TextCode X="0" Y="4">税</ofd:TextCode>',
      ) +
      text('<ofd:TextCode X="0" Y="4">税</ofd:TextCode>') +
      text('<ofd:TextCode X="0" Y="4">L</ofd:TextCode>').replace('Font="1"', 'Font="2"'),
  )
  const files = { 'own.ttf': font, 'broken.ttf': font.subarray(0, 4000) }
  const { parts } = await draw({ resources, content, files })
  const [letter, named, missing, broken] = texts(parts)
  // An L: six corners, from its baseline at 4 up to its height of 0.73 em.
  expect(letter?.outline).toMatch(/^M[\d.]+ 4L/)
  expect(letter?.outline?.match(/L/g)?.length).toBeGreaterThanOrEqual(5)
  expect(named).toMatchObject({ characters: '税', outline: letter?.outline })
  expect(missing).toMatchObject({ characters: '税', outline: null })
  expect(broken?.outline).toBeNull()
})

test('templates below, layers by their type, annotations above, hidden things not at all', async () => {
  const one = (x: number) => path(`M ${x} 0 L ${x} 9`)
  const { parts } = await draw({
    head: '<ofd:Template TemplateID="8" ZOrder="Foreground"/><ofd:Template TemplateID="9"/>',
    templates: { 8: layer(one(8)), 9: layer(one(9)) },
    content:
      layer(one(3), 'Type="Foreground"') + layer(one(2)) + layer(one(1), 'Type="Background"'),
    annotations: `<ofd:Annot ID="1"><ofd:Appearance Boundary="5 6 10 10">${one(4)}</ofd:Appearance></ofd:Annot><ofd:Annot ID="2" Visible="false"><ofd:Appearance Boundary="5 6 10 10">${one(5)}</ofd:Appearance></ofd:Annot>`,
  })
  const order = flat(parts).flatMap(({ content }) =>
    content.shape === 'path' ? [Number(/^M(\d+)/.exec(content.path)?.[1])] : [],
  )
  expect(order).toEqual([9, 1, 2, 8, 3, 4])
  expect(parts.at(-1)?.matrix).toEqual([1, 0, 0, 1, 5, 6])
})

test('pictures lie in their unit square, composed graphics in theirs; each is cut as it says', async () => {
  const { parts } = await draw({
    ...picture,
    resources: `${picture.resources}<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="6" Width="10" Height="10"><ofd:Content>${path('M 0 0 L 1 1')}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`,
    content: layer(
      '<ofd:ImageObject Boundary="6 7 20 10" CTM="20 0 0 10 0 0" ResourceID="7" BlendMode="Darken" Alpha="102"/>' +
        '<ofd:ImageObject Boundary="6 7 20 10" ResourceID="7"/>' +
        '<ofd:CompositeObject Boundary="1 2 10 10" ResourceID="6"/>' +
        path(
          'M 0 0 L 90 0',
          '',
          '<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary="1 1 5 5"><ofd:AbbreviatedData>M 0 0 L 5 0 L 5 5 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>',
        ) +
        '<ofd:PathObject Boundary="10 10 5 5"><ofd:AbbreviatedData>M 0 0 L 80 0</ofd:AbbreviatedData></ofd:PathObject>',
    ),
  })
  const [blended, plain, composed, clipped, cut] = parts
  expect(blended).toMatchObject({ matrix: [20, 0, 0, 10, 6, 7], blend: 'darken', alpha: 0.4 })
  expect(blended?.content).toEqual({
    shape: 'image',
    media: 'image/png',
    base64: png.toString('base64'),
  })
  expect(plain?.matrix).toEqual([20, 0, 0, 10, 6, 7])
  expect(composed).toMatchObject({ matrix: [1, 0, 0, 1, 1, 2], content: { shape: 'group' } })
  expect(clipped?.clips).toEqual([
    [{ path: 'M0 0L5 0L5 5Z', matrix: [1, 0, 0, 1, 1, 1], evenOdd: false }],
  ])
  // Beyond its boundary, which is widened by half its line and a rounding.
  expect(cut?.clips[0]?.[0]?.path).toMatch(/^M9\.3235 9\.3235L/)
})

const ia5 = (content: string) => {
  const bytes = utf8Like(content)
  return new Uint8Array([0x16, bytes.length, ...bytes])
}
const utf8Like = (content: string) => new TextEncoder().encode(content)

/** Signed data with a seal's picture in it, as far down as real ones have it. */
const sealData = (type: string, bytes: Uint8Array) =>
  Buffer.from(sequence(sequence(sequence(ia5('ES'), ia5('x')), sequence(ia5(type), octets(bytes)))))

test('a seal is drawn to the size of its stamp, be it a picture or a page; it counts as unverified', async () => {
  const inner = drawnOfd({ box: '0 0 40 40', content: layer(path('M 0 0 L 40 40')) })
  const stamps = (data: Uint8Array) => ({
    attributes: [
      'ID="1" PageRef="1" Boundary="10 10 20 20"',
      'ID="2" PageRef="2" Boundary="0 0 9 9"',
    ],
    data,
  })
  const page = await draw({ stamps: stamps(sealData('ofd', inner)), pages: 2 })
  expect(page).toMatchObject({ seals: 1, leftOut: 0 })
  expect(page.parts[0]).toMatchObject({ matrix: [0.5, 0, 0, 0.5, 10, 10], blend: 'multiply' })
  const stamped = await draw({ stamps: stamps(sealData('png', png)) })
  expect(stamped.parts[0]).toMatchObject({ matrix: [20, 0, 0, 20, 10, 10] })
  const unknown = [
    sealData('svg', utf8Like('<svg/>')),
    join(sealData('png', png), Uint8Array.of(0)),
    sealData('ofd', utf8Like('no archive')),
    Buffer.alloc(0),
  ]
  for (const data of unknown) {
    expect(await draw({ stamps: stamps(data) })).toMatchObject({ seals: 0, leftOut: 1 })
  }
})

test('what is unknown or cannot be drawn is left out and counted', async () => {
  const { parts, leftOut } = await draw({
    ...picture,
    files: { 'a.png': new TextEncoder().encode('GIF87a no picture at all') },
    content: layer(
      '<ofd:VideoObject Boundary="0 0 9 9" ResourceID="1"/>' +
        '<ofd:ImageObject Boundary="0 0 9 9" ResourceID="7"/>' +
        '<ofd:ImageObject Boundary="0 0 9 9" ResourceID="404"/>' +
        path('M 0 0 L x 9') +
        path('M 0 0 Z 1') +
        path(
          'M 0 0 L 9 9',
          '',
          '<ofd:StrokeColor><ofd:AxialShd><ofd:Segment><ofd:Color Value="1 2 3"/></ofd:Segment></ofd:AxialShd></ofd:StrokeColor>',
        ),
    ),
  })
  // A shading is drawn in its first colour, and counted.
  expect(parts).toHaveLength(1)
  expect(parts[0]?.content).toMatchObject({ stroke: { color: '#010203' } })
  expect(leftOut).toBe(6)
})

test('a page of too many objects is shown as its text, with the reason', async () => {
  const content = layer(
    text('<ofd:TextCode X="0" Y="3">可读的文字</ofd:TextCode>') +
      Array.from({ length: 20_001 }, (_, at) => path(`M 0 ${at / 7} L 1 1`)).join(''),
  )
  const { body, pages } = await previewOf('a.ofd', drawnOfd({ content, pages: 3 }))
  expect(pages).toBe(3)
  expect(body).toEqual({
    view: 'text',
    blocks: [{ block: 'paragraph', text: '可读的文字' }],
    trouble: { code: 'ofd.crowded', data: {} },
  })
})

test('a graphic composed of itself ends', async () => {
  const resources =
    '<ofd:CompositeGraphicUnit ID="6"><ofd:Content><ofd:CompositeObject ResourceID="6"/></ofd:Content></ofd:CompositeGraphicUnit>'
  const content = layer('<ofd:CompositeObject Boundary="0 0 9 9" ResourceID="6"/>')
  const { body } = await previewOf('a.ofd', drawnOfd({ resources, content }))
  expect(body).toMatchObject({ view: 'text', trouble: { code: 'ofd.crowded' } })
})

test('what is no archive, leads outside or is of another kind has its reason', async () => {
  const bytes = new TextEncoder().encode('nothing')
  expect((await previewOf('a.ofd', bytes)).body).toMatchObject({
    view: 'none',
    trouble: { code: 'zip.broken' },
  })
  const outside = drawnOfd({
    ...picture,
    resources: picture.resources.replace('a.png', '../../../../etc/passwd'),
    content: layer('<ofd:ImageObject Boundary="0 0 9 9" ResourceID="7"/>'),
  })
  expect((await previewOf('a.ofd', outside)).body).toMatchObject({
    view: 'text',
    trouble: { code: 'ofd.path' },
  })
  expect((await previewOf('a.bin', bytes)).body).toEqual({ view: 'none', trouble: null })
})
