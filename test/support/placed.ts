/** Where a paper stands in a volume, told by a black field in its upper left corner. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { degrees, PDFDocument, rgb } from '@cantoo/pdf-lib'
import { expect } from 'vitest'
import { type BoundPaper, bindVolume } from '../../electron/engine/paper/bind-volume.ts'
import { testFonts } from './fonts.ts'
import { inspectPdf } from './poppler.ts'
import { quietJob } from './quiet-job.ts'
import { dots, onePart, pageTexts, qpdfCheck } from './volume.ts'

/** Binds papers as one part; strangers find nothing wrong with the volume. */
export async function bound(dir: string, ...papers: BoundPaper[]) {
  const file = join(dir, 'volume.pdf')
  const result = await bindVolume(onePart(papers), file, await testFonts(), quietJob)
  expect(qpdfCheck(file)).toContain('No syntax or stream encoding errors')
  const { complaints } = inspectPdf(readFileSync(file))
  expect(complaints).toBe('')
  return { file, result, pages: pageTexts(file) }
}

/** Pages of the first paper: after the cover's leaf, the 目录's and the divider's. */
export const firstPage = 2 + 2 + 2

/** A page of `width` × `height` points with a black field in its upper left corner. */
export async function cornered(width: number, height: number, turn = 0): Promise<Buffer> {
  const document = await PDFDocument.create()
  const page = document.addPage([width, height])
  page.setRotation(degrees(turn))
  page.drawRectangle({ x: 0, y: 0, width, height, color: rgb(0.7, 0.7, 0.7) })
  const [w, h] = [width / 4, height / 4]
  page.drawRectangle({ x: 0, y: height - h, width: w, height: h, color: rgb(0, 0, 0) })
  return Buffer.from(await document.save())
}

/** Which corner of what is drawn on a page is black, and the box it stands in, in millimetres. */
export function corner(file: string, page: number) {
  const { at } = dots(file, page, 72)
  const steps = Array.from({ length: 200 }, (_, i) => (i + 0.5) / 200)
  const inside = (x: number, y: number) => at(x, y) < 200
  // The foot of the page is left out.
  const rows = steps.filter((y) => y < 0.9 && steps.some((x) => inside(x, y)))
  const columns = steps.filter((x) => rows.some((y) => inside(x, y)))
  const [left = 0, right = 0] = [columns[0], columns.at(-1)]
  const [top = 0, bottom = 0] = [rows[0], rows.at(-1)]
  const black = (x: number, y: number) =>
    at(left + (right - left) * x, top + (bottom - top) * y) < 60
  const names = [
    ['upper left', black(0.1, 0.1)],
    ['upper right', black(0.9, 0.1)],
    ['lower left', black(0.1, 0.9)],
    ['lower right', black(0.9, 0.9)],
  ] as const
  const [found = ['none']] = names.filter(([, is]) => is)
  const box = { left: left * 210, right: right * 210, top: top * 297, bottom: bottom * 297 }
  return { corner: found[0], box, ratio: (box.bottom - box.top) / (box.right - box.left) }
}
