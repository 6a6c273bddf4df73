/** The 申报书 of an application as it stands, rendered to look at or to go into the bundle. */
import { Fault } from '../../../shared/fault.ts'
import type { ApplicationView, Rendering } from '../../../shared/model/application.ts'
import { slotsOf } from '../../../shared/programme/track.ts'
import { openEnterprise } from '../enterprise/enterprise.ts'
import { fontFolder } from '../form/fonts.ts'
import { type RenderedForm, renderForm } from '../form/render.ts'
import type { House, Job } from '../house.ts'
import { putBytes } from '../vault/put.ts'
import { writeOut } from '../write-out.ts'
import { recordOf } from './rows.ts'
import { bodyNow, dataCode } from './snapshots.ts'
import { keepPrinted } from './stamps.ts'
import { viewOf } from './view.ts'

/**
 * `bound`: without feet, for a volume. Throws `programme.noForm`, `form.glyph`, `form.font`,
 * `job.cancelled`.
 */
export async function formOf(
  house: House,
  view: ApplicationView,
  job: Job,
  bound = false,
): Promise<RenderedForm> {
  const { form } = view.pack
  if (!form) throw new Fault('programme.noForm', { title: view.title })
  // The scan of this very form is no paper that goes with it: the list would change once it is in.
  const slots = slotsOf(view.pack, view.track).filter((slot) => !slot.form)
  const materials = slots.flatMap(({ id, title }) =>
    (view.slots.find((slot) => slot.id === id)?.materials ?? []).map(({ name }) => ({
      slot: id,
      title,
      name,
    })),
  )
  return renderForm(
    {
      form,
      answers: view.answers,
      materials,
      code: dataCode(view),
      title: form.title,
      author: openEnterprise(house).facts.name ?? '',
      date: new Date(recordOf(house.db, view.id).changed_at),
      bound,
    },
    fontFolder(house.assets),
    job,
  )
}

/** `application.render` with its handle resolved. */
export type Render = { readonly id: string; readonly to?: string | undefined }

/**
 * Renders the form into the vault's files, where the page can show it, and to the path `to` when
 * one is given, to be stamped: then it is kept what was printed. No row refers to the former file,
 * so it leaves at the next start.
 */
export async function renderApplication(
  house: House,
  { id, to }: Render,
  job: Job,
): Promise<Rendering> {
  const body = bodyNow(house, recordOf(house.db, id))
  const { pdf, pages, substituted } = await formOf(house, viewOf(house, id), job)
  if (to !== undefined) {
    writeOut(to, pdf)
    keepPrinted(house, id, body)
  }
  const { sha256: digest, size } = await putBytes(house.dir, pdf, 'form.pdf')
  return { sha256: digest, pages, size, substituted }
}
