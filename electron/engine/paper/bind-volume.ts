/**
 * Binds a volume: cover, 目录, the 申报书, then each part behind its divider, page after page into one
 * PDF. Papers are read one at a time and written as they are read, so that memory is bounded by the
 * largest of them. A paper that cannot be printed is never left out: a sheet stands for it and says
 * why. Nothing but `to` is written.
 */
import { rm } from 'node:fs/promises'
import { type Data, say } from '../../../shared/text/say.ts'
import formWords from '../../../shared/text/zh-CN/form.json' with { type: 'json' }
import words from '../../../shared/text/zh-CN/paper.json' with { type: 'json' }
import { sha256 } from '../crypto.ts'
import { openReadingThread, type ReadingThread } from '../extract/reading-thread.ts'
import { type Faces, type FontFolder, resolveFaces } from '../form/fonts.ts'
import { stopIfCancelled } from '../form/lay-out.ts'
import { typesetter } from '../form/typesetter.ts'
import type { Job } from '../house.ts'
import { openPdfOut, type PdfOut } from './pdf-out.ts'
import type { VolumeEntry } from './pdf-outline.ts'
import type { Drawing } from './pdf-pages.ts'
import { loadPdfLib, type Refusal } from './pdf-source.ts'
import { paperDrawings, pdfDrawings, type StoredPaper, type Target } from './read-paper.ts'
import { besideOf, refusalOf, standingFor } from './stand-in.ts'
import { type Promised, startVolume, type Volume } from './volume.ts'
import { volumeFaces } from './volume-faces.ts'
import { volumeFont } from './volume-font.ts'
import { type ContentsLine, type Sheet, sheetsPdf } from './volume-sheets.ts'
import { writeWatermark } from './watermark.ts'

export type BoundPaper = StoredPaper & {
  readonly title: string
  /** Bears the watermark of copies. */
  readonly marked: boolean
  /** What a sheet that stands for it says of the file. */
  readonly facts: readonly (readonly [string, string])[]
  /** What people call its kind of file. */
  readonly format: string
}

export type BoundPart = {
  readonly number: number
  readonly title: string
  readonly papers: readonly BoundPaper[]
  /** The part is the form itself, which stands at the front. */
  readonly form: boolean
}

export type VolumeInput = {
  readonly title: string
  readonly author: string
  readonly cover: readonly (readonly [string, string])[]
  readonly watermark: string
  readonly code: string
  readonly date: Date
  /** The 申报书 without feet, or null where there is none. */
  readonly form: Uint8Array | null
  readonly parts: readonly BoundPart[]
}

/** A paper that a sheet stands for. */
export type StoodFor = {
  /** Places in `parts` and its papers. */
  readonly part: number
  readonly paper: number
  readonly why: Refusal
  readonly page: number
}

/** A paper that is printed but for some objects; a sheet after its pages says so. */
export type Partly = {
  readonly part: number
  readonly paper: number
  readonly count: number
  readonly page: number
}

export type BoundVolume = {
  readonly pages: number
  readonly size: number
  readonly stoodFor: readonly StoodFor[]
  readonly partly: readonly Partly[]
  /** Where each part and paper begins. */
  readonly entries: readonly VolumeEntry[]
  readonly substituted: readonly string[]
}

type Work = {
  readonly input: VolumeInput
  readonly volume: Volume
  readonly target: Target
  readonly faces: Faces
  readonly job: Job
  /** Sheets that are laid out when all page numbers are known, with their places. */
  readonly sheets: { readonly sheet: Sheet; readonly places: readonly Promised[] }[]
  readonly lines: ContentsLine[]
  readonly entries: VolumeEntry[]
  readonly stoodFor: StoodFor[]
  readonly partly: Partly[]
}

const told = (key: keyof typeof words, data?: Data) => say(words, key, data)

/** Throws `form.*`, `job.cancelled` and what the system says of the disk; `to` is then gone. */
export async function bindVolume(
  input: VolumeInput,
  to: string,
  fonts: FontFolder,
  job: Job,
): Promise<BoundVolume> {
  const out = await openPdfOut(to)
  const thread = openReadingThread()
  try {
    const work = await startWork(input, fonts, { out, thread, job })
    const contents = await bindFront(work)
    if (input.form) await bindForm(work, input.form)
    for (const at of input.parts.keys()) await bindPart(work, at)
    await drawSheets(work, contents)
    await work.target.faces.write()
    const size = await work.volume.finish({
      entries: work.entries,
      layers: work.target.layers,
      title: `${input.title} ${words['volume.name']}`,
      author: input.author,
      date: input.date,
      id: sha256(`${input.code} ${input.title} ${input.date.toISOString()}`).slice(0, 32),
    })
    const { entries, stoodFor, partly } = work
    const pages = work.volume.count()
    return { pages, size, stoodFor, partly, entries, substituted: work.faces.substituted }
  } catch (error) {
    await out.abandon().catch(() => {})
    await rm(to, { force: true })
    throw error
  } finally {
    await thread.close()
  }
}

type Tools = { readonly out: PdfOut; readonly thread: ReadingThread; readonly job: Job }

async function startWork(
  input: VolumeInput,
  fonts: FontFolder,
  { out, thread, job }: Tools,
): Promise<Work> {
  const lib = await loadPdfLib()
  const faces = await resolveFaces(fonts)
  stopIfCancelled(job)
  const code = `— 0123456789 —${input.code}`
  const font = await volumeFont(faces, [code, formWords.code, input.watermark], out)
  const watermark = await writeWatermark(input.watermark, font, out)
  const volume = startVolume(out, { font, code: input.code, watermark })
  const reader = { thread, signal: job.signal }
  const target = { lib, out, layers: [], faces: volumeFaces(faces, out), reader }
  return {
    ...{ input, volume, target, faces, job },
    ...{ sheets: [], lines: [], entries: [], stoodFor: [], partly: [] },
  }
}

