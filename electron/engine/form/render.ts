/**
 * Form → PDF: the 申报书 of a programme, filled in as far as it is answered, ready to be printed and
 * sealed. The same input and faces give the same bytes. Reads fonts and nothing else; writes nothing.
 */
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import { Fault } from '../../../shared/fault.ts'
import type { Answers, Form } from '../../../shared/programme/form.ts'
import type { Job } from '../house.ts'
import { formDocument } from './document.ts'
import { type Face, type FontFolder, resolveFaces } from './fonts.ts'
import type { ListedMaterial } from './material-list.ts'
import { typesetter } from './typesetter.ts'

export type FormInput = {
  readonly form: Form
  readonly answers: Answers
  readonly materials: readonly ListedMaterial[]
  /** Short code of the data's hash, printed in the footer. */
  readonly code: string
  /** Title and author of the PDF: the application's title, the enterprise's name. */
  readonly title: string
  readonly author: string
  /** The PDF's date of creation; part of the input, so that the bytes depend on nothing else. */
  readonly date: Date
}

export type RenderedForm = {
  readonly pdf: Uint8Array
  readonly pages: number
  /** Official faces that a bundled one stands in for; the page says so, the form does not. */
  readonly substituted: readonly string[]
}

/**
 * Renders the form. Throws Fault `form.glyph` for a character that no face has, `form.font` when a
 * bundled face is missing, `job.cancelled` between stages once the job's signal has fired.
 */
export async function renderForm(
  input: FormInput,
  fonts: FontFolder,
  job: Job,
): Promise<RenderedForm> {
  const { faces, substituted } = await resolveFaces(fonts)
  stopIfCancelled(job)
  let pages = 0
  const document = formDocument(input, typesetter({ faces, substituted }), (count) => {
    pages = count
  })
  stopIfCancelled(job)
  const pdf = await layOut(document, [...faces.values()])
  stopIfCancelled(job)
  return { pdf, pages, substituted }
}

/**
 * pdfmake keeps its settings in one object: set and used here without a pause between. It is large,
 * and loaded only when something is laid out.
 */
async function layOut(document: TDocumentDefinitions, faces: readonly Face[]): Promise<Uint8Array> {
  const { default: pdfmake } = await import('pdfmake')
  const files = new Set(faces.map((face) => face.file))
  pdfmake.setFonts(Object.fromEntries(faces.map(({ name, file }) => [name, { normal: file }])))
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((file) => files.has(file))
  return pdfmake.createPdf(document).getBuffer()
}

function stopIfCancelled(job: Job): void {
  if (job.signal.aborted) throw new Fault('job.cancelled')
}
