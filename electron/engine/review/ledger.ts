/** 审核台账: every bundle on the desk and what was said about it, as an Excel workbook. */
import type { ReviewRow } from '../../../shared/model/review.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import { type Sentences, say } from '../../../shared/text/say.ts'
import zh from '../../../shared/text/zh-CN/opinion.json' with { type: 'json' }
import { workbookOf } from '../workbook.ts'
import { writeOut } from '../write-out.ts'
import { opinionsOn } from './judge.ts'
import type { ReviewDesk } from './review-desk.ts'
import { submissions } from './submission-rows.ts'

const text = (key: string): string => say(zh as Sentences, key)

const columns = [
  ['column.number', 6],
  ['enterprise', 32],
  ['creditCode', 22],
  ['programme', 40],
  ['edition', 12],
  ['bundle', 12],
  ['revision', 8],
  ['ledger.received', 14],
  ['ledger.verified', 12],
  ['verdict', 12],
  ['day', 14],
  ['reasons', 60],
] as const

function lineOf(desk: ReviewDesk, row: ReviewRow, at: number): string[] {
  const [last] = opinionsOn(desk.db, row.seq)
  const reasons = last?.opinion.reasons.map(({ label, text: said }) => `${label}：${said}`) ?? []
  return [
    String(at + 1),
    row.enterprise || row.name,
    row.creditCode,
    [row.title, row.trackTitle].filter(Boolean).join(' · '),
    row.edition,
    row.bundleId,
    row.report.ok ? String(row.revision) : '',
    todayInChina(new Date(row.receivedAt)),
    text(row.report.ok ? 'ledger.good' : 'ledger.bad'),
    last ? text(`verdict.${last.opinion.verdict}`) : '',
    last?.opinion.day ?? '',
    reasons.join('\n'),
  ]
}

/** In the order of arrival. Throws `target.unwritable`. */
export async function saveLedger(
  desk: ReviewDesk,
  { to }: { readonly to: string },
): Promise<{ readonly rows: number }> {
  const rows = submissions(desk).toReversed()
  const sheet = {
    name: text('ledger'),
    title: text('ledger'),
    columns: columns.map(([key, width]) => ({ label: text(key), width })),
    rows: rows.map((row, at) => lineOf(desk, row, at)),
  }
  writeOut(to, await workbookOf([sheet], desk.clock()))
  return { rows: rows.length }
}
