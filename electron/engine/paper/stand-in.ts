/** The sheets that stand for a paper, or beside one that is not printed whole, and why. */
import { Fault } from '../../../shared/fault.ts'
import { say } from '../../../shared/text/say.ts'
import words from '../../../shared/text/zh-CN/paper.json' with { type: 'json' }
import type { BoundPaper } from './bind-volume.ts'
import { TooMuch } from './pdf-inflate.ts'
import { type Refusal, UnusablePdf } from './pdf-source.ts'
import type { Sheet } from './volume-sheets.ts'

/** What a library throws over a file is the file's fault; what the system or we throw is not. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof UnusablePdf) return error.why
  if (error instanceof TooMuch) return 'tooLarge'
  const isSystem = error instanceof Error && 'syscall' in error
  if (error instanceof Fault || isSystem) throw error
  return 'damaged'
}

export const standingFor = ({ title, facts, format }: BoundPaper, why: Refusal): Sheet => ({
  kind: 'stand',
  head: words['sheet.title'],
  title,
  intro: words['sheet.intro'],
  rows: [[words['sheet.why'], say(words, `sheet.${why}`, { kind: format })], ...facts],
})

/** Of a paper whose pages are printed but for `count` objects. */
export const besideOf = ({ title, facts }: BoundPaper, count: number): Sheet => ({
  kind: 'stand',
  head: words['partly.title'],
  title,
  intro: words['partly.intro'],
  rows: [[words['partly.what'], say(words, 'partly.count', { count })], ...facts],
})
