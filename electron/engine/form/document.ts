/**
 * The whole 申报书 as a pdfmake document. Answers reach it only as text runs of the typesetter: an
 * object from outside could make pdfmake embed a local file, so none is ever passed on.
 */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import { cleanText } from '../../../shared/programme/clean-text.ts'
import words from '../../../shared/text/zh-CN/form.json' with { type: 'json' }
import type { Ink } from './cell-node.ts'
import { coverNodes } from './cover.ts'
import { page, size } from './measure.ts'
import type { FormInput } from './render.ts'
import { sectionNodes } from './section-nodes.ts'
import type { Typesetter } from './typesetter.ts'

const bottom = page.height - page.top - page.textHeight

/** `onPages` learns the number of pages, cover included, when the pages have been laid out. */
export function formDocument(
  input: FormInput,
  setter: Typesetter,
  onPages: (pages: number) => void,
): TDocumentDefinitions {
  const { form, answers } = input
  const fields = new Map(form.fields.map((field) => [field.id, field]))
  const ink: Ink = { setter, answers, fields }
  const sections = form.sections.flatMap((section, index) =>
    sectionNodes(section, index, ink, input.materials),
  )
  return {
    version: '1.7',
    language: 'zh-CN',
    displayTitle: true,
    info: {
      title: cleanText(input.title),
      author: cleanText(input.author),
      creator: '申报匣',
      producer: '申报匣',
      creationDate: input.date,
    },
    pageSize: { width: page.width, height: page.height },
    pageMargins: [page.left, page.top, page.width - page.left - page.textWidth, bottom],
    defaultStyle: { font: 'song', fontSize: size.三号 },
    content: [...coverNodes(form, ink), { stack: [], pageBreak: 'after' }, ...sections],
    footer: (current, count) => {
      onPages(count)
      return current === 1 ? null : pageFoot(current - 1, input.code, setter)
    },
  }
}

/** Page number on the outer side (GB/T 9704), the code of the data on the inner one. */
function pageFoot(number: number, code: string, setter: Typesetter): Content {
  const outer: Content = {
    text: setter.runs(`— ${number} —`, 'body', ''),
    fontSize: size.四号,
    alignment: number % 2 === 1 ? 'right' : 'left',
  }
  const inner: Content = {
    text: setter.runs(words.code.replace('{{code}}', code), 'body', ''),
    fontSize: size.小五,
    alignment: number % 2 === 1 ? 'left' : 'right',
    margin: [0, 6, 0, 0],
  }
  const margin = page.left + size.四号
  return {
    columns: number % 2 === 1 ? [inner, outer] : [outer, inner],
    margin: [margin, 20, page.width - page.left - page.textWidth + size.四号, 0],
  }
}
