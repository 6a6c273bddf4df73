/**
 * Files that were made to hurt, through the command line with the limits that ship: each is refused
 * or kept inert with a named reason, no process grows beyond 300 MiB, nothing appears outside the
 * vault.
 */
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import type { ImportReport, ImportResult } from '../../shared/model/material.ts'
import { cli, startCli } from '../support/cli.ts'
import { file, tempFolder } from '../support/house.ts'
import { ofdEntries, ofdOf } from '../support/ofd.ts'
import { zipOf } from '../support/zip.ts'

const numbered = (objects: readonly (string | Buffer)[]): Buffer => {
  const parts = objects.flatMap((object, at) => [`${at + 1} 0 obj\n`, object, '\nendobj\n'])
  const size = objects.length + 1
  const end = `trailer<</Size ${size}/Root 1 0 R>>\n%%EOF\n`
  return Buffer.concat(['%PDF-1.7\n', ...parts, end].map((part) => Buffer.from(part)))
}
const stream = (head: string, data: Buffer) =>
  Buffer.concat(
    [`<<${head}/Length ${data.length}>>stream\n`, data, '\nendstream'].map((part) =>
      Buffer.from(part),
    ),
  )
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

function png(width: number, height: number): Buffer {
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
  const rows = deflateSync(Buffer.alloc(Math.min(width * 3 + 1, 1 << 16) * Math.min(height, 4000)))
  const parts = [chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts])
}

const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`)
const honest = ofdEntries({ printed: [['发票', 10, 10]] })

/** Names of the files, with the reason that must be told of each. */
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
  'wide-picture.pdf': [/./, () => picture(3900, 3000, Buffer.alloc(3900 * 3000 * 4))],
  'swollen.pdf': [/memory/, swollen],
  'endless.pdf': [/time|memory/, endless],
  'script.pdf': [/script/, () => acting({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') })],
  'launch.pdf': [/launch/, () => acting({ S: 'Launch', F: PDFString.of('calc.exe') })],
  'cut.pdf': [/truncated/, () => Buffer.from('%PDF-1.7\n1 0 obj\n<<')],
  'empty.pdf': [/file\.empty/, () => Buffer.alloc(0)],
}

const reasonOf = ({ fault, trouble, marks = [] }: ImportResult): string =>
  [fault?.code, trouble?.code, ...marks].filter(Boolean).join(' ') || 'none'

/** Runs an import and watches its memory, where the system tells it. */
async function importWatched(vault: string, path: string) {
  const child = startCli('import', '--vault', vault, path, '--json')
  let out = ''
  let peak = 0
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      peak = Math.max(peak, Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024)
    } catch {
      // Not Linux, or already gone.
    }
  }, 20)
  await once(child, 'close')
  clearInterval(watch)
  return { report: JSON.parse(out) as ImportReport, peak }
}

test('each hostile file has its reason and its bounds, and leaves nothing behind', async () => {
  const dir = tempFolder()
  const vault = join(dir, 'vault')
  const papers = join(dir, 'papers')
  mkdirSync(papers)
  cli('init', '--vault', vault)
  const peaks: [string, number][] = []
  for (const [name, [reason, bytes]] of Object.entries(files)) {
    const { report, peak } = await importWatched(vault, file(papers, name, await bytes()))
    expect(report.results.map(reasonOf).join(' '), name).toMatch(reason)
    peaks.push([name, Math.round(peak)])
  }
  expect(peaks.filter(([, peak]) => peak > 300)).toEqual([])
  console.info(`peak MiB: ${peaks.map(([name, peak]) => `${name} ${peak}`).join(', ')}`)
  expect(readdirSync(dir).sort()).toEqual(['papers', 'vault'])
  expect(readdirSync(papers).sort()).toEqual(Object.keys(files).sort())
  expect(readdirSync(join(vault, 'tmp'))).toEqual([])
}, 300_000)
