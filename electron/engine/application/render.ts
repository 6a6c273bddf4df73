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
import { dataCode } from './snapshots.ts'
import { viewOf } from './view.ts'

/** Throws `programme.noForm`, `form.glyph`, `form.font`, `job.cancelled`. */
export async function formOf(house: House, view: ApplicationView, job: Job): Promise<RenderedForm> {
  const { form } = view.pack
  if (!form) throw new Fault('programme.noForm', { title: view.title })
  const titles = new Map(slotsOf(view.pack, view.track).map(({ id, title }) => [id, title]))
  const materials = view.slots.flatMap((slot) =>
    slot.materials.map(({ name }) => ({ slot: slot.id, title: titles.get(slot.id) ?? '', name })),
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
    },
    fontFolder(house.assets),
    job,
  )
}

/** `application.render` with its handle resolved. */
export type Render = { readonly id: string; readonly to?: string | undefined }

/**
 * Renders the form into the vault's files, where the page can show it, and to the path `to` when
 * one is given. No row refers to the former, so it leaves at the next start.
 */
export async function renderApplication(
  house: House,
  { id, to }: Render,
  job: Job,
): Promise<Rendering> {
  const { pdf, pages, substituted } = await formOf(house, viewOf(house, id), job)
  if (to !== undefined) writeOut(to, pdf)
  const { sha256: digest, size } = await putBytes(house.dir, pdf, 'form.pdf')
  return { sha256: digest, pages, size, substituted }
}
