/**
 * Rules across applications: how many of a group of programmes one unit may apply for in one year.
 * A draft may yet be given up, so that only what was handed in decides against an application.
 */
import type { Attestation, Missing } from '../../model/verdict.ts'
import { isHandedIn } from '../course.ts'
import type { Case, OtherApplication } from '../evidence.ts'
import type { Rule } from '../rule.ts'
import { type Judgement, step } from './judgement.ts'

type Exclusive = Extract<Rule, { kind: 'exclusive' }>

/** At most `max` of these programmes in the pack's year, this application included. */
export function exclusive(rule: Exclusive, c: Case, said: Attestation | undefined): Judgement {
  const rivals = c.others.filter(
    ({ programme, year }) => rule.programmes.includes(programme) && year === c.pack.baseYear,
  )
  const exported = rivals.filter(({ state }) => isHandedIn(state))
  const count = rivals.length + 1
  const base = { note: rule.note, max: rule.max, year: c.pack.baseYear }
  if (exported.length + 1 > rule.max) {
    const over = exported.length + 1 - rule.max
    const actual = exported.length + 1
    return step('unmet', 'exclusive.unmet', { ...base, actual, over, titles: titles(exported) })
  }
  const data = { ...base, actual: count, over: Math.max(0, count - rule.max) }
  if (count <= rule.max) return step('met', 'exclusive.met', data)
  const named = { ...data, titles: titles(rivals.filter((each) => !exported.includes(each))) }
  if (said) {
    const told = { ...named, person: said.name, on: said.on, word: said.note }
    return step(said.outcome, `exclusive.said.${said.outcome}`, told)
  }
  const missing: Missing[] = [{ what: 'attestation', ref: rule.note }]
  return step('judgement', 'exclusive.open', named, { missing })
}

const titles = (all: readonly OtherApplication[]): string =>
  all
    .map(({ title, trackTitle }) => `《${title}》${trackTitle ? `（${trackTitle}）` : ''}`)
    .join('、')
