/** Contract against invoices against payments: parties, amounts, dates. Pure. */
import type { Material } from '../model/material.ts'
import type { TripleDoubt, TripleSums } from '../model/triple.ts'
import { compareDays } from './calendar.ts'
import { add, compare, parseDecimal, subtract, sum } from './decimal.ts'
import { invoiceOf } from './invoice.ts'

/** The kinds that make up a triple, in their order. */
export const tripleKinds = ['contract', 'invoice', 'payment'] as const
export type TripleKind = (typeof tripleKinds)[number]
export const isTripleKind = (kind: string): kind is TripleKind =>
  (tripleKinds as readonly string[]).includes(kind)

/** A name for comparing: wide and narrow signs, blanks and full stops make no difference. */
export const partyOf = (name: string | undefined): string =>
  (name ?? '')
    .normalize('NFKC')
    .replace(/[\s.。·]/g, '')
    .toLowerCase()

export const sameParty = (a: string | undefined, b: string | undefined): boolean =>
  partyOf(a) !== '' && partyOf(a) === partyOf(b)

/** Two names that are both there and are not the same. */
const differ = (a: string | undefined, b: string | undefined): boolean =>
  partyOf(a) !== '' && partyOf(b) !== '' && partyOf(a) !== partyOf(b)

export const dayOf = ({ facts }: Material): string =>
  facts.signedOn ?? facts.issuedOn ?? facts.paidOn ?? ''

const amountOf = ({ facts }: Material): string | null => parseDecimal(facts.amount ?? '')

const ofKind = (papers: readonly Material[], kind: TripleKind): readonly Material[] =>
  papers.filter((paper) => paper.kind === kind)

/** Each invoice once, whatever the number of its files. */
function onceEach(invoices: readonly Material[]): readonly Material[] {
  const seen = new Set<string>()
  return invoices.filter((paper) => {
    const invoice = invoiceOf(paper) ?? paper.sha256
    return !seen.has(invoice) && Boolean(seen.add(invoice))
  })
}

const total = (papers: readonly Material[]): string =>
  sum(papers.map((paper) => amountOf(paper) ?? '0'))

const lesser = (a: string, b: string): string => (compare(a, b) < 0 ? a : b)

export function sumsOf(papers: readonly Material[]): TripleSums {
  const invoiced = total(onceEach(ofKind(papers, 'invoice')))
  const paid = total(ofKind(papers, 'payment'))
  const contracted = total(ofKind(papers, 'contract'))
  return { contracted, invoiced, paid, proven: lesser(invoiced, paid) }
}

/** The sums of several triples; what is proven is added up triple by triple. */
export const addSums = (all: readonly TripleSums[]): TripleSums =>
  all.reduce(
    (one, other) => ({
      contracted: add(one.contracted, other.contracted),
      invoiced: add(one.invoiced, other.invoiced),
      paid: add(one.paid, other.paid),
      proven: add(one.proven, other.proven),
    }),
    { contracted: '0', invoiced: '0', paid: '0', proven: '0' },
  )

type Say = (
  code: TripleDoubt['code'],
  weight: TripleDoubt['weight'],
  data?: TripleDoubt['data'],
) => TripleDoubt
const say: Say = (code, weight, data = {}) => ({ code, weight, data })

function missing(papers: readonly Material[]): TripleDoubt[] {
  return [
    ...tripleKinds
      .filter((kind) => ofKind(papers, kind).length === 0)
      .map((kind) => say(`${kind}.missing`, 'open')),
    ...papers
      .filter((paper) => isTripleKind(paper.kind) && amountOf(paper) === null)
      .map(({ name }) => say('amount.unknown', 'open', { name })),
  ]
}

