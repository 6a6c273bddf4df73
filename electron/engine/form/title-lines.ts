/** Where a title of 二号 type is broken. */
import { size } from './measure.ts'
import type { Typesetter } from './typesetter.ts'

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * Breaks a long title between words into lines of about the same length, the longer first. A line
 * break in the title itself is kept.
 */
export function titleLines(title: string, setter: Typesetter, width: number): string[] {
  if (title.includes('\n')) return title.split('\n')
  const room = width / size.二号 - 0.5
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
