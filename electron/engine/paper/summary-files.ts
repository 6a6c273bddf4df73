/** A 汇总表 as PDF and as Excel workbook. It reads fonts and writes nothing. */
import type { SummaryTable } from '../../../shared/programme/summary.ts'
import words from '../../../shared/text/zh-CN/paper.json' with { type: 'json' }
import type { FontFolder } from '../form/fonts.ts'
import type { Job } from '../house.ts'
import { workbookOf } from '../workbook.ts'
import { type PagedPdf, pagedDocument } from './paged-document.ts'

/** More columns than this lie on a turned sheet. */
const uprightColumns = 6

/** Half characters that fit beside each other on an upright sheet, and on a turned one. */
const room = { upright: 76, turned: 112 } as const
/** What is no longer than this stays on one line: names, numbers of telephones. */
const short = 15

const wide = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0)

/** Widths in half characters: short columns as they need it, long ones share what is left. */
function widths({ columns, rows }: SummaryTable): number[] {
  const needed = columns.map((label, at) => {
    const longest = Math.max(...rows.map((row) => wide(row[at] ?? '')), Math.min(wide(label), 12))
    return Math.min(60, longest)
  })
  const all = columns.length > uprightColumns ? room.turned : room.upright
  const kept = needed.filter((need) => need <= short).reduce((sum, need) => sum + need + 2, 0)
  const long = needed.filter((need) => need > short).reduce((sum, need) => sum + need, 0)
  return needed.map((need) =>
    need <= short ? need + 2 : Math.max(short, (need / long) * (all - kept)),
  )
}

/** Empty rows that a table without applicants is printed with. */
const blankRows = 3

/** A4, turned where the columns are many. Throws `form.font`, `job.cancelled`. */
export function summaryPdf(
  table: SummaryTable,
  { author, date }: { readonly author: string; readonly date: Date },
  fonts: FontFolder,
  job: Job,
): Promise<PagedPdf> {
  const { title, filler, columns, rows } = table
  const shares = widths(table)
  const empty = Array.from({ length: blankRows }, (_, at) =>
    columns.map((_label, column) => (column === 0 ? `${at + 1}` : '')),
  )
  const label = filler.label && `${filler.label}：${filler.name}`
  return pagedDocument(
    {
      title,
      author,
      date,
      landscape: columns.length > uprightColumns,
      blocks: [
        ...(label ? [{ kind: 'text', paragraphs: [label], plain: true } as const] : []),
        {
          kind: 'table',
          columns: columns.map((name, at) => ({
            label: name,
            share: shares[at] ?? 1,
            ...(at === 0 ? { alignment: 'center' as const } : {}),
          })),
          rows: rows.length > 0 ? rows : empty,
        },
      ],
    },
    fonts,
    job,
  )
}

/** The same table as a workbook. */
export function summaryWorkbook(table: SummaryTable, at: Date): Promise<Uint8Array> {
  const shares = widths(table)
  const columns = table.columns.map((label, i) => ({ label, width: Math.ceil(shares[i] ?? 12) }))
  const { title, rows } = table
  return workbookOf([{ name: words['summary.sheet'], title, columns, rows }], at)
}
