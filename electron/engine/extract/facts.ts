/**
 * The pure heart: what kind of paper a document is and what it says, with sources in their order of
 * trust and every contradiction as a doubt. It knows no file, no clock and no other document.
 */
import {
  type Doubt,
  type Extraction,
  factSources,
  type ReadFact,
  textLimit,
} from '../../../shared/model/extraction.ts'
import { compare } from '../../../shared/programme/decimal.ts'
import { dateDoubts, invoiceDoubts, isDateKey, taxIdDoubts, wordDoubts } from './doubts.ts'
import { linesOf } from './lines.ts'
import type { ReadDocument } from './read-document.ts'
import { recognise } from './recognise.ts'
import { sameName } from './values.ts'

const rank = ({ source }: ReadFact) => factSources.indexOf(source)

const sameValue = (a: string, b: string): boolean => {
  const amounts = [a, b].every((value) => /^-?\d+\.\d+$/.test(value))
  return amounts ? compare(a, b) === 0 : sameName(a, b)
}

/** Titles are worded freely, and a long name may be printed on two lines: neither is a contradiction. */
const isComparable = ({ key, source, confidence }: ReadFact): boolean => {
  const worded = ['title', 'goods', ...(/text$/i.test(source) ? ['buyer', 'seller'] : [])]
  return confidence !== 'low' && !worded.includes(key)
}

/** The most trusted word on each key; another source that says otherwise makes a doubt. */
function settle(told: readonly ReadFact[]): { kept: ReadFact[]; doubts: Doubt[] } {
  const kept = new Map<string, ReadFact>()
  const doubts: Doubt[] = []
  for (const fact of [...told].sort((a, b) => rank(a) - rank(b))) {
    const first = kept.get(fact.key)
    if (!first) kept.set(fact.key, fact)
    else if (isComparable(fact) && !sameValue(first.value, fact.value)) {
      const { key, value, source } = fact
      const data = { kept: first.value, by: first.source, other: value, from: source }
      doubts.push({ code: 'source.differs', fact: key, data })
    }
  }
  return { kept: [...kept.values()], doubts }
}

const once = (doubts: readonly Doubt[]): Doubt[] => {
  const seen = new Map(doubts.map((doubt) => [`${doubt.code} ${doubt.fact}`, doubt]))
  return [...seen.values()]
}

/** What the document says. Never throws on any document. */
export function factsOf(document: ReadDocument): Extraction {
  const pages = document.pages.map(linesOf)
  const { kind, kindFrom, kindBy, facts, items, words } = recognise(document, pages)
  const { kept, doubts } = settle(facts)
  const values = new Map(kept.map(({ key, value }) => [key, value]))
  const impossible = dateDoubts(kept)
  const real = kept.filter(
    ({ key }) => !isDateKey(key) || !impossible.some(({ fact }) => fact === key),
  )
  const own =
    kind === 'invoice'
      ? invoiceDoubts(values, items, words)
      : wordDoubts(words, values.get('amount'))
  const dateOf = (key: string) => real.find((fact) => fact.key === key)?.value ?? null
  return {
    kind,
    kindFrom,
    kindBy,
    facts: real.filter(({ key }) => !/^valid(From|To)$/.test(key)),
    items,
    validFrom: dateOf('validFrom'),
    validTo: dateOf('validTo'),
    doubts: once([...impossible, ...taxIdDoubts(values), ...own, ...doubts]),
    marks: document.marks,
    trouble: document.trouble,
    pages: document.pageCount,
    dpi: document.dpi,
    codes: document.codes.length,
    text: [document.text, ...pages.map((lines) => lines.join('\n'))]
      .filter((text) => text !== '')
      .join('\n')
      .slice(0, textLimit),
  }
}
