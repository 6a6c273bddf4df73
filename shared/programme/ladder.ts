/**
 * The map of titles: which programme leads to which rung of a family, what the enterprise is
 * recorded to hold, and what a rung asks to be held first. It looks at titles alone; whether the
 * other conditions are met is the match's to say. Pure.
 */
import { addYears, compareDays } from './calendar.ts'
import type { HeldTitle } from './evidence.ts'
import { familyOf, titleOf } from './label.ts'
import type { Pack } from './pack.ts'
import type { Rule } from './rule.ts'
import { conditionsOf } from './track.ts'

/** Some of these titles that have to be held first: `min` of them, each for `years` years. */
export type Need = {
  readonly titles: readonly string[]
  readonly min: number
  readonly years: number
}

/**
 * `held`: the title itself or a higher one is held already; `open`: the titles that it asks for are
 * there; `lacking`: some are not on record; `excluded`: a title is held that shuts it out.
 */
export type PathState = 'held' | 'open' | 'lacking' | 'excluded'

/** A programme (on a track) that leads to a rung. */
export type LadderPath = {
  readonly id: string
  readonly edition: string
  readonly track: string | null
  readonly title: string
  readonly state: PathState
  /** What is not on record, of what it asks for. */
  readonly needs: readonly Need[]
  /** True when it asks for titles at all. */
  readonly climbs: boolean
}

export type Rung = {
  readonly code: string
  readonly level: number
  readonly held: boolean
  /** Day of the award, where the certificate names it. */
  readonly since: string | null
  readonly paths: readonly LadderPath[]
}

/** A family of titles, lowest rung first. */
export type Ladder = { readonly family: string; readonly rungs: readonly Rung[] }

type Record = { readonly titles: readonly HeldTitle[]; readonly today: string }

/** Null where a rule says nothing about titles; else what it still lacks, alternatives weighed. */
type Asked = { readonly needs: readonly Need[]; readonly excluded: boolean } | null

const running = ({ titles, today }: Record): readonly HeldTitle[] =>
  titles.filter(({ until }) => !until || compareDays(until, today) >= 0)

function holds(record: Record, code: string, years: number): boolean {
  return running(record).some(
    (title) =>
      title.code === code &&
      (years === 0 ||
        (title.since ? compareDays(addYears(title.since, years), record.today) <= 0 : false)),
  )
}

function wants(record: Record, need: Need): Asked {
  const enough = need.titles.filter((code) => holds(record, code, need.years)).length >= need.min
  return { needs: enough ? [] : [need], excluded: false }
}

function rungAsked(record: Record, rule: Extract<Rule, { kind: 'ladder' }>): Asked {
  const family = familyOf(rule.family)
  const excluded = family.some(({ level, code }) => level >= rule.level && holds(record, code, 0))
  if (rule.requires === null) return { needs: [], excluded }
  const from = rule.requires
  const titles = family.filter(({ level }) => level >= from && level < rule.level)
  const need = { titles: titles.map(({ code }) => code), min: 1, years: 0 }
  return { needs: wants(record, need)?.needs ?? [], excluded }
}

const both = (asked: readonly Asked[]): Asked => {
  const said = asked.filter((each) => each !== null)
  if (said.length === 0) return null
  return {
    needs: said.flatMap(({ needs }) => needs),
    excluded: said.some(({ excluded }) => excluded),
  }
}

/** The least that is lacking among alternatives; one that asks for no title is always open. */
function least(asked: readonly Asked[]): Asked {
  const said = asked.filter((each) => each !== null)
  if (said.length < asked.length || said.length === 0) return null
  const [best = null] = said.toSorted(
    (a, b) => Number(a.excluded) - Number(b.excluded) || a.needs.length - b.needs.length,
  )
  return best
}

