/**
 * The wording of a statement: the pack's paragraphs with the facts and the applicant's own texts
 * filled in. Pure.
 */
import { type AffiliatedPaper, affiliatedPapers } from './affiliates.ts'
import type { Case } from './evidence.ts'
import type { Pack, Statement } from './pack.ts'

/** The facts that a paragraph may name; every other {{gap}} must be a text of the statement. */
export const statementFacts = [
  'name',
  'creditCode',
  'legalRepresentative',
  'title',
  'parties',
] as const

const gap = /\{\{([^{}]*)\}\}/g

/** What a paragraph names, in its order. */
export const gapsIn = (paragraph: string): readonly string[] =>
  [...paragraph.matchAll(gap)].map(([, name = '']) => name)

/** Where a text of a statement is asked for: the `ref` of its place in the step 预览与盖章. */
export const textRef = (statement: string, text: string): string => `${statement}/${text}`

/** What the applicant has typed; empty where nothing was. */
export function typedText({ texts }: Pick<Case, 'texts'>, statement: string, text: string): string {
  const typed = texts[statement]
  return typed && Object.hasOwn(typed, text) ? (typed[text] ?? '') : ''
}

export const hasText = ({ statements }: Pack, statement: string, text: string): boolean =>
  statements.some(({ id, texts }) => id === statement && texts.some((each) => each.id === text))

/** What was typed into the statements of its pack, in the pack's order. */
export const writtenTexts = (c: Pick<Case, 'pack' | 'texts'>) =>
  c.pack.statements.flatMap(({ id: statement, title, texts }) =>
    texts.flatMap(({ id: text, label }) => {
      const value = typedText(c, statement, text)
      return value === '' ? [] : [{ statement, text, label: `${title} › ${label}`, value }]
    }),
  )

/** A paragraph as printed; `room`: nothing of it is known yet, it is written by hand. */
export type WordingPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'room' }

const handwritten = '＿＿＿＿＿＿'

type Values = Readonly<Record<string, string>>

/** A paper as one speaks of it on paper, where no file is meant. */
const spoken = (paper: string): string => paper.replace(/\.[a-z0-9]{2,5}$/i, '')

function factsOf({ facts, pack }: Case, affiliated: readonly AffiliatedPaper[]): Values {
  const { name = '', creditCode = '', legalRepresentative = '' } = facts
  const parties = affiliated.map(({ party, paper }) => `${party}（《${spoken(paper)}》）`)
  const { title } = pack
  const all = { name, creditCode, legalRepresentative, title }
  return { ...all, parties: [...new Set(parties)].join('；') }
}

/** In one pass: what somebody has typed is not looked through for gaps again. */
function partOf(paragraph: string, values: Values, texts: Values): WordingPart {
  const [only = ''] = gapsIn(paragraph)
  const alone = paragraph === `{{${only}}}` && Object.hasOwn(texts, only)
  if (alone && !texts[only]) return { kind: 'room' }
  const text = paragraph.replace(gap, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name] || handwritten : whole,
  )
  return { kind: 'text', text }
}

/** A fact that the profile lacks, or a text within a sentence, leaves room to write by hand. */
export function wordingOf(
  c: Case,
  { id, texts, paragraphs }: Statement,
  affiliated = affiliatedPapers(c),
): readonly WordingPart[] {
  const typed = Object.fromEntries(texts.map((text) => [text.id, typedText(c, id, text.id)]))
  const values = { ...factsOf(c, affiliated), ...typed }
  return paragraphs.map((paragraph) => partOf(paragraph, values, typed))
}
