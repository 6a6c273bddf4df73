/** Papers to bind, made here, and what strangers read out of the volume. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { sha256 } from '../../electron/engine/crypto.ts'
import type { BoundPaper, BoundPart, VolumeInput } from '../../electron/engine/paper/bind-volume.ts'
import { dense } from './poppler.ts'

/** A PDF whose every page says its label and its own number: M12P3. */
export async function labelledPdf(label: string, pages: number): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const font = await document.embedFont(StandardFonts.Helvetica)
  for (let number = 1; number <= pages; number += 1) {
    const page = document.addPage([595.28, 841.89])
    page.drawText(`${label}P${number}`, { x: 200, y: 500, size: 32, font })
    page.drawRectangle({ x: 20, y: 20, width: 555.28, height: 801.89, borderWidth: 1 })
  }
  return Buffer.from(await document.save())
}

export function storedPaper(
  dir: string,
  title: string,
  bytes: Uint8Array,
  media = 'application/pdf',
): BoundPaper {
  const hash = sha256(bytes)
  const file = join(dir, hash)
  writeFileSync(file, bytes)
  const facts = [
    ['原文件名', `${title}.pdf`],
    ['SHA-256', hash],
    ['提交包中的位置', `data/03_测试/001_${title}.pdf`],
  ] as const
  return { file, sha256: hash, media, title, marked: false, format: 'PDF', facts }
}

export const volumeOf = (parts: readonly BoundPart[]): VolumeInput => ({
  title: '测试项目申报',
  author: '示例企业',
  cover: [['申报单位', '示例企业']],
  watermark: '仅供测试项目申报使用',
  code: 'B6059A1F52',
  date: new Date('2024-03-01T02:00:00Z'),
  form: null,
  parts,
})

export const onePart = (papers: readonly BoundPaper[]): VolumeInput =>
  volumeOf([{ number: 1, title: '测试材料', form: false, papers }])

const run = (command: string, ...args: string[]) =>
  execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 })

/** qpdf's own words; it fails where something is wrong. */
export const qpdfCheck = (file: string): string => run('qpdf', '--check', file)

/** The text of every page, dense. */
export const pageTexts = (file: string): string[] =>
  run('pdftotext', '-raw', file, '-').split('\f').slice(0, -1).map(dense)

type QpdfOutline = {
  readonly title: string
  readonly destpageposfrom1: number
  readonly kids: readonly QpdfOutline[]
}
export type Bookmark = {
  readonly title: string
  readonly page: number
  readonly inside: Bookmark[]
}

const bookmark = ({ title, destpageposfrom1, kids }: QpdfOutline): Bookmark => ({
  title,
  page: destpageposfrom1,
  inside: kids.map(bookmark),
})

/** Bookmarks as qpdf reads them, with the pages that they lead to, counted from 1. */
export function bookmarksOf(file: string): Bookmark[] {
  const { outlines } = JSON.parse(run('qpdf', '--json=1', '--json-key=outlines', file)) as {
    outlines: QpdfOutline[]
  }
  return outlines.map(bookmark)
}

/** A page as dots of grey, `[width, height, bytes]`. */
export function dots(file: string, page: number, dpi = 36) {
  const bytes = execFileSync(
    'pdftoppm',
    ['-gray', '-r', `${dpi}`, '-f', `${page}`, '-l', `${page}`, file],
    { maxBuffer: 1 << 28 },
  )
  const [head = '', width = '0', height = '0'] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40)) ?? []
  const body = bytes.subarray(head.length)
  return {
    width: Number(width),
    height: Number(height),
    /** Grey at a place given in shares of the page, from its upper left corner. */
    at: (x: number, y: number) =>
      body[Math.floor(y * Number(height)) * Number(width) + Math.floor(x * Number(width))] ?? 255,
  }
}

/** A page as dots of colour. */
export function colourDots(file: string, page: number, dpi: number) {
  const bytes = execFileSync(
    'pdftoppm',
    ['-aa', 'no', '-aaVector', 'no', '-r', `${dpi}`, '-f', `${page}`, '-l', `${page}`, file],
    { maxBuffer: 1 << 28 },
  )
  const [head = '', width = '0', height = '0'] =
    /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40)) ?? []
  const body = bytes.subarray(head.length)
  const dot = (at: number): readonly [number, number, number] => [
    body[3 * at] ?? 0,
    body[3 * at + 1] ?? 0,
    body[3 * at + 2] ?? 0,
  ]
  return {
    /** Red, green and blue at a place given in shares of the page, from its upper left corner. */
    at: (x: number, y: number) =>
      dot(Math.floor(y * Number(height)) * Number(width) + Math.floor(x * Number(width))),
    /** How many dots are as asked. */
    count: (is: (colour: readonly [number, number, number]) => boolean) =>
      Array.from({ length: body.length / 3 }, (_, at) => dot(at)).filter(is).length,
  }
}
