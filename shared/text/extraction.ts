/** What a machine read, its doubts included, in words out of `extract.json`. Pure. */
import type { Doubt, Mark, ReadFact, Trouble } from '../model/extraction.ts'
import type { KindReason } from '../model/material.ts'
import { type Sentences, say } from './say.ts'

/** What a fact is called, by its key. */
export type LabelOf = (key: string) => string

const sourceText = (sentences: Sentences, source: string | undefined) =>
  say(sentences, `source.${source ?? ''}`)

export const factText = (sentences: Sentences, labelOf: LabelOf, fact: ReadFact): string =>
  say(sentences, 'fact', {
    label: labelOf(fact.key),
    value: fact.value,
    source: sourceText(sentences, fact.source),
  })

export const doubtText = (sentences: Sentences, labelOf: LabelOf, doubt: Doubt): string => {
  const { code, data, fact } = doubt
  const by = sourceText(sentences, data.by)
  const from = sourceText(sentences, data.from)
  return say(sentences, `doubt.${code}`, { ...data, label: labelOf(fact), by, from })
}

export const troubleText = (sentences: Sentences, { code, data }: Trouble): string =>
  say(sentences, `trouble.${code}`, data)

export const markText = (sentences: Sentences, mark: Mark): string => say(sentences, `mark.${mark}`)

/** What made a kind be proposed, and how sure it is. */
export const reasonText = (sentences: Sentences, { by, words, confidence }: KindReason): string =>
  say(sentences, 'reason', {
    why: say(sentences, `reason.${by}`, { words }),
    sure: say(sentences, `confidence.${confidence}`),
  })