/** What a rule asks of the titles. Tiers, variants and exceptions are left to the verdict. */
function askedBy(rule: Rule, record: Record): Asked {
  if (rule.kind === 'all') return both(rule.of.map((each) => askedBy(each, record)))
  if (rule.kind === 'any') return least(rule.of.map((each) => askedBy(each, record)))
  if (rule.kind === 'ladder') return rungAsked(record, rule)
  if (rule.kind === 'held') {
    return wants(record, { titles: rule.titles, min: rule.min, years: rule.years ?? 0 })
  }
  if (rule.kind === 'notHeld') {
    return { needs: [], excluded: rule.titles.some((code) => holds(record, code, 0)) }
  }
  return null
}

type Route = { readonly pack: Pack; readonly track: string | null; readonly codes: string[] }

const routesOf = (pack: Pack): readonly Route[] =>
  pack.tracks.length === 0
    ? [{ pack, track: null, codes: pack.awards }]
    : pack.tracks.map(({ id, awards }) => ({
        pack,
        track: id,
        codes: [...new Set([...pack.awards, ...awards])],
      }))

function pathOf({ pack, track }: Route, code: string, record: Record): LadderPath {
  const asked = both(
    conditionsOf(pack, track)
      .filter(({ hardness }) => hardness === 'binding')
      .map(({ rule }) => askedBy(rule, record)),
  )
  const needs = asked?.needs ?? []
  const title = titleOf(code)
  const above = familyOf(title?.family ?? '').filter(({ level }) => level >= (title?.level ?? 0))
  const has = above.some((each) => holds(record, each.code, 0))
  const lacking = needs.length > 0 ? 'lacking' : 'open'
  return {
    id: pack.id,
    edition: pack.edition,
    track,
    title: pack.tracks.find(({ id }) => id === track)?.title ?? pack.short,
    state: has ? 'held' : asked?.excluded ? 'excluded' : lacking,
    needs,
    climbs: needs.length > 0 || (asked !== null && conditionsAsk(pack, track)),
  }
}

/** Whether any binding condition asks for a title to be held first. */
const conditionsAsk = (pack: Pack, track: string | null): boolean =>
  conditionsOf(pack, track)
    .filter(({ hardness }) => hardness === 'binding')
    .some(({ rule }) => asksFirst(rule))

function asksFirst(rule: Rule): boolean {
  if (rule.kind === 'held') return true
  if (rule.kind === 'ladder') return rule.requires !== null
  if (rule.kind === 'all') return rule.of.some(asksFirst)
  return rule.kind === 'any' && rule.of.every(asksFirst)
}

/**
 * Every family that a programme leads into or of which a title is held. Families of which
 * something is held come first, then those with more rungs.
 */
export function laddersOf(
  packs: readonly Pack[],
  titles: readonly HeldTitle[],
  today: string,
): readonly Ladder[] {
  const record = { titles, today }
  const routes = packs.flatMap(routesOf)
  const codes = [...routes.flatMap((route) => route.codes), ...titles.map(({ code }) => code)]
  const families = [...new Set(codes.flatMap((code) => titleOf(code)?.family ?? []))]
  const ladders = families.map((family): Ladder => {
    const rungs = familyOf(family).map(({ code, level }): Rung => {
      const held = running(record).find((title) => title.code === code)
      const leading = routes.filter((route) => route.codes.includes(code))
      const paths = leading.map((route) => pathOf(route, code, record))
      return { code, level, held: held !== undefined, since: held?.since ?? null, paths }
    })
    return { family, rungs }
  })
  const weight = ({ rungs }: Ladder) =>
    (rungs.some(({ held }) => held) ? 100 : 0) + Math.min(rungs.length, 99)
  return ladders.toSorted((a, b) => weight(b) - weight(a))
}

/** What can be applied for next, as far as titles go: in families of which a rung is held first. */
export function nextRungs(ladders: readonly Ladder[]): readonly (LadderPath & { code: string })[] {
  return ladders
    .filter(({ rungs }) => rungs.some(({ held }) => held))
    .flatMap(({ rungs }) =>
      rungs.flatMap(({ code, paths }) =>
        paths.filter(({ state }) => state === 'open').map((path) => ({ ...path, code })),
      ),
    )
}
