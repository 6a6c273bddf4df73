/**
 * Codes, dates, figures and addresses of mail: parted at the end of a line they are misread, so they
 * are set a little smaller where that keeps them whole.
 */
import type { Printed } from '../../../shared/programme/answer-text.ts'
import { onOneLine, type Setting } from './answer-node.ts'
import { size } from './measure.ts'

/** Longer ones no size that can be read would hold. */
const longest = 24
/** Of a date, or the unit behind a figure: 2021年07月, 1,286.4万元. */
const mostHan = 4

export function isFigure(printed: Printed): boolean {
  if (printed.kind !== 'text') return false
  const [only = '', ...more] = printed.paragraphs
  if (more.length > 0 || only === '' || only.length > longest || /\s/u.test(only)) return false
  const han = only.match(/[^\x21-\x7e]/gu)?.length ?? 0
  return han === 0 || (han <= mostHan && /\d/.test(only))
}

/** The largest size of type, 小五 at least, in which it takes one line; its own where none does. */
export function figureSize(
  printed: Printed,
  { setter, fontSize, width }: Pick<Setting, 'setter' | 'fontSize' | 'width'>,
): number {
  if (!isFigure(printed)) return fontSize
  const smaller = [size.小四, size.五号, size.小五].filter((each) => each < fontSize)
  const fits = (each: number) => onOneLine(printed, { setter, fontSize: each, width })
  return [fontSize, ...smaller].find(fits) ?? fontSize
}
