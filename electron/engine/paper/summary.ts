/** 汇总表 over one or more applications of the same programme, as PDF to look at and as files. */
import { Fault } from '../../../shared/fault.ts'
import type { Summary } from '../../../shared/model/paper.ts'
import { type SummaryTable, summaryTable } from '../../../shared/programme/summary.ts'
import { viewOf } from '../application/view.ts'
import { openEnterprise } from '../enterprise/enterprise.ts'
import { fontFolder } from '../form/fonts.ts'
import type { House, Job } from '../house.ts'
import { putBytes } from '../vault/put.ts'
import { writeOut } from '../write-out.ts'
import { summaryPdf, summaryWorkbook } from './summary-files.ts'

/** `application.summary` with its handle resolved. */
export type Summarise = {
  readonly ids: readonly string[]
  readonly to?: { readonly path: string; readonly format: 'pdf' | 'xlsx' } | undefined
}

/** Throws `programme.noSummary` where the notice has none, or where the programmes differ. */
function tableOf(house: House, ids: readonly string[]): SummaryTable {
  const { facts } = openEnterprise(house)
  const views = ids.map((id) => viewOf(house, id))
  const [first] = views
  if (!first) throw new Fault('input.invalid', { path: 'ids', why: '' })
  const other = views.find(({ programme }) => programme !== first.programme)
  const subjects = views.map(({ answers }) => ({ facts, answers }))
  const table = other ? null : summaryTable(first.pack, subjects)
  if (!table) throw new Fault('programme.noSummary', { title: (other ?? first).title })
  return table
}

/**
 * Puts the PDF among the vault's files, where the page can show it; the file that was asked for goes
 * to `to`. Throws `programme.noSummary`, `form.font`, `target.unwritable`, `job.cancelled`.
 */
export async function summariseApplications(
  house: House,
  { ids, to }: Summarise,
  job: Job,
): Promise<Summary> {
  const table = tableOf(house, ids)
  const at = house.clock()
  const author = openEnterprise(house).facts.name ?? ''
  const fonts = fontFolder(house.assets)
  const { pdf, pages, substituted } = await summaryPdf(table, { author, date: at }, fonts, job)
  if (to) writeOut(to.path, to.format === 'pdf' ? pdf : await summaryWorkbook(table, at))
  const { sha256, size } = await putBytes(house.dir, pdf, 'summary.pdf')
  return { sha256, size, pages, substituted, rows: table.rows.length }
}
