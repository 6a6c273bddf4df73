/** Which papers might belong to a paper, and why. Pure. */
import type { Material } from '../model/material.ts'
import type { Proposal } from '../model/triple.ts'
import { daysBetween } from './calendar.ts'
import { compare, parseDecimal } from './decimal.ts'
import { dayOf, partyOf, sameParty } from './triple.ts'

type Why = Proposal['why'][number]
type Reason = readonly [why: Why, points: number]

const scored = (material: Material, reasons: readonly Reason[]): Proposal => ({
  material,
  score: reasons.reduce((sum, [, points]) => sum + points, 0),
  why: reasons.map(([why]) => why),
})

const best = (proposals: readonly Proposal[], least: number, most: number): readonly Proposal[] =>
  proposals
    .filter(({ score }) => score >= least)
    .toSorted((a, b) => b.score - a.score || b.material.seq - a.material.seq)
    .slice(0, most)

/** Whom money goes to, as each of the three kinds names it. */
const sellerOf = ({ facts }: Material): string | undefined =>
  facts.partyB ?? facts.seller ?? facts.payee

function moneyReasons(one: Material, other: Material): Reason[] {
  const [a, b] = [one, other].map(({ facts }) => parseDecimal(facts.amount ?? ''))
  const equal = a && b && compare(a, b) === 0
  const [from, to] = [dayOf(one), dayOf(other)]
  const apart = from && to ? Math.abs(daysBetween(from, to)) : Number.POSITIVE_INFINITY
  return [
    ...(sameParty(sellerOf(one), sellerOf(other)) ? [['party', 3] as const] : []),
    ...(equal ? [['amount', 3] as const] : []),
    ...(apart <= 31 ? [['date', 2] as const] : apart <= 180 ? [['date', 1] as const] : []),
  ]
}

/** Contracts, invoices and payments that might belong to this one: same party, amount, near date. */
export const rankTriple = (
  paper: Material,
  others: readonly Material[],
  most: number,
): readonly Proposal[] =>
  best(
    others.map((other) => scored(other, moneyReasons(paper, other))),
    3,
    most,
  )

/** A name without what changes from year to year: digits, brackets, the ending. */
const stem = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[\d\s_()[\]【】年年度版第新旧-]/g, '')

function versionReasons(one: Material, other: Material): Reason[] {
  const same = (key: string) =>
    partyOf(one.facts[key]) !== '' && partyOf(one.facts[key]) === partyOf(other.facts[key])
  return [
    ...(same('number') ? [['number', 3] as const] : []),
    ...(same('title') ? [['title', 2] as const] : []),
    ...(same('holder') ? [['holder', 1] as const] : []),
    ...(stem(one.name).length > 1 && stem(one.name) === stem(other.name)
      ? [['name', 2] as const]
      : []),
  ]
}

/** Papers of the same kind that this one might take the place of. */
export const rankVersions = (
  paper: Material,
  others: readonly Material[],
  most: number,
): readonly Proposal[] =>
  best(
    others.map((other) => scored(other, versionReasons(paper, other))),
    2,
    most,
  )
