/** The applicant's profile and yearly figures. */
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { EnterpriseView, IndicatorValue } from '../../../shared/model/enterprise.ts'
import { enterpriseFacts, indicators } from '../../../shared/registry/registry.ts'
import type { House } from '../house.ts'
import { append } from '../store/log.ts'
import { save } from '../store/rows.ts'

type Fill = Parsed<'enterprise.fill'>
type FactRow = { readonly key: string; readonly value: string; readonly revision: number }
type IndicatorRow = IndicatorValue & { readonly revision: number }

const factKeys = new Set(enterpriseFacts.flatMap((group) => group.facts.map((fact) => fact.key)))
const indicatorCodes = new Set(indicators.map((indicator) => indicator.code))
const decimal = /^-?\d+(\.\d+)?$/

const factRows = ({ db }: House) => db.prepare<[], FactRow>('SELECT * FROM fact ORDER BY key').all()

const indicatorRows = ({ db }: House) =>
  db.prepare<[], IndicatorRow>('SELECT * FROM indicator ORDER BY code, year').all()

/** The profile without what was cleared. */
export function openEnterprise(house: House): EnterpriseView {
  const state = house.db
    .prepare<[], { revision: number; sample: number }>('SELECT * FROM enterprise')
    .get()
  const facts = factRows(house).filter(({ value }) => value !== '')
  const figures = indicatorRows(house).filter(({ value }) => value !== '')
  return {
    facts: Object.fromEntries(facts.map(({ key, value }) => [key, value])),
    indicators: figures.map(({ code, year, value }) => ({ code, year, value })),
    revision: state?.revision ?? 0,
    sample: state?.sample === 1,
  }
}

function refuseUnknown({ facts, indicators: figures }: Fill): void {
  const fact = Object.keys(facts).find((key) => !factKeys.has(key))
  if (fact !== undefined)
    throw new Fault('enterprise.value', { what: fact, value: facts[fact] ?? '' })
  const figure = figures.find(
    ({ code, value }) => !indicatorCodes.has(code) || (value !== '' && !decimal.test(value)),
  )
  if (figure) throw new Fault('enterprise.value', { what: figure.code, value: figure.value })
}

/** An edit is stale only where the very thing it changes was changed after it was looked at. */
function refuseStale(house: House, { base, facts, indicators: figures }: Fill): void {
  const newer = [
    ...factRows(house).filter((row) => row.revision > base && row.key in facts),
    ...indicatorRows(house).filter(
      (row) =>
        row.revision > base && figures.some((f) => f.code === row.code && f.year === row.year),
    ),
  ]
  const [first] = newer
  if (first) throw new Fault('enterprise.stale', { what: 'key' in first ? first.key : first.code })
}

/**
 * Changes facts and figures; an empty value clears one. Throws `enterprise.value` for unknown keys
 * and figures that are no decimals, `enterprise.stale` for an edit that was overtaken.
 */
export function fillEnterprise(house: House, input: Fill, sample = false): EnterpriseView {
  refuseUnknown(input)
  const { db } = house
  const current = openEnterprise(house)
  refuseStale(house, input)
  const revision = current.revision + 1
  db.transaction(() => {
    const changed = [
      ...Object.keys(input.facts),
      ...input.indicators.map((f) => `${f.code}@${f.year}`),
    ]
    append(db, house.clock(), 'enterprise.fill', 'enterprise', { changed })
    save(db, 'enterprise', { id: 1, revision, sample: sample || current.sample ? 1 : 0 })
    for (const [key, value] of Object.entries(input.facts)) {
      save(db, 'fact', { key, value: value.trim(), revision })
    }
    for (const figure of input.indicators) save(db, 'indicator', { ...figure, revision })
  })()
  return openEnterprise(house)
}
