/** 盖章指南 on paper: one sheet or more to lay beside the volume while it is stamped. */
import type { Rendering } from '../../../shared/model/application.ts'
import words from '../../../shared/text/zh-CN/paper.json' with { type: 'json' }
import { recordOf } from '../application/rows.ts'
import { dataCode } from '../application/snapshots.ts'
import { viewOf } from '../application/view.ts'
import { openEnterprise } from '../enterprise/enterprise.ts'
import { fontFolder } from '../form/fonts.ts'
import type { House, Job } from '../house.ts'
import { putBytes } from '../vault/put.ts'
import { writeOut } from '../write-out.ts'
import { type PagedBlock, pagedDocument } from './paged-document.ts'
import { type StampPlan, type Starts, stampPlan } from './stamp-plan.ts'

/** `application.stampPlan` with its handle resolved. */
export type PlanStamps = {
  readonly id: string
  readonly starts: Readonly<Record<string, number>>
  readonly to?: string | undefined
}

const columns = [
  { label: words['volume.number'], share: 1.2, alignment: 'center' },
  { label: words['stamp.place'], share: 6 },
  { label: words['volume.page'], share: 2, alignment: 'center' },
  { label: words['stamp.what'], share: 3, alignment: 'center' },
  { label: words['stamp.count'], share: 2, alignment: 'center' },
] as const

function blocksOf({ rows, asked }: StampPlan, starts: Starts): PagedBlock[] {
  const none: PagedBlock = { kind: 'text', paragraphs: [words['stamp.none']] }
  const table: PagedBlock = {
    kind: 'table',
    columns,
    rows: rows.map(({ place, page, what, copies }, at) => [`${at + 1}`, place, page, what, copies]),
  }
  const said: PagedBlock[] =
    asked.length === 0
      ? [{ kind: 'text', paragraphs: [words['stamp.silent']] }]
      : [{ kind: 'facts', facts: asked }]
  const unbound: PagedBlock[] =
    starts.size > 0 ? [] : [{ kind: 'text', paragraphs: [words['stamp.unbound']] }]
  return [
    { kind: 'heading', text: words['stamp.places'] },
    rows.length > 0 ? table : none,
    ...unbound,
    { kind: 'heading', text: words['stamp.asked'] },
    ...said,
    { kind: 'heading', text: words['stamp.check'] },
    { kind: 'text', paragraphs: [words['stamp.code'], words['stamp.duplex'], words['stamp.scan']] },
  ]
}

/**
 * Puts the sheet among the vault's files, where the page can show it, and at `to` when it is given.
 * Throws `form.font`, `target.unwritable`, `job.cancelled`.
 */
export async function planStamps(
  house: House,
  { id, starts, to }: PlanStamps,
  job: Job,
): Promise<Rendering> {
  const view = viewOf(house, id)
  const places: Starts = new Map(Object.entries(starts))
  const { pdf, pages, substituted } = await pagedDocument(
    {
      title: words['stamp.title'],
      subtitles: [view.title],
      blocks: blocksOf(stampPlan(view, places), places),
      code: dataCode(view),
      author: openEnterprise(house).facts.name ?? '',
      date: new Date(recordOf(house.db, id).changed_at),
    },
    fontFolder(house.assets),
    job,
  )
  if (to !== undefined) writeOut(to, pdf)
  const { sha256, size } = await putBytes(house.dir, pdf, 'stamps.pdf')
  return { sha256, size, pages, substituted }
}
