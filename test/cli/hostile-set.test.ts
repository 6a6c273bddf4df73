/**
 * Files that were made to hurt, through the command line with the limits that ship: each is refused,
 * kept inert with a named reason, or read within the bounds; no process grows beyond 300 MiB, nothing
 * appears outside the vault.
 */
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import type { ImportResult } from '../../shared/model/material.ts'
import { cli } from '../support/cli.ts'
import { file, tempFolder } from '../support/house.ts'
import { importWatched } from '../support/import-watched.ts'
import { ofdEntries, ofdOf } from '../support/ofd.ts'
import { numbered, stream } from '../support/raw-pdf.ts'
import { zipOf } from '../support/zip.ts'

const page = (content: Buffer, resources = '') => [
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R${resources}>>`,
  content,
]
const drawing = stream('', Buffer.from('/X Do '.repeat(10)))
const withX = '/Resources<</XObject<</X 5 0 R>>>>'

/** Thirty forms of which each draws the next ten times. */
const endless = () => {
  const form = (_: unknown, at: number) => {
    const next = at < 29 ? `/Resources<</XObject<</X ${at + 6} 0 R>>>>` : ''
    return stream(
      `/Type/XObject/Subtype/Form/BBox[0 0 9 9]${next}`,
      Buffer.from('/X Do '.repeat(10)),
    )
  }
  return numbered([...page(drawing, withX), ...Array.from({ length: 30 }, form)])
}
const swollen = () =>
  numbered(page(stream('/Filter/FlateDecode', deflateSync(Buffer.alloc(300 << 20, '0 0 m ')))))
const picture = (width: number, height: number, data: Buffer) =>
  numbered([
    ...page(drawing, withX),
    stream(
      `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 8/ColorSpace/DeviceCMYK/Filter/FlateDecode`,
      deflateSync(data),
    ),
  ])

const acting = async (action: object) => {
  const document = await PDFDocument.create()
  document.addPage()
  document.catalog.set(PDFName.of('OpenAction'), document.context.obj(action as never))
  return Buffer.from(await document.save())
}

function png(width: number, height: number, data?: Buffer): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data])
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    size.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([size, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const size = Math.min(width * 3 + 1, 1 << 16) * Math.min(height, 4000)
  const rows = deflateSync(data ?? Buffer.alloc(size))
  const parts = [chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts])
}

/** A picture of a small size in a PDF, whose own data claims another: `SIZ` of JPEG 2000, `SOF` of JPEG. */
const lying = (filter: string, data: string) =>
  numbered([
    ...page(drawing, withX),
    stream(
      `/Type/XObject/Subtype/Image/Width 1000/Height 1000/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/${filter}`,
      Buffer.concat([Buffer.from(data, 'hex'), Buffer.alloc(99_999, 0x5a)]),
    ),
  ])
const hugeJpeg = `ffd8ffdb004300${'10'.repeat(64)}ffc20011087530753003011100021100031100`
const hugeJpeg2000 =
  'ff4fff51002f00000000ea600000ea6000000000000000000000ea600000ea6000000000000000000003070101070101070101ff52000c00000001000504040001ff5c00134040484850484850484850484850484850ff90000a0000000000000001ff93'

/** A picture of sixteen inks at 16 bits: more than its size tells. */
const inks = () =>
  numbered([
    ...page(drawing, withX),
    stream(
      '/Type/XObject/Subtype/Image/Width 3400/Height 3400/ColorSpace 6 0 R/BitsPerComponent 16/Filter/FlateDecode',
      deflateSync(Buffer.alloc(256 << 20)),
    ),
    `[/DeviceN[${Array.from({ length: 16 }, (_, at) => `/C${at}`).join('')}]/DeviceCMYK 7 0 R]`,
    stream(
      `/FunctionType 4/Domain[${'0 1 '.repeat(16)}]/Range[0 1 0 1 0 1 0 1]`,
      Buffer.from(`{${'pop '.repeat(12)}}`),
    ),
  ])

/** A font that gives the widths of two thousand million letters. */
const letters = () =>
  numbered([
    ...page(stream('', Buffer.from('BT /F 12 Tf (abc) Tj ET')), '/Resources<</Font<</F 5 0 R>>>>'),
    '<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(A)/Ordering(B)/Supplement 0>>/W[0 2000000000 500]/FontDescriptor<</Type/FontDescriptor/FontName/A/Flags 4>>>>',
  ])

const twicePacked = () =>
  numbered(
    page(
      stream(
        '/Filter[/FlateDecode/FlateDecode]',
        deflateSync(deflateSync(Buffer.alloc(256 << 20, '0 0 m '))),
      ),
    ),
  )
const ring = () =>
  numbered([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 2000000000/Kids[3 0 R 2 0 R]>>',
    '<</Type/Pages/Parent 2 0 R/Count 9/Kids[2 0 R 3 0 R]>>',
  ])
const nested = () =>
  numbered([
    `<</Type/Catalog/Pages 2 0 R/X ${'['.repeat(500_000)}${']'.repeat(500_000)}>>`,
    '<</Type/Pages/Count 0/Kids[]>>',
  ])
const attached = () =>
  numbered([
    '<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a.exe) 4 0 R]>>>>>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>',
    '<</Type/Filespec/F(a.exe)/EF<</F 5 0 R>>>>',
    stream('/Type/EmbeddedFile/Filter/FlateDecode', deflateSync(Buffer.alloc(256 << 20, 'MZ'))),
  ])
/** No more than a head, and then sixty megabytes of nothing that a reader could hold on to. */
const shapeless = () =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(60 << 20, '1 0 obj <</A(x)>> endobj\n')])

function bitmap(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(200)
  bytes.write('BM')
  bytes.writeUInt32LE(54, 10)
  bytes.writeUInt32LE(40, 14)
  bytes.writeInt32LE(width, 18)
  bytes.writeInt32LE(height, 22)
  bytes.writeUInt16LE(1, 26)
  bytes.writeUInt16LE(24, 28)
  return bytes
}
const ringTiff = () => Buffer.from('49492a0008000000010000010300010000001000000008000000', 'hex')

const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`)
const honest = ofdEntries({ printed: [['发票', 10, 10]] })

