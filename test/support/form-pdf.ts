/** What stands in a 申报书 as PDF, matched with what was answered: both ways. */
import { execFileSync } from 'node:child_process'
import {
  answerText,
  type Printed,
  printedAnswer,
  printedCell,
  tableRows,
} from '../../shared/programme/answer-text.ts'
import type { Answers, Cell, Form } from '../../shared/programme/form.ts'
import words from '../../shared/text/zh-CN/form.json' with { type: 'json' }
import { dense } from './poppler.ts'

/** What the foot of a page prints: its number, and the code of the data. */
const foot = new RegExp(`— \\d+ —|${words.code.replace('{{code}}', '[0-9A-F]*')}`, 'g')

/** Text in the order in which it was set, so that a cell's lines follow each other; no page feet. */
export const setText = (file: string): string =>
  dense(
    execFileSync('pdftotext', ['-raw', file, '-'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    }).replace(foot, ''),
  )

const tickText = (printed: Printed & { kind: 'ticks' }): readonly string[] =>
  printed.ticks.map(({ label, ticked, other }) => {
    const beside = other === undefined ? '' : other === '' ? '＿＿＿＿' : `：${other}`
    return `${ticked ? '☑' : '☐'}${label}${beside}`
  })

const shown = (printed: Printed): readonly string[] =>
  printed.kind === 'ticks' ? tickText(printed) : [answerText(printed)]

/** Everything that the answers print, once for each place in which the form shows it. */
export function printedValues(form: Form, answers: Answers): readonly string[] {
  const field = (id: string) => form.fields.find((one) => one.id === id)
  const of = (id: string) => {
    const found = field(id)
    return found ? shown(printedAnswer(found, answers)) : []
  }
  const cellValues = (cell: Cell, repeat: string | undefined): readonly string[] => {
    if (cell.field !== undefined) return of(cell.field)
    const table = repeat === undefined ? undefined : field(repeat)
    if (table?.type !== 'table') return []
    const column = table.columns.find(({ id }) => id === cell.column)
    const rows = tableRows(answers[table.id])
    return column ? rows.flatMap((row) => shown(printedCell(column, row))) : []
  }
  const inGrids = form.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'chapter') return of(block.field)
      if (block.kind !== 'grid') return []
      return block.rows.flatMap(({ cells, repeat }) =>
        cells.flatMap((cell) => cellValues(cell, repeat)),
      )
    }),
  )
  return [...form.cover.flatMap(({ field: id }) => of(id)), ...inGrids]
    .map(dense)
    .filter((value) => value !== '')
}

/** Values that the text lacks, and the text without those that it has, longest first. */
export function matched(text: string, values: readonly string[]) {
  const lacking: string[] = []
  const left = values
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, value) => {
      const at = rest.indexOf(value)
      if (at >= 0) return `${rest.slice(0, at)}\n${rest.slice(at + value.length)}`
      lacking.push(value)
      return rest
    }, text)
  return { lacking, left }
}