function parties(papers: readonly Material[]): TripleDoubt[] {
  const contracts = ofKind(papers, 'contract')
  const invoices = ofKind(papers, 'invoice')
  const sellers = [
    ...contracts.map(({ facts }) => facts.partyB),
    ...invoices.map(({ facts }) => facts.seller),
  ].filter((name) => partyOf(name) !== '')
  const against = invoices.flatMap(({ name, facts }) =>
    contracts.flatMap((contract) => [
      ...(differ(facts.buyer, contract.facts.partyA)
        ? [
            say('party.buyer', 'contradiction', {
              name,
              says: facts.buyer ?? '',
              contract: contract.facts.partyA ?? '',
            }),
          ]
        : []),
      ...(differ(facts.seller, contract.facts.partyB)
        ? [
            say('party.seller', 'contradiction', {
              name,
              says: facts.seller ?? '',
              contract: contract.facts.partyB ?? '',
            }),
          ]
        : []),
    ]),
  )
  const payees = ofKind(papers, 'payment')
    .filter(({ facts }) => partyOf(facts.payee) !== '' && sellers.length > 0)
    .filter(({ facts }) => !sellers.some((seller) => sameParty(seller, facts.payee)))
    .map(({ name, facts }) =>
      say('party.payee', 'contradiction', {
        name,
        says: facts.payee ?? '',
        seller: sellers[0] ?? '',
      }),
    )
  return [...against, ...payees]
}

/** `less` must not be more than `more`; while it is less, something is still to come. */
function amounts(papers: readonly Material[]): TripleDoubt[] {
  const { contracted, invoiced, paid } = sumsOf(papers)
  const pairs = [
    { less: invoiced, more: contracted, over: 'invoicedOver', under: 'invoicedUnder' },
    { less: paid, more: invoiced, over: 'paidOver', under: 'paidUnder' },
  ] as const
  return pairs.flatMap(({ less, more, over, under }) => {
    if (less === '0' || more === '0') return []
    const order = compare(less, more)
    if (order > 0) {
      return [say(`amount.${over}`, 'contradiction', { less, more, by: subtract(less, more) })]
    }
    return order < 0
      ? [say(`amount.${under}`, 'open', { less, more, by: subtract(more, less) })]
      : []
  })
}

function dates(papers: readonly Material[]): TripleDoubt[] {
  const signed = ofKind(papers, 'contract')
    .map(({ facts }) => facts.signedOn ?? '')
    .filter(Boolean)
    .toSorted()[0]
  if (!signed) return []
  const early = (kind: TripleKind, code: 'date.invoice' | 'date.payment') =>
    ofKind(papers, kind)
      .map((paper) => ({ name: paper.name, day: dayOf(paper) }))
      .filter(({ day }) => day !== '' && compareDays(day, signed) < 0)
      .map(({ name, day }) => say(code, 'contradiction', { name, day, signed }))
  return [...early('invoice', 'date.invoice'), ...early('payment', 'date.payment')]
}

function repeated(papers: readonly Material[]): TripleDoubt[] {
  const invoices = ofKind(papers, 'invoice')
  const counted = onceEach(invoices)
  return invoices
    .filter((paper) => !counted.includes(paper))
    .map(({ name }) => say('invoice.repeated', 'open', { name }))
}

/** Everything in which these papers contradict each other or are not complete; contradictions first. */
export function doubtsOf(papers: readonly Material[]): readonly TripleDoubt[] {
  const found = [
    ...parties(papers),
    ...amounts(papers),
    ...dates(papers),
    ...missing(papers),
    ...repeated(papers),
  ]
  const rank = (weight: TripleDoubt['weight']) => found.filter((each) => each.weight === weight)
  return [...rank('contradiction'), ...rank('open')]
}

/** Contract first, then invoices and payments, each by date. */
export const inOrder = (papers: readonly Material[]): readonly Material[] => [
  ...tripleKinds.flatMap((kind) =>
    ofKind(papers, kind).toSorted((a, b) => compareDays(dayOf(a), dayOf(b))),
  ),
  ...papers.filter(({ kind }) => !isTripleKind(kind)),
]
