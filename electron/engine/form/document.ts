/**
 * The whole 申报书 as a pdfmake document. Answers reach it only as text runs of the typesetter: an
 * object from outside could make pdfmake embed a local file, so none is ever passed on.
 */
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import { cleanText } from '../../../shared/programme/clean-text.ts'
import type { Ink } from './cell-node.ts'
import { coverNodes, sheetHead } from './cover.ts'
import { page, size, wide } from './measure.ts'
import { pageFoot, pageMargins } from './page-foot.ts'
import type { FormInput } from './render.ts'
import { sectionNodes } from './section-nodes.ts'
import type { Typesetter } from './typesetter.ts'

/** `onPages` learns the number of pages, cover included, when the pages have been laid out. */
export function formDocument(
  input: FormInput,
  setter: Typesetter,
  onPages: (pages: number) => void,
): TDocumentDefinitions {
  const { form, answers } = input
  const fields = new Map(form.fields.map((field) => [field.id, field]))
  const frame = form.sheet ? wide : page
  const ink: Ink = { setter, answers, fields, frame, columnTypes: new Map() }
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
    pageSize: { width: frame.width, height: frame.height },
    pageMargins: pageMargins(frame),
    defaultStyle: { font: 'song', fontSize: size.三号 },
    content: form.sheet
      ? [...sheetHead(form, ink), ...sections]
      : [...coverNodes(form, ink), { stack: [], pageBreak: 'after' }, ...sections],
    footer: (current, count) => {
      onPages(count)
      const number = form.sheet ? current : current - 1
      return number === 0 || input.bound ? null : pageFoot(number, input.code, setter, frame)
    },
  }
}
