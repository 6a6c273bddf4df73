/** The cover: the form's title and the lines below it, with room for the seals. */
import type { Content } from 'pdfmake/interfaces'
import { answerText, printedAnswer } from '../../../shared/programme/answer-text.ts'
import type { Form } from '../../../shared/programme/form.ts'
import type { Ink } from './cell-node.ts'
import { cellPadding, lineHeight, page, size } from './measure.ts'
import { titleLines } from './title-lines.ts'

/** Room above the title, below it, above each line, and above the issuers, where there is room. */
const gaps = { above: 90, below: 150, line: 16, issuers: 90 }
const indent = 24
const lineHigh = size.三号 * lineHeight

export function coverNodes(form: Form, ink: Ink): Content[] {
  const lines = titleLines(form.title, ink.setter, page.textWidth)
  const labels = form.cover.map(({ label, seal }) => coverLabel(label, seal))
  const labelWidth = widthOf(labels, ink)
  const rows = labels.map((label) => lineCount(label, labelWidth, ink))
  const answerWidth = page.textWidth - 2 * indent - labelWidth - 4 * cellPadding.side
  const taken = form.cover.map(({ field }, i) =>
    Math.max(rows[i] ?? 1, lineCount(coverAnswer(field, ink), answerWidth, ink)),
  )
  const share = shareOf(lines.length, taken, form.issuers.length)
  const title: Content = {
    text: ink.setter.runs(lines.join('\n'), 'title', form.title),
    fontSize: size.二号,
    alignment: 'center',
    margin: [0, gaps.above * share, 0, gaps.below * share],
  }
  const asked =
    form.cover.length === 0 ? [] : [coverLines(form, { labels, labelWidth, rows, share }, ink)]
  const above = gaps.issuers * share
  return [title, ...asked, ...form.issuers.map((name, i) => issuer(name, i === 0 ? above : 0, ink))]
}

/** How much of the gaps the page has room for, so that the cover stays one page. */
function shareOf(titles: number, rows: readonly number[], issuers: number): number {
  const asked = rows.reduce((sum, count) => sum + count * lineHigh + 3, 0)
  const printed = titles * size.二号 * lineHeight + asked + issuers * lineHigh
  const lines = rows.length * gaps.line
  const wanted = gaps.above + gaps.below + lines + (issuers > 0 ? gaps.issuers : 0)
  return Math.min(1, Math.max(0, (page.textHeight - printed - lineHigh) / wanted))
}

const issuer = (name: string, above: number, { setter }: Ink): Content => ({
  text: setter.runs(name, 'body', name),
  fontSize: size.三号,
  alignment: 'center',
  margin: [0, above, 0, 0],
})

const widthOf = (labels: readonly string[], { setter }: Ink): number => {
  const widest = Math.max(0, ...labels.map((label) => setter.width(label))) * size.三号 + 2
  return Math.min(widest, page.textWidth / 2)
}

const lineCount = (label: string, width: number, { setter }: Ink): number =>
  Math.max(1, Math.ceil((setter.width(label) * size.三号) / width))

type Labels = {
  readonly labels: readonly string[]
  readonly labelWidth: number
  /** Lines that each label takes. */
  readonly rows: readonly number[]
  readonly share: number
}

function coverLines(form: Form, { labels, labelWidth, rows, share }: Labels, ink: Ink): Content {
  return {
    margin: [indent, 0, indent, 0],
    table: {
      widths: [labelWidth, '*'],
      dontBreakRows: true,
      body: form.cover.map((line, i) => [
        {
          text: ink.setter.runs(labels[i] ?? '', 'body', line.label),
          border: [false, false, false, false],
          margin: [0, 0, 0, 0],
        },
        {
          text: ink.setter.runs(coverAnswer(line.field, ink), 'body', line.label),
          border: [false, false, false, true],
          alignment: 'center',
          // The answer stands on its rule, beside the last line of a long label.
          margin: [0, ((rows[i] ?? 1) - 1) * lineHigh, 0, 0],
        },
      ]),
    },
    layout: { hLineWidth: () => 0.75, vLineWidth: () => 0, paddingTop: () => gaps.line * share },
    fontSize: size.三号,
  }
}

/** 申报单位 → 申报单位（盖章）： where a seal goes and the label does not yet say so. */
function coverLabel(label: string, seal: boolean): string {
  const bare = label.replace(/[：:]\s*$/, '')
  return `${bare}${seal && !/盖章|公章|印章/.test(bare) ? '（盖章）' : ''}：`
}

function coverAnswer(id: string, ink: Ink): string {
  const field = ink.fields.get(id)
  return field ? answerText(printedAnswer(field, ink.answers)) : ''
}
