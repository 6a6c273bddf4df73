/**
 * Rules over the titles that the archive's certificates show (`titlesOf`). Not recorded is not the
 * same as not held, so an absent title never decides by itself: where one must be held, its
 * certificate is asked for; where none may be held, a person confirms. Only in a family of which
 * some title is recorded is the record taken to be whole.
 */
import type { Attestation, Missing, Outcome } from '../../model/verdict.ts'
import { addYears, compareDays, yearsBetween } from '../calendar.ts'
import type { Case, HeldTitle } from '../evidence.ts'
import { familyOf, named, titleLabel, titleOf } from '../label.ts'
import type { Rule } from '../rule.ts'
import { type Judgement, step } from './judgement.ts'
import { word } from './persons.ts'

type Of<K extends Rule['kind']> = Extract<Rule, { kind: K }>

/** Best first: held long enough; held since when?; held too briefly; run out; not recorded. */
type Standing = 'enough' | 'undated' | 'short' | 'expired' | 'absent'
const standings: readonly Standing[] = ['enough', 'undated', 'short', 'expired', 'absent']

type Asked = { readonly years: number; readonly on: string }

function standing({ since, until }: HeldTitle, { years, on }: Asked): Standing {
  if (until && compareDays(until, on) < 0) return 'expired'
  if (!since) return years > 0 ? 'undated' : 'enough'
  return compareDays(addYears(since, years), on) <= 0 ? 'enough' : 'short'
}

const hashesOf = (found: readonly HeldTitle[]): readonly string[] =>
  found.flatMap(({ sha256 }) => (sha256 === undefined ? [] : [sha256]))

/** Enough recorded titles, each for long enough. What is not recorded is unknown, not refuted. */
export function held(rule: Of<'held'>, c: Case): Judgement {
  const asked = { years: rule.years ?? 0, on: rule.on ?? c.today }
  const found = c.titles.filter(({ code }) => rule.titles.includes(code))
  const best = new Map(
    rule.titles.map((code) => {
      const all = found.filter((title) => title.code === code).map((each) => standing(each, asked))
      return [code, standings.find((each) => all.includes(each)) ?? 'absent'] as const
    }),
  )
  const count = (wanted: Standing) => [...best.values()].filter((each) => each === wanted).length
  const actual = count('enough')
  const outcome = outcomeOf(actual, best.size - count('short'), rule.min)
  const names = named('name', rule.titles.map(titleLabel))
  const data = { ...names, actual, needed: rule.min, ...asked, ...briefest(found, asked) }
  const missing: Missing[] = [...best]
    .filter(([, each]) => each !== 'enough' && each !== 'short')
    .map(([ref]) => ({ what: 'title', ref }))
  const about = asked.years > 0 ? '.years' : ''
  return step(outcome, `held.${tails[outcome]}${about}`, data, {
    missing: outcome === 'unknown' ? missing : [],
    evidence: hashesOf(found),
  })
}

const tails: Partial<Readonly<Record<Outcome, string>>> = {
  met: 'met',
  unmet: 'short',
  unknown: 'missing',
}

const outcomeOf = (actual: number, possible: number, needed: number): Outcome =>
  actual >= needed ? 'met' : possible >= needed ? 'unknown' : 'unmet'

/** Of the titles held too briefly, the one that gets there first. */
function briefest(found: readonly HeldTitle[], asked: Asked): Record<string, string | number> {
  const [since] = found
    .filter((each) => standing(each, asked) === 'short')
    .map((each) => each.since ?? '')
    .toSorted()
  if (!since) return { since: '', full: '', reached: '' }
  const full = Math.max(0, yearsBetween(since, asked.on))
  return { since, full, reached: addYears(since, asked.years) }
}

/** None of these titles held. One that has run out is not held; the rest a person confirms. */
export function notHeld(rule: Of<'notHeld'>, c: Case, said: Attestation | undefined): Judgement {
  const running = current(c).filter(({ code }) => rule.titles.includes(code))
  const data = named('name', rule.titles.map(titleLabel))
  if (running.length > 0) {
    const has = named(
      'has',
      running.map(({ code }) => titleLabel(code)),
    )
    return step('unmet', 'notHeld.unmet', { ...data, ...has }, { evidence: hashesOf(running) })
  }
  return confirmed('notHeld', data, said)
}

const current = (c: Case): readonly HeldTitle[] =>
  c.titles.filter(({ until }) => !until || compareDays(until, c.today) >= 0)

/** A person's word that something is not held already. */
function confirmed(
  rule: 'notHeld' | 'ladder',
  data: Record<string, string | number>,
  said: Attestation | undefined,
): Judgement {
  if (said) return step(said.outcome, `${rule}.said.${said.outcome}`, { ...data, ...word(said) })
  const missing: Missing[] = [{ what: 'attestation', ref: String(data.name) }]
  return step('judgement', `${rule}.open`, data, { missing })
}

/** The rung below is held, and neither this one nor one above it. */
export function ladder(rule: Of<'ladder'>, c: Case, said: Attestation | undefined): Judgement {
  const rungs = familyOf(rule.family)
  const family = c.titles.filter(({ code }) => titleOf(code)?.family === rule.family)
  const running = current(c)
    .flatMap((title) => rungs.filter(({ code }) => code === title.code))
    .toSorted((a, b) => b.level - a.level)
  const [top] = running
  const evidence = hashesOf(family)
  const labels = (from: number, to: number) =>
    rungs.filter(({ level }) => level >= from && level <= to).map(({ label }) => label)
  const above = labels(rule.level, Number.POSITIVE_INFINITY)
  const data = {
    ...named('name', labels(rule.level, rule.level)),
    ...named('above', above),
    ...named('needed', rule.requires === null ? [] : labels(rule.requires, rule.level - 1)),
    ...named('has', top ? [top.label] : []),
  }
  if (top && top.level >= rule.level) return step('unmet', 'ladder.repeated', data, { evidence })
  if (rule.requires === null) {
    if (family.length > 0) return step('met', 'ladder.first', data, { evidence })
    return confirmed('ladder', data, said)
  }
  if (top && top.level >= rule.requires) return step('met', 'ladder.met', data, { evidence })
  const lower = rungs.filter(({ level }) => level === rule.requires)
  const missing: Missing[] = lower.map(({ code }) => ({ what: 'title', ref: code }))
  if (top) return step('unmet', 'ladder.short', data, { missing, evidence })
  return step('unknown', 'ladder.missing', data, { missing, evidence })
}
