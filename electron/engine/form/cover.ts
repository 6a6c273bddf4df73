/** The cover: the form's title and the lines below it, with room for the seals. */
import type { Content } from 'pdfmake/interfaces'
import type { Form } from '../../../shared/programme/form.ts'
import { answerText, printedAnswer } from './answer-text.ts'
import type { Ink } from './cell-node.ts'
import { page, size } from './measure.ts'
import type { Typesetter } from './typesetter.ts'

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

export function coverNodes(form: Form, ink: Ink): Content[] {
  const title: Content = {
    text: ink.setter.runs(titleLines(form.title, ink.setter).join('\n'), 'title', form.title),
    fontSize: size.二号,
    alignment: 'center',
    margin: [0, 90, 0, 150],
  }
  const lines = form.cover.length === 0 ? [] : [coverLines(form, ink)]
  return [title, ...lines, ...form.issuers.map((name, i) => issuer(name, i === 0 ? 90 : 0, ink))]
}

const issuer = (name: string, above: number, { setter }: Ink): Content => ({
  text: setter.runs(name, 'body', name),
  fontSize: size.三号,
  alignment: 'center',
  margin: [0, above, 0, 0],
})

/**
 * Breaks a long title between words into lines of about the same length, the longer first. A line
 * break in the title itself is kept.
 */
export function titleLines(title: string, setter: Typesetter): string[] {
  if (title.includes('\n')) return title.split('\n')
  const room = page.textWidth / size.二号 - 0.5
  const total = setter.width(title)
  const count = Math.ceil(total / room)
  const lines: string[] = []
  let line = ''
  for (const { segment } of segmenter.segment(title)) {
    const enough = setter.width(line) >= total / count - 0.5
    const closing = /^[\p{Pe}\p{Pf}\p{Po}]/u.test(segment)
    if (line !== '' && !closing && (enough || setter.width(line + segment) > room)) {
      lines.push(line)
      line = ''
    }
    line += segment
  }
  return [...lines, line]
}

function coverLines(form: Form, ink: Ink): Content {
  const labels = form.cover.map(({ label, seal }) => coverLabel(label, seal))
  const labelWidth = Math.max(...labels.map((label) => ink.setter.width(label))) * size.三号 + 2
  const indent = 24
  return {
    margin: [indent, 0, indent, 0],
    table: {
      widths: [Math.min(labelWidth, page.textWidth / 2), '*'],
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
          margin: [0, 0, 0, 0],
        },
      ]),
    },
    layout: { hLineWidth: () => 0.75, vLineWidth: () => 0, paddingTop: () => 16 },
    fontSize: size.三号,
  }
}

/** 申报单位 → 申报单位（盖章）： where a seal goes and the label does not yet say so. */
export function coverLabel(label: string, seal: boolean): string {
  const bare = label.replace(/[：:]\s*$/, '')
  return `${bare}${seal && !/盖章|公章|印章/.test(bare) ? '（盖章）' : ''}：`
}

function coverAnswer(id: string, ink: Ink): string {
  const field = ink.fields.get(id)
  return field ? answerText(printedAnswer(field, ink.answers)) : ''
}
