/** Turns codes and data into sentences, for every reader outside the page's own i18n. Pure. */
import type { Finding } from '../model/finding.ts'
import type { Working } from '../model/verdict.ts'
import { filledGap } from './figure.ts'

export type Sentences = Readonly<Record<string, string>>
export type Data = Readonly<Record<string, string | number>>

/** The sentence of a key with its {{gap}}s filled; the key itself where no sentence is known. */
export function say(sentences: Sentences, key: string, data: Data = {}): string {
  const sentence = sentences[key] ?? key
  return sentence.replace(/\{\{(\w+)(?:, (\w+))?\}\}/g, (_, gap: string, format?: string) =>
    filledGap(data[gap], format, data),
  )
}

/** Which sentence a failure takes: a disk that is full may be known to lack so many bytes. */
export const faultSentence = (code: string, data: Data): string =>
  code === 'disk.full' && data.missing !== undefined ? 'disk.full.by' : code

/** A finding in words, out of `finding.json`. */
export const findingText = (sentences: Sentences, finding: Finding): string =>
  say(sentences, sentenceOf(finding), finding.data)

/** Which sentence a finding takes: some codes say more when there is more to say. */
export function sentenceOf({ code, data }: Pick<Finding, 'code' | 'data'>): string {
  if (code === 'condition.unmet' && data.shortfall) return 'condition.unmet.by'
  if (code === 'slot.missing' && data.alternative) return 'slot.missing.or'
  if (code === 'slot.open' && data.question) return 'slot.open.asked'
  if (code === 'slot.expired' && data.rule) return `slot.expired.${data.rule}`
  if (code === 'field.range') {
    if (data.max === '') return 'field.range.min'
    if (data.min === '') return 'field.range.max'
  }
  return code
}

/** A working as indented lines, out of `working.json`. */
export function workingLines(sentences: Sentences, working: Working, depth = 0): string[] {
  const line = `${'  '.repeat(depth)}${say(sentences, working.text, working.data)}`
  const parts = (working.parts ?? []).flatMap((part) => workingLines(sentences, part, depth + 1))
  return [line, ...parts]
}