/** Numbers that parts and papers bear in the 目录. */
const partNumber = ({ number }: BoundPart) => `${number}`

/** The lines of the 目录 before any page number is known: as many, and as long. */
function plannedLines({ form, parts }: VolumeInput): ContentsLine[] {
  const first = form ? [formLine(0)] : []
  return [...first, ...parts.flatMap((part) => partLines(part, () => 0))]
}

const formLine = (page: number): ContentsLine => ({
  number: '1',
  title: words['volume.form'],
  page,
  part: true,
})

/** `pageOf` tells where the part (-1) and its papers begin. */
function partLines(part: BoundPart, pageOf: (paper: number) => number): ContentsLine[] {
  const number = partNumber(part)
  const title = part.form ? `${part.title}${words['volume.formHere']}` : part.title
  const papers = part.form ? [] : part.papers
  return [
    { number, title, page: pageOf(-1), part: true },
    ...papers.map((paper, at) => ({
      number: `${number}.${at + 1}`,
      title: paper.title,
      page: pageOf(at),
      part: false,
    })),
  ]
}

const setterOf = ({ faces }: Work) => typesetter(faces, 'named')

/** The cover's leaf and room for the 目录, whose length does not depend on the numbers in it. */
async function bindFront(work: Work): Promise<readonly Promised[]> {
  const { input, volume, faces, job } = work
  const lines = plannedLines(input)
  const setting = { setter: setterOf(work), faces: faces.faces }
  const { pages } = await sheetsPdf([{ kind: 'contents', lines }], setting)
  stopIfCancelled(job)
  const cover: Sheet = { kind: 'cover', title: input.title, facts: input.cover }
  work.sheets.push({ sheet: cover, places: [volume.promise()] })
  await volume.toRight()
  work.entries.push({ title: words['volume.contents'].replace('\u3000', ''), page: volume.next() })
  const places = Array.from({ length: pages }, () => volume.promise())
  await volume.toRight()
  return places
}

async function bindForm(work: Work, form: Uint8Array): Promise<void> {
  const { volume, target } = work
  const page = volume.next()
  for await (const drawing of pdfDrawings(Buffer.from(form), target))
    await volume.add(drawing, { own: true })
  await volume.toRight()
  work.lines.push(formLine(page))
  work.entries.push({ title: words['volume.form'], page })
}

async function bindPart(work: Work, at: number): Promise<void> {
  const { input, volume } = work
  const part = input.parts[at]
  if (!part) return
  if (part.form) {
    const page = work.lines[0]?.page ?? 0
    work.lines.push(...partLines(part, () => page))
    return
  }
  const page = volume.next()
  const sheet: Sheet = {
    kind: 'divider',
    over: told('volume.part', { number: part.number }),
    title: part.title,
    under: told('volume.papers', { count: part.papers.length }),
  }
  work.sheets.push({ sheet, places: [volume.promise()] })
  await volume.toRight()
  const begins: number[] = []
  for (const paper of part.papers.keys()) {
    begins.push(volume.next())
    await bindPaper(work, at, paper)
  }
  await volume.toRight()
  work.lines.push(...partLines(part, (paper) => (paper < 0 ? page : (begins[paper] ?? 0))))
  const inside = part.papers.map(({ title }, i) => ({ title, page: begins[i] ?? 0 }))
  work.entries.push({ title: `${partNumber(part)} ${part.title}`, page, inside })
}

async function bindPaper(work: Work, part: number, at: number): Promise<void> {
  const { input, volume, target, job } = work
  const paper = input.parts[part]?.papers[at]
  if (!paper) return
  stopIfCancelled(job)
  const total = input.parts.reduce((sum, { papers }) => sum + papers.length, 0)
  const before = input.parts.slice(0, part).reduce((sum, { papers }) => sum + papers.length, 0)
  job.progress({ done: before + at, total, unit: 'files', item: paper.title })
  const [mark, count, page] = [target.out.mark(), volume.count(), volume.next()]
  const layers = target.layers.length
  try {
    let leftOut = 0
    for await (const drawing of paperDrawings(paper, target)) {
      stopIfCancelled(job)
      await volume.add(drawing, { marked: paper.marked })
      leftOut += drawing.leftOut
    }
    if (leftOut === 0) return
    work.partly.push({ part, paper: at, count: leftOut, page: volume.next() })
    work.sheets.push({ sheet: besideOf(paper, leftOut), places: [volume.promise()] })
  } catch (error) {
    const why = refusalOf(error)
    await target.out.rewind(mark)
    volume.forget(count)
    target.layers.length = layers
    work.stoodFor.push({ part, paper: at, why, page })
    work.sheets.push({ sheet: standingFor(paper, why), places: [volume.promise()] })
  }
}

/** Lays out what was promised, now that every page number is known. */
async function drawSheets(work: Work, contents: readonly Promised[]): Promise<void> {
  const { sheets, volume, target, lines, faces } = work
  const all = [...sheets, { sheet: { kind: 'contents', lines } as Sheet, places: contents }]
  const places = all.flatMap((each) => each.places)
  const setting = { setter: setterOf(work), faces: faces.faces }
  const { pdf, pages } = await sheetsPdf(
    all.map(({ sheet }) => sheet),
    setting,
  )
  stopIfCancelled(work.job)
  if (pages !== places.length) throw new RangeError(`${pages} sheets for ${places.length} places`)
  const drawings: Drawing[] = []
  for await (const drawing of pdfDrawings(Buffer.from(pdf), target)) drawings.push(drawing)
  for (const [at, place] of places.entries())
    await volume.draw(place, drawings[at] ?? null, { own: true })
}
