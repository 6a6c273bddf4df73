/** The answers of two states, as the form prints them. Pure; part of `compare.ts`. */
import type { Difference } from '../model/snapshot.ts'
import { answerText, printedAnswer, printedCell, tableRows } from './answer-text.ts'
import { type Pair, pairRows } from './compare-rows.ts'
import type { AnswerRow, Answers, Block, Column, Field, Form } from './form.ts'
import { kindOfChange } from './kind-of-change.ts'
import { onceForRow } from './known-rows.ts'
import { cellLabel, rowLabel } from './row-label.ts'

type Filled = { readonly form: Form | undefined; readonly answers: Answers }
type Table = Extract<Field, { type: 'table' }>

/** In the order of the newer form; fields that only the older one has come last. */
export function compareAnswers(before: Filled, after: Filled): Difference[] {
  const old = new Map((before.form?.fields ?? []).map((field) => [field.id, field]))
  const now = new Map((after.form?.fields ?? []).map((field) => [field.id, field]))
  return [...new Map([...now, ...[...old].filter(([id]) => !now.has(id))])].flatMap(
    ([id, field]) => {
      const [was, is] = [old.get(id), now.get(id)]
      const group = sectionOf(is ? after.form : before.form, field)
      if (was?.type === 'table' && is?.type === 'table') {
        return compareTable({ was, is, group }, before.answers, after.answers)
      }
      return compareField({ was, is, group }, before.answers, after.answers)
    },
  )
}

/** The heading of the section that prints the field. */
function sectionOf(form: Form | undefined, { id }: Field): string {
  const shows = (block: Block): boolean => {
    if (block.kind === 'chapter') return block.field === id
    if (block.kind !== 'grid') return false
    return block.rows.some(
      ({ repeat, cells }) => repeat === id || cells.some((cell) => cell.field === id),
    )
  }
  return form?.sections.find(({ blocks }) => blocks.some(shows))?.title ?? ''
}

type Sides<F> = { readonly was: F; readonly is: F; readonly group: string }

const printed = (field: Field | undefined, answers: Answers): string =>
  field ? answerText(printedAnswer(field, answers)) : ''

function compareField(
  { was, is, group }: Sides<Field | undefined>,
  before: Answers,
  after: Answers,
): Difference[] {
  const field = is ?? was
  const texts = [printed(was, before), printed(is, after)] as const
  const kind = kindOfChange(...texts)
  if (!kind || !field) return []
  const place = { step: 'form' as const, ref: field.id }
  return [
    { what: 'answer', kind, place, group, label: field.label, before: texts[0], after: texts[1] },
  ]
}

type CellTexts = ReadonlyMap<string, string>

/** What each cell of a row prints, by column. */
const cellTexts = onceForRow(
  (columns, row): CellTexts =>
    new Map(columns.map((column) => [column.id, answerText(printedCell(column, row))])),
)
/** The same for rows that print the same. */
const rowKey = onceForRow((columns, row) =>
  [...cellTexts(columns, row)].map(([id, text]) => `${id}=${text}`).join('\n'),
)

/** A row as one line, each cell under its heading. */
const rowText = (columns: readonly Column[], row: AnswerRow): string =>
  columns
    .map(({ id, label }) => [label, cellTexts(columns, row).get(id) ?? ''] as const)
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label}：${text}`)
    .join('；')

function compareTable(sides: Sides<Table>, before: Answers, after: Answers): Difference[] {
  const { was, is } = sides
  const [old, now] = [tableRows(before[was.id]), tableRows(after[is.id])]
  const keyed = ({ columns }: Table, rows: readonly AnswerRow[]) =>
    rows.map((row) => rowKey(columns, row))
  return pairRows(keyed(was, old), keyed(is, now)).flatMap((pair) =>
    compareRow(sides, pair, old, now),
  )
}

function compareRow(
  { was, is, group }: Sides<Table>,
  { from, to, moved }: Pair,
  old: readonly AnswerRow[],
  now: readonly AnswerRow[],
): Difference[] {
  const [before, after] = [from === null ? undefined : old[from], to === null ? undefined : now[to]]
  const row = to ?? from ?? 0
  const label = rowLabel(is.label, row)['zh-CN']
  const place = { step: 'form' as const, ref: is.id, ...(to === null ? {} : { row: to }) }
  const at = { what: 'row' as const, place, group, label }
  if (moved) {
    return [{ ...at, kind: 'moved', before: `${(from ?? 0) + 1}`, after: `${(to ?? 0) + 1}` }]
  }
  if (!before || !after) {
    const texts = {
      before: before ? rowText(was.columns, before) : '',
      after: after ? rowText(is.columns, after) : '',
    }
    const kind = kindOfChange(texts.before, texts.after)
    return kind ? [{ ...at, kind, ...texts }] : []
  }
  const columns = new Map([...is.columns, ...was.columns].map((column) => [column.id, column]))
  return [...columns.values()].flatMap((column): Difference[] => {
    const kept = is.columns.find(({ id }) => id === column.id)
    const texts = [
      cellTexts(was.columns, before).get(column.id) ?? '',
      cellTexts(is.columns, after).get(column.id) ?? '',
    ] as const
    const kind = kindOfChange(...texts)
    if (!kind) return []
    const cell = { ...place, column: column.id }
    const named = cellLabel(is.label, row, (kept ?? column).label)['zh-CN']
    return [
      { ...at, what: 'cell', kind, place: cell, label: named, before: texts[0], after: texts[1] },
    ]
  })
}
