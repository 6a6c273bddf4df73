/** Files that were made to hurt: each is refused with its reason, by the limits that ship. */
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { AFRelationship, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { root } from '../../support/house.ts'
import { ofdEntries, ofdOf } from '../../support/ofd.ts'
import { reader } from '../../support/reading.ts'
import { zipOf } from '../../support/zip.ts'

const read = reader()
const honest = ofdEntries({ printed: [['发票号码：25322000000012345678', 10, 10]] })

const zips: Readonly<Record<string, readonly [code: string, bytes: () => Buffer]>> = {
  'a name that climbs out': [
    'zip.path',
    () => zipOf([...honest, { name: '../../evil.xml', data: 'x' }]),
  ],
  'an absolute name': ['zip.path', () => zipOf([...honest, { name: '/etc/evil', data: 'x' }])],
  'a name with a drive': ['zip.path', () => zipOf([...honest, { name: 'C:\\evil', data: 'x' }])],
  'a symbolic link': [
    'zip.link',
    () => zipOf([...honest, { name: 'a', data: '/etc/passwd', mode: 0o120777 }]),
  ],
  'two entries of one name, but for case': [
    'zip.duplicate',
    () => zipOf([...honest, { name: 'doc_0/document.XML', data: 'x' }]),
  ],
  'entries that overlap': [
    'zip.overlap',
    () => {
      const same = { name: 'a.bin', data: 'x'.repeat(100) }
      const once = zipOf([same])
      const twice = zipOf([same, { ...same, offset: 0 }])
      // The second entry claims the first one's bytes under another name of the same length.
      const at = twice.lastIndexOf('a.bin')
      twice.write('b.bin', at)
      expect(once.length).toBeGreaterThan(0)
      return twice
    },
  ],
  'a bomb by ratio': [
    'zip.ratio',
    () => zipOf([...honest, { name: 'bomb', data: Buffer.alloc(8 << 20) }]),
  ],
  'a bomb that hides its size': [
    'zip.broken',
    () => zipOf([...honest, { name: 'Doc_0/Attachs/a.xml', data: ' '.repeat(1 << 20), size: 100 }]),
  ],
  'an entry too large': [
    'zip.tooLarge',
    () => zipOf([...honest, { name: 'large', data: 'x', size: 200 << 20 }]),
  ],
  'many entries that are too large together': [
    'zip.tooLarge',
    () => {
      const size = 900_000
      const each = Array.from({ length: 120 }, (_, at) => ({ name: `${at}`, data: 'x', size }))
      return zipOf([...honest, ...each])
    },
  ],
  'too many entries': [
    'zip.tooMany',
    () => zipOf(Array.from({ length: 6000 }, (_, at) => ({ name: `${at}`, data: '' }))),
  ],
  'an encrypted entry': [
    'zip.encrypted',
    () => zipOf([...honest, { name: 'secret', data: 'x', flags: 0x801 }]),
  ],
  'a cut archive': ['zip.broken', () => zipOf(honest).subarray(0, 300)],
  'no document inside': ['ofd.noDocument', () => zipOf([{ name: 'a.txt', data: 'x' }])],
  'a page outside': ['ofd.path', () => ofdOf({ pageLoc: '../../../../etc/passwd' })],
  'a page at an address': ['ofd.path', () => ofdOf({ pageLoc: 'file:///etc/passwd' })],
  'an external entity': [
    'xml.entity',
    () =>
      ofdOf({
        attached: {
          'original_invoice.xml':
            '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r><InvoiceNo>&x;</InvoiceNo></r>',
        },
      }),
  ],
}

test.each(Object.entries(zips))('an OFD with %s', async (_, [code, bytes]) => {
  const reading = await read('hostile.ofd', bytes())
  expect(reading.trouble?.code).toBe(code)
  expect(reading).toMatchObject({ kind: null, facts: [] })
})

test('a bomb inside a bomb stays packed', async () => {
  const inner = zipOf([{ name: 'x', data: Buffer.alloc(900_000) }])
  const bytes = zipOf([...honest, { name: 'Doc_0/Attachs/inner.zip', data: inner }])
  expect((await read('nested.ofd', bytes)).trouble).toBeNull()
})

const laughs = Array.from(
  { length: 9 },
  (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
).join('')
const xmls: Readonly<Record<string, readonly [code: string, text: string]>> = {
  'a billion laughs': ['xml.entity', `<!DOCTYPE r [<!ENTITY l0 "ha">${laughs}]><r>&l9;</r>`],
  'an external document type': ['xml.entity', '<!DOCTYPE r SYSTEM "http://x.invalid/r.dtd"><r/>'],
  'a deep nest': ['xml.broken', `${'<a>'.repeat(100_000)}`],
  'no XML inside': ['xml.broken', '<?xml version="1.0"?>'],
}
test.each(Object.entries(xmls))('an XML with %s', async (_, [code, text]) => {
  expect((await read('hostile.xml', text)).trouble?.code).toBe(code)
})

test('an entity is never what another one makes', async () => {
  const text =
    '<r><InvoiceNumber>25322000000012345678</InvoiceNumber><TotalAmount>1.00</TotalAmount><SellerName>&amp;lt;b&#62;</SellerName></r>'
  const { facts } = await read('a.xml', text)
  expect(facts.find(({ key }) => key === 'seller')?.value).toBe('&lt;b>')
})

/** A PNG of this size whose pixels are never there. */
function png(width: number, height: number): Buffer {
  const head = Buffer.from('IHDR0000000008020000', 'latin1').subarray(0, 17)
  head.writeUInt32BE(width, 4)
  head.writeUInt32BE(height, 8)
  head.set([8, 2, 0, 0, 0], 12)
  const chunk = (body: Buffer) => {
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    size.writeUInt32BE(body.length - 4)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([size, body, sum])
  }
  const data = Buffer.concat([Buffer.from('IDAT'), deflateSync(Buffer.alloc(1000))])
  const parts = [head, data, Buffer.from('IEND')].map(chunk)
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts])
}