/** Names of the files, with the reason that must be told of each; `none` is read within the bounds. */
const files: Readonly<Record<string, readonly [reason: RegExp, () => Buffer | Promise<Buffer>]>> = {
  'slip.zip': [/zip\.path/, () => zipOf([{ name: '../../slip.txt', data: 'x' }])],
  'bomb.zip': [/zip\.(ratio|tooLarge)/, () => zipOf([{ name: 'b', data: 'x', size: 0xf000_0000 }])],
  'overlap.zip': [
    /zip\.overlap/,
    () =>
      zipOf([
        { name: 'a', data: 'x'.repeat(99) },
        { name: 'b', data: 'y', offset: 0 },
      ]),
  ],
  'link.zip': [/zip\.link/, () => zipOf([{ name: 'a', data: '/etc/passwd', mode: 0o120777 }])],
  'device.zip': [/zip\.name/, () => zipOf([{ name: 'CON.txt', data: 'x' }])],
  'locked.zip': [/zip\.encrypted/, () => zipOf([{ name: 'a', data: 'x', flags: 0x801 }])],
  'inner.ofd': [/zip\.path/, () => zipOf([...honest, { name: '../a', data: 'x' }])],
  'outside.ofd': [/ofd\.path/, () => ofdOf({ pageLoc: '../../../../etc/passwd' })],
  'entity.ofd': [
    /xml\.entity/,
    () =>
      ofdOf({
        attached: { 'a.xml': '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>' },
      }),
  ],
  'laughs.xml': [
    /xml\.entity/,
    () =>
      Buffer.from(
        `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "ha">${laughs.join('')}]><r>&l9;</r>`,
      ),
  ],
  'office.docx': [
    /zip\.ratio/,
    () => zipOf([{ name: 'word/document.xml', data: Buffer.alloc(20 << 20) }]),
  ],
  'huge.png': [/image\.tooLarge/, () => png(50_000, 50_000)],
  'large.png': [/imageSkipped/, () => png(7000, 7000)],
  'huge-picture.pdf': [/imageSkipped/, () => picture(50_000, 50_000, Buffer.alloc(64 << 20))],
  'wide-picture.pdf': [/^none$/, () => picture(3900, 3000, Buffer.alloc(3900 * 3000 * 4))],
  'swollen.pdf': [/memory/, swollen],
  'endless.pdf': [/time|memory/, endless],
  'script.pdf': [/script/, () => acting({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') })],
  'launch.pdf': [/launch/, () => acting({ S: 'Launch', F: PDFString.of('calc.exe') })],
  'cut.pdf': [/truncated/, () => Buffer.from('%PDF-1.7\n1 0 obj\n<<')],
  'jpeg.pdf': [/imageSkipped/, () => lying('DCTDecode', hugeJpeg)],
  'jpeg-2000.pdf': [/imageSkipped/, () => lying('JPXDecode', hugeJpeg2000)],
  'inks.pdf': [/imageSkipped/, inks],
  'letters.pdf': [/time|memory/, letters],
  'twice-packed.pdf': [/memory/, twicePacked],
  'ring.pdf': [/^none$/, ring],
  'nested.pdf': [/pdf\.broken/, nested],
  'attached.pdf': [/embedded/, attached],
  'outward.pdf': [/outward/, () => acting({ S: 'GoToR', F: PDFString.of('\\\\host\\a.pdf') })],
  'shapeless.pdf': [/time|memory|pdf\.broken/, shapeless],
  'swollen.png': [/memory/, () => png(100, 100, Buffer.alloc(256 << 20))],
  'negative.bmp': [/image\.tooLarge/, () => bitmap(-0x8000_0000, -0x8000_0000)],
  'ring.tif': [/image\.broken/, ringTiff],
  'deep.xml': [/xml\.(tooLarge|broken)/, () => Buffer.from('<a>'.repeat(300_000))],
  'turned.zip': [/zip\.name/, () => zipOf([{ name: 'a\u202efdp.exe', data: 'x' }])],
  'nul.zip': [/zip\.path/, () => zipOf([{ name: 'a\0.txt', data: 'x' }])],
  'empty.pdf': [/file\.empty/, () => Buffer.alloc(0)],
}

const reasonOf = ({ fault, trouble, marks = [] }: ImportResult): string =>
  [fault?.code, trouble?.code, ...marks].filter(Boolean).join(' ') || 'none'

test('each hostile file has its reason and its bounds, and leaves nothing behind', async () => {
  const dir = tempFolder()
  const vault = join(dir, 'vault')
  const papers = join(dir, 'papers')
  mkdirSync(papers)
  cli('init', '--vault', vault)
  const peaks: [name: string, peak: number, seconds: number][] = []
  for (const [name, [reason, bytes]] of Object.entries(files)) {
    const { report, peak, seconds } = await importWatched(vault, file(papers, name, await bytes()))
    expect(report.results.map(reasonOf).join(' '), name).toMatch(reason)
    peaks.push([name, Math.round(peak), seconds])
  }
  const said = peaks.map(([name, peak, seconds]) => `${name} ${peak} MiB ${seconds.toFixed(1)} s`)
  console.info(said.join(', '))
  expect(peaks.filter(([, peak]) => peak > 300)).toEqual([])
  expect(readdirSync(dir).sort()).toEqual(['papers', 'vault'])
  expect(readdirSync(papers).sort()).toEqual(Object.keys(files).sort())
  expect(readdirSync(join(vault, 'tmp'))).toEqual([])
})
