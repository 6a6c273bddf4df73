/**
 * Where the form, the profile and a linked paper say different things of the same: a paper's fact may
 * be what a fact or figure of the profile is (`shows` in the registry of material kinds). Told at both
 * ends. Pure.
 */
import Big from 'big.js'
import type { Conflict } from '../model/application.ts'
import type { Finding } from '../model/finding.ts'
import type { Material } from '../model/material.ts'
import type { FactKind } from '../registry/registry.ts'
import { parseDecimal } from './decimal.ts'
import type { Case } from './evidence.ts'
import type { Field } from './form.ts'
import { factLabel, factOf, indicatorLabel, indicatorOf, kindOf, withoutUnit } from './label.ts'
import { convert } from './unit.ts'
import { recorded } from './yearly.ts'

/** What a linked paper says; `key` is `fact:<key>` or `indicator:<code>@<year>`. */
type Claim = {
  readonly key: string
  readonly slot: string
  readonly paper: Material
  readonly fact: FactKind
  readonly value: string
}

/** What the form's field or the profile says of the same, in its own unit. */
type Said = { readonly value: string; readonly unit: string }

function claimsOf(c: Case): readonly Claim[] {
  return Object.entries(c.slots).flatMap(([slot, { materials }]) =>
    materials.flatMap((paper) =>
      (kindOf(paper.kind)?.facts ?? []).flatMap((fact): Claim[] => {
        const value = paper.facts[fact.key]?.trim() ?? ''
        const key = fact.shows && keyOf(fact.shows, paper.facts.year)
        return key && value !== '' ? [{ key, slot, paper, fact, value }] : []
      }),
    ),
  )
}

/** A yearly figure is the figure of the paper's year; a paper without one shows none. */
function keyOf(shows: string, year: string | undefined): string | null {
  if (!shows.startsWith('indicator:')) return shows
  return /^\d{4}$/.test(year ?? '') ? `${shows}@${year}` : null
}

/** Fields by what they are bound to, the year counted out. */
function fieldsByKey({ pack }: Case): ReadonlyMap<string, readonly Field[]> {
  const bound = (pack.form?.fields ?? []).flatMap((field) => {
    if (!('bind' in field) || !field.bind) return []
    const [name = '', year] = field.bind.split('@')
    return [[year === undefined ? name : `${name}@${pack.baseYear + Number(year)}`, field] as const]
  })
  return new Map(
    [...Map.groupBy(bound, ([key]) => key)].map(([key, all]) => [key, all.map(([, f]) => f)]),
  )
}

function inProfile(key: string, c: Case): Said {
  const [, name = '', year = ''] = /^(?:fact|indicator):([^@]+)(?:@(\d+))?$/.exec(key) ?? []
  if (key.startsWith('fact:')) return { value: c.facts[name] ?? '', unit: factOf(name)?.unit ?? '' }
  const value = recorded(c.indicators, name, Number(year)) ?? ''
  return { value, unit: indicatorOf(name)?.unit ?? '' }
}

function inForm(field: Field, { answers }: Case): Said {
  const answer = answers[field.id]
  const value = typeof answer === 'string' ? answer.trim() : ''
  return { value, unit: 'unit' in field ? (field.unit ?? '') : '' }
}

/** Every disagreement between the papers of an application and its form or the profile. */
export function conflictsOf(c: Case): readonly Conflict[] {
  const claims = claimsOf(c)
  if (claims.length === 0) return []
  const fields = fieldsByKey(c)
  return claims.flatMap((claim) => {
    const stated = (fields.get(claim.key) ?? []).map((field) => ({
      field: { id: field.id, label: field.label },
      ...inForm(field, c),
    }))
    return [...stated, { field: null, ...inProfile(claim.key, c) }].flatMap((said): Conflict[] => {
      const shown = inUnit(claim, said.unit)
      if (said.value === '' || agree(claim, shown, said)) return []
      return [conflict(claim, said, shown)]
    })
  })
}

const conflict = (
  { key, slot, paper, fact }: Claim,
  { field, value, unit }: Said & Pick<Conflict, 'field'>,
  shown: string,
): Conflict => ({
  key,
  slot,
  sha256: paper.sha256,
  paper: paper.name,
  fact: fact.label,
  confirmed: paper.confirmed,
  field,
  value,
  shown,
  unit,
})

const isAmount = ({ type }: FactKind) => type === 'money' || type === 'number'

/** The paper's figure in the unit of the other end. */
function inUnit({ fact, value }: Claim, unit: string): string {
  const figure = isAmount(fact) ? parseDecimal(value) : null
  return figure === null ? value : convert(figure, fact.unit ?? '', unit || (fact.unit ?? ''))
}

/** Figures agree to as many places as were written; words apart from spaces and brackets' width. */
function agree({ fact }: Claim, shown: string, { value }: Said): boolean {
  const figure = isAmount(fact) ? parseDecimal(value) : null
  if (figure === null) return plain(shown) === plain(value)
  const digits = figure.split('.')[1]?.length ?? 0
  const exact = parseDecimal(shown)
  return exact !== null && new Big(exact).round(digits, Big.roundHalfUp).eq(figure)
}

const plain = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toUpperCase()

/** What the profile calls it. */
export function conflictLabel(key: string) {
  const [, name = '', year] = /^(?:fact|indicator):([^@]+)(?:@(\d+))?$/.exec(key) ?? []
  return year === undefined ? factLabel(name) : indicatorLabel(name, Number(year))
}

/** The disagreements as findings: at the field (or by the paper alone), and at the paper. */
export function checkClaims(c: Case): readonly Finding[] {
  return conflictsOf(c).flatMap((conflict): Finding[] => {
    const { field, slot, paper, shown, value, unit, confirmed } = conflict
    const severity = confirmed ? 'warning' : 'hint'
    const label = conflictLabel(conflict.key)
    const data = {
      paper,
      fact: conflict.fact['zh-CN'],
      factEn: conflict.fact.en,
      label: field ? withoutUnit(field.label, unit) : label['zh-CN'],
      labelEn: field ? withoutUnit(field.label, unit) : label.en,
      shown,
      value,
      unit,
    }
    const atPaper: Finding = {
      code: field ? 'paper.form' : 'paper.profile',
      severity,
      place: { step: 'materials', ref: slot },
      data,
    }
    if (!field) return [atPaper]
    const place = { step: 'form' as const, ref: field.id }
    return [{ code: 'field.paper', severity, place, data }, atPaper]
  })
}
