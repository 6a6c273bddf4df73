/**
 * 汇总表: the table that whoever recommends fills in over several applicants, in the columns of the
 * notice. Pure: applicants may come from applications or from verified bundles.
 */
import { answerText, dayText, printedAnswer, printedCell, tableRows } from './answer-text.ts'
import type { AnswerRow, Answers } from './form.ts'
import { factOf, regionNames, regionOf } from './label.ts'
import type { Pack, Summary } from './pack.ts'

/** An applicant: what its profile and its form say. */
export type SummarySubject = {
  readonly facts: Readonly<Record<string, string>>
  readonly answers: Answers
}

export type SummaryTable = {
  readonly title: string
  /** Who fills the table in: the label above the table and a name; both may be empty. */
  readonly filler: { readonly label: string; readonly name: string }
  readonly columns: readonly string[]
  /** A cell that nothing is known for is empty, to be filled in by hand. */
  readonly rows: readonly (readonly string[])[]
}

type Column = Summary['columns'][number]

/** The province is the same for all; those below are what tells applicants apart. */
const place = (code: string): string => {
  const names = regionNames(code)
  return (names.length > 1 ? names.slice(1) : names).join('')
}

/** The city that all applicants lie in: the notice leaves it open in the title of its table. */
function cityOf(subjects: readonly SummarySubject[]): string | undefined {
  const cities = new Set(
    subjects.map(({ facts }) => regionNames(regionOf(facts.region ?? '')?.code ?? '')[1]),
  )
  return cities.size === 1 ? [...cities][0] : undefined
}

function factText(key: string, value: string): string {
  const fact = factOf(key)
  if (fact?.type === 'region') return place(value)
  if (fact?.type === 'date') return dayText(value)
  return fact?.options?.find(({ id }) => id === value)?.label['zh-CN'] ?? value
}

function cell(
  pack: Pack,
  column: Column,
  subject: SummarySubject,
  row: AnswerRow | undefined,
): string {
  const fields = pack.form?.fields ?? []
  if (column.column !== undefined) {
    const table = fields.find(({ id }) => id === pack.summary?.rows)
    const found =
      table?.type === 'table' ? table.columns.find(({ id }) => id === column.column) : undefined
    return found ? answerText(printedCell(found, row)) : ''
  }
  const field = fields.find(({ id }) => id === column.field)
  const answer = field ? answerText(printedAnswer(field, subject.answers)) : ''
  const fact = column.fact ? factText(column.fact, subject.facts[column.fact] ?? '') : ''
  return answer || fact
}

/**
 * Null where the notice has no such table. `by` is who fills it in; without it, the first applicant's
 * profile is asked.
 */
export function summaryTable(
  pack: Pack,
  subjects: readonly SummarySubject[],
  by?: string,
): SummaryTable | null {
  const { summary } = pack
  if (!summary) return null
  const { title, filler, columns, rows: table } = summary
  const told = filler ? (subjects[0]?.facts[filler.fact] ?? '') : ''
  const records = subjects.flatMap((subject) =>
    (table === undefined ? [undefined] : tableRows(subject.answers[table])).map((row) => ({
      subject,
      row,
    })),
  )
  return {
    title: title.replace('XX市', cityOf(subjects) ?? '＿＿＿＿市'),
    filler: { label: filler?.label ?? '', name: by ?? told },
    columns: columns.map(({ label }) => label),
    rows: records.map(({ subject, row }, at) =>
      columns.map((column) =>
        column.number ? `${at + 1}` : cell(pack, column, subject, row).replaceAll('\n', ' '),
      ),
    ),
  }
}
