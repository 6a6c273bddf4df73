/** Sets one printed answer or label as a node of the page: plain text, or a row of boxes to tick. */
import type { Content } from 'pdfmake/interfaces'
import type { Printed, Tick } from '../../../shared/programme/answer-text.ts'
import { lineHeight } from './measure.ts'
import type { Role, Typesetter } from './typesetter.ts'

export type Setting = {
  readonly setter: Typesetter
  readonly role: Role
  readonly fontSize: number
  /** Width that the text has, in points. */
  readonly width: number
  /** Label of the field, for the fault that names an unprintable character. */
  readonly field: string
  readonly alignment: 'left' | 'center' | 'justify'
  /** Each paragraph begins two characters in, as in running text. */
  readonly indented?: boolean
}

export type SetText = { readonly node: Content; readonly lines: number }

const indentEms = 2
const blank = '＿＿＿＿'

export function setText(texts: readonly string[], setting: Setting): SetText {
  const { setter, role, fontSize, field, alignment, indented } = setting
  const lines = texts.reduce((sum, text) => sum + linesOf(text, setting), 0)
  // pdfmake cannot centre a cell that holds no line at all: an empty one holds a space.
  const filled = texts.length === 0 ? [' '] : texts
  const stack = filled.map((text) => ({
    text: text === '' ? ' ' : setter.runs(text, role, field),
    fontSize,
    alignment,
    ...(indented ? { leadingIndent: indentEms * fontSize } : {}),
  }))
  return { node: { stack }, lines: Math.max(1, lines) }
}

/** Short answers stand in the middle of their cell where `centred`, longer ones fill it from the left. */
export function setAnswer(printed: Printed, setting: Setting, centred = true): SetText {
  if (printed.kind === 'ticks') return setTicks(printed.ticks, setting, centred)
  return setText(
    printed.paragraphs,
    centred && onOneLine(printed, setting)
      ? { ...setting, alignment: 'center', indented: false }
      : { ...setting, alignment: 'left' },
  )
}

/** Whether it takes no more than a line. */
export function onOneLine(
  printed: Printed,
  { setter, fontSize, width }: Pick<Setting, 'setter' | 'fontSize' | 'width'>,
): boolean {
  if (printed.kind === 'ticks') return true
  const [only = '', ...more] = printed.paragraphs
  return more.length === 0 && setter.width(only) * fontSize <= width
}

/** So many boxes are set side by side, as many as a line holds. */
const manyTicks = 9

/** Boxes in one row where they fit, otherwise one below the other. */
function setTicks(ticks: readonly Tick[], setting: Setting, centred: boolean): SetText {
  const { setter, role, fontSize, width, field } = setting
  const each = ticks.map(tickText)
  const texts = each.length < manyTicks ? each : packed(each, setting)
  const row = texts.join('\u3000')
  const inRow = setter.width(row) * fontSize <= width
  const text = inRow ? row : texts.join('\n')
  const lines = inRow ? 1 : texts.reduce((sum, item) => sum + linesOf(item, setting), 0)
  const alignment = inRow && centred ? 'center' : 'left'
  return { node: { text: setter.runs(text, role, field), fontSize, alignment }, lines }
}

/** The boxes in as few lines as their order allows. */
function packed(texts: readonly string[], { setter, fontSize, width }: Setting): string[] {
  const lines: string[] = []
  for (const text of texts) {
    const longer = `${lines.at(-1) ?? ''}\u3000${text}`
    const fits = lines.length > 0 && setter.width(longer) * fontSize <= width
    if (fits) lines[lines.length - 1] = longer
    else lines.push(text)
  }
  return lines
}

function tickText({ label, ticked, other }: Tick): string {
  const box = ticked ? '☑' : '☐'
  return other === undefined
    ? `${box}${label}`
    : `${box}${label}${other === '' ? blank : `：${other}`}`
}

/** What stays together at the end of a line: a word or a character, with the marks that cling to it. */
const clinging =
  /[\p{Ps}\p{Pi}]*(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[^\s\p{Script=Han}]+|\s+)[\p{Pe}\p{Pf}\p{Po}]*/gu

/** Lines that a paragraph takes: rows must be known to fit before they are kept together. */
function linesOf(text: string, { setter, fontSize, width, indented }: Setting): number {
  const room = width / fontSize
  const begin = indented ? indentEms : 0
  if (begin + setter.width(text) <= room) return 1
  let lines = 1
  let used = begin
  for (const [part] of text.matchAll(clinging)) {
    const wide = setter.width(part)
    if (used > 0 && used + wide > room) {
      lines += 1
      used = 0
    }
    lines += Math.max(0, Math.ceil(wide / room) - 1)
    used = (used + wide) % room
  }
  return lines
}

/** In points. */
export const linesHeight = (lines: number, fontSize: number) => lines * fontSize * lineHeight
