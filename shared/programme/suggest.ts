/**
 * Ranks papers of the archive for a slot, and says why each stands where it does. Pure. What would
 * make a finding puts a paper behind every other; then count in turn a year that is still missing,
 * validity on the day that counts, the newest version, an earlier use in the same slot, the name, and a person's word.
 */
import type { Material } from '../model/material.ts'
import type { Reason, Suggestion, SuggestionReason } from '../model/suggestion.ts'
import { compareDays } from './calendar.ts'
import { satisfies } from './decimal.ts'
import type { Case } from './evidence.ts'
import { invoiceOf } from './invoice.ts'
import { kindLabel, slotLabel } from './label.ts'
import type { Slot } from './pack.ts'
import { uploadFaults } from './upload.ts'

/** An earlier application in whose slot of the same name the paper stood. */
export type EarlierUse = { readonly title: string; readonly edition: string }

export type Candidate = {
  readonly material: Material
  readonly earlier: readonly EarlierUse[]
  /** A newer version has taken its place. */
  readonly superseded?: boolean
}

const reason = (
  code: SuggestionReason,
  weight: Reason['weight'],
  data: Reason['data'] = {},
): Reason => ({ code, weight, data })

function kindReason(slot: Slot, { kind }: Material): Reason {
  return slot.accepts.includes(kind)
    ? reason('kind', 'good', { kind: kindLabel(kind)['zh-CN'], kindEn: kindLabel(kind).en })
    : reason('kindByName', 'plain')
}

/** Years are judged by what the slot asks and what it holds already. */
function yearReasons(slot: Slot, { facts }: Material, c: Case): Reason[] {
  const asked = (slot.years ?? []).map(String)
  if (asked.length === 0) return []
  const year = facts.year?.trim() ?? ''
  if (year === '') return [reason('yearUnknown', 'plain')]
  if (!asked.includes(year)) return [reason('yearOther', 'bad', { year })]
  const held = c.slots[slot.id]?.materials ?? []
  const covered = held.some((paper) => paper.facts.year?.trim() === year)
  return [covered ? reason('yearCovered', 'plain', { year }) : reason('year', 'good', { year })]
}

/** On the slot's own day, which is firm; without one, today, and only an end that is told counts. */
function validityReasons({ validity }: Slot, { validTo }: Material, { today }: Case): Reason[] {
  const day = validity?.day ?? today
  if (validTo === null) return validity ? [reason('validityUnknown', 'bad', { day })] : []
  const op = validity?.rule === 'after' ? '>' : '>='
  const good = satisfies(compareDays(validTo, day), op)
  return [reason(good ? 'valid' : 'expired', good ? 'good' : 'bad', { day, until: validTo })]
}

const pairsOf = (text: string): Set<string> => {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return new Set(
    Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)),
  )
}

/** Share of the title's pairs of characters that the name has too; from 0 to 1. */
export function likeness(name: string, title: string): number {
  const [said, asked] = [pairsOf(name.replace(/\.[^.]+$/, '')), pairsOf(title)]
  if (asked.size === 0) return 0
  return [...asked].filter((pair) => said.has(pair)).length / asked.size
}

/** From here on a name is called like the slot's title. */
const alike = 0.5

function nameReasons(slot: Slot, { name }: Material): Reason[] {
  return likeness(name, slot.title) >= alike ? [reason('name', 'good')] : []
}

function otherPlaces(slot: Slot, { material, earlier, superseded }: Candidate, c: Case): Reason[] {
  const [last] = earlier
  const invoice = material.kind === 'invoice' ? invoiceOf(material) : null
  const claim = c.claimed.find((each) => invoice !== null && each.invoice === invoice)
  const here = Object.entries(c.slots).find(
    ([id, { materials }]) =>
      id !== slot.id && materials.some(({ sha256 }) => sha256 === material.sha256),
  )
  return [
    ...(last ? [reason('usedBefore', 'good', { title: last.title, edition: last.edition })] : []),
    ...(claim
      ? [reason('claimed', claim.release ? 'plain' : 'bad', { application: claim.title })]
      : []),
    ...(superseded ? [reason('superseded', 'plain')] : []),
    ...(here ? [reason('linkedHere', 'plain', { slot: slotLabel(c.pack, here[0])['zh-CN'] })] : []),
  ]
}

function reasonsFor(slot: Slot, candidate: Candidate, c: Case): Reason[] {
  const { material } = candidate
  return [
    kindReason(slot, material),
    ...yearReasons(slot, material, c),
    ...validityReasons(slot, material, c),
    ...otherPlaces(slot, candidate, c),
    ...nameReasons(slot, material),
    ...uploadFaults(slot, material).map(({ code, data }) => reason(code, 'bad', data)),
    ...(material.confirmed ? [] : [reason('unconfirmed', 'plain')]),
  ]
}

/** Compared in turn, the first difference decides; higher is better. */
function rankOf(slot: Slot, { material, reasons }: Suggestion): number[] {
  const has = (code: SuggestionReason) => (reasons.some((each) => each.code === code) ? 1 : 0)
  const bad = reasons.filter(({ weight }) => weight === 'bad').length
  const accepted = slot.accepts.indexOf(material.kind)
  return [
    -bad,
    has('year') - has('yearCovered'),
    has('kind'),
    has('valid'),
    has('superseded') * -1,
    has('usedBefore'),
    Math.round(likeness(material.name, slot.title) * 4),
    has('unconfirmed') * -1,
    // Kinds stand in a slot as the notice names them.
    accepted < 0 ? -slot.accepts.length : -accepted,
    material.seq,
  ]
}

/** Papers that the slot holds already are none of its suggestions. */
export function suggest(slot: Slot, c: Case, candidates: readonly Candidate[]): Suggestion[] {
  const held = new Set((c.slots[slot.id]?.materials ?? []).map(({ sha256 }) => sha256))
  const offered = candidates
    .filter(({ material }) => !held.has(material.sha256))
    .filter(
      ({ material }) =>
        slot.accepts.includes(material.kind) || likeness(material.name, slot.title) >= alike,
    )
    .map((candidate) => ({
      material: candidate.material,
      reasons: reasonsFor(slot, candidate, c),
    }))
  const ranked = offered.map((each) => ({ each, rank: rankOf(slot, each) }))
  ranked.sort((a, b) => {
    const at = a.rank.findIndex((value, index) => value !== b.rank[index])
    return at < 0 ? 0 : (b.rank[at] ?? 0) - (a.rank[at] ?? 0)
  })
  return ranked.map(({ each }) => each)
}