test('a picture of 50,000 × 50,000 is refused by its head', async () => {
  const { trouble } = await read('huge.png', png(50_000, 50_000))
  expect(trouble).toEqual({ code: 'image.tooLarge', data: { width: 50_000, height: 50_000 } })
})

test('a picture that would take too much memory is kept, but not searched', async () => {
  expect(await read('large.png', png(9000, 9000))).toMatchObject({
    marks: ['imageSkipped'],
    trouble: null,
  })
})

test('a picture without its end, and one without a head', async () => {
  const whole = png(20, 20)
  expect((await read('cut.png', whole.subarray(0, -12))).marks).toEqual(['truncated'])
  expect((await read('head.png', whole.subarray(0, 18))).trouble?.code).toBe('image.broken')
  expect((await read('head.jpg', Buffer.from('ffd8ffe0', 'hex'))).trouble?.code).toBe(
    'image.broken',
  )
})

async function pdf(change: (document: PDFDocument) => void | Promise<void>, objectStreams = true) {
  const document = await PDFDocument.create()
  document.addPage()
  await change(document)
  return document.save({ useObjectStreams: objectStreams })
}

const action = (document: PDFDocument, kind: string, more: object) =>
  document.catalog.set(PDFName.of('OpenAction'), document.context.obj({ S: kind, ...more }))

test.each([true, false])(
  'scripts, launches and files in a PDF are told (packed: %s)',
  async (packed) => {
    const script = await pdf((each) => each.addJavaScript('a', 'app.alert(1)'), packed)
    expect((await read('a.pdf', script)).marks).toEqual(['script'])
    const launch = await pdf(
      (each) => action(each, 'Launch', { F: PDFString.of('calc.exe') }),
      packed,
    )
    expect((await read('a.pdf', launch)).marks).toEqual(['launch'])
    const attached = await pdf(
      (each) => each.attach(Buffer.from('MZ'), 'a.exe', { afRelationship: AFRelationship.Data }),
      packed,
    )
    expect((await read('a.pdf', attached)).marks).toEqual(['embedded'])
  },
)

test('a script whose name is written in hexadecimal is a script', async () => {
  const bytes = Buffer.from(await pdf((each) => action(each, 'JavaScript', {}), false))
  const hidden = bytes.toString('latin1').replace('/JavaScript', '/J#61vaScript')
  expect((await read('a.pdf', Buffer.from(hidden, 'latin1'))).marks).toContain('script')
})

test('a plain PDF bears no mark, even where a picture holds the letters /JS', async () => {
  const bytes = await pdf((each) => {
    each.context.register(each.context.stream('/JS /Launch /JavaScript'))
  }, false)
  expect(await read('a.pdf', bytes)).toMatchObject({ marks: [], trouble: null, pages: 1 })
})

test('a PDF behind a password, a cut one and one that is none', async () => {
  const locked = await pdf((each) => each.encrypt({ userPassword: 'geheim', ownerPassword: 'x' }))
  expect((await read('locked.pdf', locked)).trouble?.code).toBe('pdf.password')
  const whole = readFileSync(join(root, 'assets/sample/files/invoice-1.pdf'))
  const cut = await read('cut.pdf', whole.subarray(0, whole.length / 2))
  expect(cut.marks).toContain('truncated')
  expect((await read('none.pdf', '%PDF-1.7\nnothing')).trouble?.code).toBe('pdf.broken')
})

test('nothing is unpacked to the disk', async () => {
  const before = readdirSync(tmpdir()).filter((name) => !name.startsWith('shenbaoxia-'))
  await read('a.ofd', zipOf([...honest, { name: '../evil-file', data: 'x' }]))
  expect(readdirSync(tmpdir())).not.toContain('evil-file')
  expect(before).not.toContain('evil-file')
})
