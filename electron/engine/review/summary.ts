/**
 * 推荐汇总表 over recommended bundles of one programme, in the columns of its notice, as PDF to be
 * sealed or as Excel workbook.
 */
import { Fault } from '../../../shared/fault.ts'
import type { Pack } from '../../../shared/programme/pack.ts'
import { type SummarySubject, summaryTable } from '../../../shared/programme/summary.ts'
import { fontFolder } from '../form/fonts.ts'
import type { Job } from '../house.ts'
import { summaryPdf, summaryWorkbook } from '../paper/summary-files.ts'
import { blobPath } from '../vault/paths.ts'
import { writeOut } from '../write-out.ts'
import { reviewerOf } from './judge.ts'
import type { ReviewDesk } from './review-desk.ts'
import { readSubmitted } from './submission-content.ts'
import { goodSubmission, submissions } from './submission-rows.ts'

export type SummaryOrder = {
  readonly seqs: readonly number[]
  readonly format: 'pdf' | 'xlsx'
  readonly to: string
}

type Subjects = { readonly pack: Pack; readonly subjects: readonly SummarySubject[] }

/** Throws `review.notRecommended`, `review.mixedProgrammes`, `programme.noSummary`. */
async function gathered(desk: ReviewDesk, seqs: readonly number[]): Promise<Subjects> {
  const subjects: SummarySubject[] = []
  const statuses = new Map(submissions(desk).map(({ seq, status }) => [seq, status]))
  let pack: Pack | null = null
  for (const seq of [...new Set(seqs)].toSorted((a, b) => a - b)) {
    const row = goodSubmission(desk.db, seq)
    if (statuses.get(seq) !== 'recommend') {
      throw new Fault('review.notRecommended', { enterprise: row.enterprise })
    }
    const told = await readSubmitted(blobPath(desk.dir, row.sha256))
    if (!told.pack?.summary) throw new Fault('programme.noSummary', { title: row.title })
    if (pack && (pack.id !== told.pack.id || pack.edition !== told.pack.edition)) {
      throw new Fault('review.mixedProgrammes', { one: pack.title, other: row.title })
    }
    pack ??= told.pack
    subjects.push({ facts: told.facts, answers: told.answers })
  }
  if (!pack) throw new Fault('review.unknown')
  return { pack, subjects }
}

/** Throws `review.*` as above, `review.noReviewer`, `form.font`, `target.unwritable`. */
export async function saveSummary(
  desk: ReviewDesk,
  { seqs, format, to }: SummaryOrder,
  job: Job,
): Promise<{ readonly rows: number }> {
  const reviewer = reviewerOf(desk.db)
  if (!reviewer) throw new Fault('review.noReviewer')
  const { pack, subjects } = await gathered(desk, seqs)
  const table = summaryTable(pack, subjects, reviewer.office)
  if (!table) throw new Fault('programme.noSummary', { title: pack.title })
  const date = desk.clock()
  const told = { author: reviewer.office, date }
  const bytes =
    format === 'pdf'
      ? (await summaryPdf(table, told, fontFolder(desk.assets), job)).pdf
      : await summaryWorkbook(table, date)
  writeOut(to, bytes)
  return { rows: table.rows.length }
}
