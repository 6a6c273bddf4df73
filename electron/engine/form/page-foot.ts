/** The foot of every page, and the margins of a page frame. */
import type { Content, Margins } from 'pdfmake/interfaces'
import words from '../../../shared/text/zh-CN/form.json' with { type: 'json' }
import { type PageFrame, size } from './measure.ts'
import type { Typesetter } from './typesetter.ts'

const right = ({ width, left, textWidth }: PageFrame) => width - left - textWidth

export const pageMargins = (frame: PageFrame): Margins => [
  frame.left,
  frame.top,
  right(frame),
  frame.height - frame.top - frame.textHeight,
]

/** Page number on the outer side (GB/T 9704), the code of the data on the inner one, if there is one. */
export function pageFoot(
  number: number,
  code: string,
  setter: Typesetter,
  frame: PageFrame,
): Content {
  const outer: Content = {
    text: setter.runs(`— ${number} —`, 'body', ''),
    fontSize: size.四号,
    alignment: number % 2 === 1 ? 'right' : 'left',
  }
  const inner: Content = {
    text: code === '' ? '' : setter.runs(words.code.replace('{{code}}', code), 'body', ''),
    fontSize: size.小五,
    alignment: number % 2 === 1 ? 'left' : 'right',
    margin: [0, 6, 0, 0],
  }
  return {
    columns: number % 2 === 1 ? [inner, outer] : [outer, inner],
    margin: [frame.left + size.四号, 20, right(frame) + size.四号, 0],
  }
}
