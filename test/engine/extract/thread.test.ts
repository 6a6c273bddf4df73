/** Whatever a document does to its reader: the engine lives, the reason is named, the next is read. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openExtractor } from '../../../electron/engine/extract/extract.ts'
import { readingLimits } from '../../../electron/engine/extract/reading-thread.ts'
import { root, tempFolder } from '../../support/house.ts'
import { valuesOf } from '../../support/reading.ts'

const invoice = {
  path: join(root, 'assets/sample/files/invoice-1.pdf'),
  about: { name: 'invoice-1.pdf', media: 'application/pdf', size: 44_493 },
}
const never = new AbortController().signal
/** Slow machines must not turn a test of content into one of speed. */
const patient = { ...readingLimits, time: 60_000, growth: 4096 }

/** A PDF of these objects, numbered from 1; the first is its catalogue. */
function pdfOf(objects: readonly Buffer[]): Buffer {
  let at = 9
  const offsets: number[] = []
  const parts = objects.map((object, index) => {
    const part = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      object,
      Buffer.from('\nendobj\n'),
    ])
    offsets.push(at)
    at += part.length
    return part
  })
  const lines = offsets.map((each) => `${String(each).padStart(10, '0')} 00000 n \n`)
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${lines.join('')}`
  const end = `trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...parts, Buffer.from(table + end)])
}

const stream = (head: string, data: Buffer) =>
  Buffer.concat([
    Buffer.from(`<<${head}/Length ${data.length}>>stream\n`),
    data,
    Buffer.from('\nendstream'),
  ])

const page = (content: Buffer, resources = '') =>
  [
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from('<</Type/Pages/Kids[3 0 R]/Count 1>>'),
    Buffer.from(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R${resources}>>`),
    content,
  ] as const

/** Thirty forms of which each draws the next ten times. */
function endless(): Buffer {
  const draw = Buffer.from('/X Do '.repeat(10))
  const forms = Array.from({ length: 30 }, (_, at) => {
    const next = at < 29 ? `/Resources<</XObject<</X ${at + 6} 0 R>>>>` : ''
    return stream(`/Type/XObject/Subtype/Form/BBox[0 0 9 9]${next}`, draw)
  })
  const resources = '/Resources<</XObject<</X 5 0 R>>>>'
  return pdfOf([...page(stream('', draw), resources), ...forms])
}

const swollen = () =>
  pdfOf(page(stream('/Filter/FlateDecode', deflateSync(Buffer.alloc(300 << 20, '0 0 m ')))))

function fileOf(bytes: Uint8Array) {
  const path = join(tempFolder(), 'hostile.pdf')
  writeFileSync(path, bytes)
  return { path, about: { name: 'hostile.pdf', media: 'application/pdf', size: bytes.length } }
}

test('a page that never ends is stopped by time or memory, and the next paper is read', async () => {
  const { path, about } = fileOf(endless())
  const extractor = openExtractor({ ...patient, time: 8000 })
  const reading = await extractor.extract(path, about, never)
  expect(['time', 'memory']).toContain(reading.trouble?.code)
  expect(reading).toMatchObject({ kind: null, facts: [] })
  const next = await extractor.extract(invoice.path, invoice.about, never)
  expect(valuesOf(next)).toMatchObject({ number: '00000101' })
  await extractor.close()
})

test('a page that swells when unpacked is stopped by its memory', async () => {
  const { path, about } = fileOf(swollen())
  const extractor = openExtractor({ ...readingLimits, time: 60_000 })
  expect((await extractor.extract(path, about, never)).trouble?.code).toBe('memory')
  await extractor.close()
})

test('readings queue up; a file that is gone has its reason', async () => {
  const extractor = openExtractor({ ...patient, documents: 1 })
  const results = await Promise.all([
    extractor.extract(invoice.path, invoice.about, never),
    extractor.extract(join(tempFolder(), 'gone.pdf'), invoice.about, never),
    extractor.extract(invoice.path, invoice.about, never),
  ])
  expect(results.map(({ trouble }) => trouble?.code)).toEqual([
    undefined,
    'file.unreadable',
    undefined,
  ])
  await extractor.close()
})

test('a cancelled reading stops at once, and says so', async () => {
  const { path, about } = fileOf(endless())
  const extractor = openExtractor(patient)
  await extractor.extract(invoice.path, invoice.about, never)
  const controller = new AbortController()
  const reading = extractor.extract(path, about, controller.signal)
  setTimeout(() => controller.abort(), 50)
  await expect(reading).rejects.toMatchObject({ code: 'job.cancelled' })
  const next = await extractor.extract(invoice.path, invoice.about, never)
  expect(next.kind).toBe('invoice')
  await extractor.close()
})

test('a file too large to be read is kept unread', async () => {
  const extractor = openExtractor(patient)
  const about = { ...invoice.about, size: 1 << 30 }
  const reading = await extractor.extract(invoice.path, about, never)
  expect(reading.trouble?.code).toBe('file.tooLarge')
  await extractor.close()
})
