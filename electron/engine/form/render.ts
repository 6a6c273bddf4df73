/**
 * Form → PDF: the 申报书 of a programme, filled in as far as it is answered, ready to be printed and
 * sealed. The same input and faces give the same bytes. Reads fonts and nothing else; writes nothing.
 */
import type { Answers, Form } from '../../../shared/programme/form.ts'
import type { Job } from '../house.ts'
import { formDocument } from './document.ts'
import { type FontFolder, resolveFaces } from './fonts.ts'
import { layOut, stopIfCancelled } from './lay-out.ts'
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
  /** To be bound: the volume prints the feet of its pages. */
  readonly bound?: boolean
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
