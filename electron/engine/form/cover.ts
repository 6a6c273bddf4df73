/** The cover: the form's title and the lines below it, with room for the seals. */
import type { Content, Margins, TableCell } from 'pdfmake/interfaces'
import { answerText, printedAnswer } from '../../../shared/programme/answer-text.ts'
import type { Form } from '../../../shared/programme/form.ts'
import type { Ink } from './cell-node.ts'
import { cellPadding, lineHeight, page, size } from './measure.ts'
import { titleLines } from './title-lines.ts'

/** Room above the title, below it, above each line, and above the issuers, where there is room. */
const gaps = { above: 90, below: 150, line: 16, issuers: 90 }
const indent = 8
const lineHigh = size.三号 * lineHeight
/** Labels up to this width begin their rules at one place; a longer one pushes its own to the right. */
const commonLabel = 9.5 * size.三号

type Line = {
  readonly label: string
  readonly labelWidth: number
  /** Lines that the label takes. */
  readonly labelLines: number
  readonly answer: string
  /** Printed behind the rule: （设区市工信局）. */
  readonly after: string
  readonly afterWidth: number
  /** Lines that the whole takes. */
  readonly lines: number
}

export function coverNodes(form: Form, ink: Ink): Content[] {
  const titles = titleLines(form.title, ink.setter, page.textWidth)
  const lines = linesOf(form, ink, page.textWidth)
  const share = shareOf(titles.length, lines, form.issuers.length)
  const title: Content = {
    text: ink.setter.runs(titles.join('\n'), 'title', form.title),
    fontSize: size.二号,
    alignment: 'center',
    margin: [0, gaps.above * share, 0, gaps.below * share],
  }
  const above = gaps.issuers * share
  return [
    title,
    ...lines.map((line) => lineNode(line, gaps.line * share, ink)),
    ...form.issuers.map((name, i) => issuer(name, i === 0 ? above : 0, ink)),
  ]
}

/** Title and lines at the head of a form that is one sheet. */
export function sheetHead(form: Form, ink: Ink): Content[] {
  const { setter, frame } = ink
  const titles = titleLines(form.title, setter, frame.textWidth)
  return [
    {
      text: setter.runs(titles.join('\n'), 'title', form.title),
      fontSize: size.二号,
      alignment: 'center',
      margin: [0, 0, 0, size.四号],
    },
    ...form.cover.map(({ label, seal, field }) => ({
      text: setter.runs(coverLabel(label, seal) + coverAnswer(field, ink), 'body', label),
      fontSize: size.四号,
    })),
    { stack: [], margin: [0, 6, 0, 0] },
  ]
}

function linesOf(form: Form, ink: Ink, textWidth: number): Line[] {
  const { setter } = ink
  const labels = form.cover.map(({ label, seal }) => coverLabel(label, seal))
  const widths = labels.map((label) => setter.width(label) * size.三号 + 2)
  const common = Math.max(0, ...widths.filter((width) => width <= commonLabel))
  return form.cover.map(({ field, after = '' }, i) => {
    const label = labels[i] ?? ''
    const labelWidth = Math.min(Math.max(common, widths[i] ?? 0), textWidth / 2)
    const afterWidth = after === '' ? 0 : setter.width(after) * size.三号 + 2
    const padding = (after === '' ? 2 : 4) * cellPadding.side
    const answerWidth = textWidth - 2 * indent - labelWidth - afterWidth - padding
    const answer = coverAnswer(field, ink)
    const labelLines = lineCount(label, labelWidth, ink)
    const lines = Math.max(labelLines, lineCount(answer, answerWidth, ink))
    return { label, labelWidth, labelLines, answer, after, afterWidth, lines }
  })
}

/** How much of the gaps the page has room for, so that the cover stays one page. */
function shareOf(titles: number, asked: readonly Line[], issuers: number): number {
  const answers = asked.reduce((sum, { lines }) => sum + lines * lineHigh + 5, 0)
  const printed = titles * size.二号 * lineHeight + answers + issuers * lineHigh
  const between = asked.length * gaps.line
  const wanted = gaps.above + gaps.below + between + (issuers > 0 ? gaps.issuers : 0)
  return Math.min(1, Math.max(0, (page.textHeight - printed - 2 * lineHigh) / wanted))
}

const issuer = (name: string, above: number, { setter }: Ink): Content => ({
  text: setter.runs(name, 'body', name),
  fontSize: size.三号,
  alignment: 'center',
  margin: [0, above, 0, 0],
})

const lineCount = (text: string, width: number, { setter }: Ink): number =>
  Math.max(1, Math.ceil((setter.width(text) * size.三号) / width))

/** A label, its answer on a rule that reaches the right edge, and what is printed behind. */
function lineNode(line: Line, above: number, { setter }: Ink): Content {
  const beside = (): Margins => [0, (line.labelLines - 1) * lineHigh, 0, 0]
  const words = (text: string, margin: Margins): TableCell => ({
    text: setter.runs(text, 'body', line.label),
    border: [false, false, false, false],
    margin,
  })
  const answer: TableCell = {
    text: setter.runs(line.answer, 'body', line.label),
    border: [false, false, false, true],
    alignment: 'center',
    // The answer stands on its rule, beside the last line of a long label.
    margin: beside(),
  }
  const after = line.after === '' ? [] : [words(line.after, beside())]
  return {
    margin: [indent, 0, indent, 0],
    table: {
      widths: [line.labelWidth, '*', ...after.map(() => line.afterWidth)],
      dontBreakRows: true,
      body: [[words(line.label, [0, 0, 0, 0]), answer, ...after]],
    },
    layout: { hLineWidth: () => 0.75, vLineWidth: () => 0, paddingTop: () => above },
    fontSize: size.三号,
  }
}

/** 申报单位 → 申报单位（盖章）： where a seal goes and the label does not yet say so; one colon. */
function coverLabel(label: string, seal: boolean): string {
  if (/：（[^）]*）$/.test(label)) return label
  const bare = label.replace(/[：:]\s*$/, '')
  return `${bare}${seal && !/盖章|公章|印章/.test(bare) ? '（盖章）' : ''}：`
}

function coverAnswer(id: string, ink: Ink): string {
  const field = ink.fields.get(id)
  return field ? answerText(printedAnswer(field, ink.answers)) : ''
}
