/**
 * The pages of an OFD as drawings in a volume. They are read one by one in the reading thread, with
 * its limits, and what they are drawn with is known before anything is written of them.
 */
import { stat } from 'node:fs/promises'
import type { TroubleCode } from '../../../shared/model/extraction.ts'
import type { MaterialPreview } from '../../../shared/model/preview.ts'
import { isFailed, type ReadingThread } from '../extract/reading-thread.ts'
import { drawPage, type Press } from './drawn-page.ts'
import type { Drawing } from './pdf-pages.ts'
import { type Refusal, UnusablePdf } from './pdf-source.ts'

export const ofdLimits = {
  /** Bytes of the file: as many as the thread reads. */
  file: 64 * 1024 * 1024,
  pages: 1000,
  /** What the pages of one file may take in the volume, in bytes. */
  written: 512 * 1024 * 1024,
  /** How long the reading of one file may take, in ms. */
  time: 300_000,
} as const

export type OfdReader = { readonly thread: ReadingThread; readonly signal: AbortSignal }

const tooMuch: ReadonlySet<TroubleCode> = new Set([
  'time',
  'memory',
  'file.tooLarge',
  'xml.tooLarge',
  'zip.tooLarge',
  'zip.tooMany',
  'zip.ratio',
  'ofd.crowded',
])

function refusalOf(code: TroubleCode | undefined): Refusal {
  if (code === 'zip.encrypted') return 'encrypted'
  return code && tooMuch.has(code) ? 'tooLarge' : 'damaged'
}

type Wanted = { readonly file: string; readonly size: number; readonly page: number }

async function pageOf({ thread, signal }: OfdReader, { file, size, page }: Wanted) {
  const about = { name: 'paper.ofd', media: 'application/ofd', size }
  const order = { do: 'preview', path: file, about, page } as const
  let answer = await thread.ask(order, signal)
  // The volume's own memory may have grown since the thread began; the next one allows for it.
  if (isFailed(answer) && answer.failed === 'memory') answer = await thread.ask(order, signal)
  if (isFailed(answer)) throw new UnusablePdf(refusalOf(answer.failed))
  const { body, pages } = answer as MaterialPreview
  if (body.view === 'drawing') return { drawing: body.drawing, pages }
  const trouble = body.view === 'sheet' ? null : body.trouble
  throw new UnusablePdf(refusalOf(trouble?.code))
}

/** Throws UnusablePdf; `job.cancelled`. What was drawn before is then worth nothing. */
export async function* ofdDrawings(
  file: string,
  reader: OfdReader,
  press: Press,
): AsyncGenerator<Drawing> {
  const { size } = await stat(file)
  const { at: begun } = press.out.mark()
  const end = performance.now() + ofdLimits.time
  let count = 1
  for (let page = 1; page <= count; page += 1) {
    const { drawing, pages } = await pageOf(reader, { file, size, page })
    count = pages
    const isTooMuch = count > ofdLimits.pages || performance.now() > end
    if (isTooMuch) throw new UnusablePdf('tooLarge')
    yield await drawPage(drawing, press)
    if (press.out.mark().at - begun > ofdLimits.written) throw new UnusablePdf('tooLarge')
  }
}
