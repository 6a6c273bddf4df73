/**
 * Small local corrections of a pack — a date, a phone number, a threshold of a new notice — made on
 * a copy in the vault and recorded one by one. The shipped pack is never touched.
 */
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { PackCorrection } from '../../../shared/model/pack.ts'
import type { ProgrammeView } from '../../../shared/model/programme.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import { sha256 } from '../crypto.ts'
import type { House } from '../house.ts'
import { append } from '../store/log.ts'
import { save } from '../store/rows.ts'
import { shelve } from './import-pack.ts'
import { checkPack } from './pack-check.ts'
import { openProgramme } from './programmes.ts'
import { findPack } from './shelf.ts'
import { shelfOf } from './shelf-of.ts'

/** What a correction may set. Anything larger is a new pack. */
const correctable = new Set(
  ['opens', 'closes', 'phone', 'name', 'office', 'address', 'bound', 'years', 'months'].concat([
    'min',
    'max',
    'on',
    'day',
    'from',
    'to',
    'until',
    'note',
    'copies',
    'pass',
  ]),
)

type Node = Record<string, unknown>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** An entry of a list is named by its id, or by its place where it has none. */
function enter(node: Node, step: string): unknown {
  if (!Array.isArray(node)) return Object.hasOwn(node, step) ? node[step] : undefined
  const entries: readonly unknown[] = node
  return entries.find((entry) => isNode(entry) && entry.id === step) ?? entries[Number(step)]
}

function holderOf(body: unknown, path: readonly string[]): Node {
  const inner = path.slice(0, -1).reduce<unknown>((at, step) => isNode(at) && enter(at, step), body)
  const last = path.at(-1) ?? ''
  const current = isNode(inner) ? inner[last] : undefined
  const plain = typeof current === 'string' || typeof current === 'number'
  const settable = plain || (current === undefined && isNode(inner) && !Array.isArray(inner))
  if (!isNode(inner) || !correctable.has(last) || !settable) {
    throw new Fault('input.invalid', { path: path.join('.'), why: '' })
  }
  return inner
}

/** Sets one value in place and says what it was. */
function correct(body: unknown, { path, value }: PackCorrection) {
  const holder = holderOf(body, path)
  const last = path.at(-1) ?? ''
  const before = JSON.stringify(holder[last] ?? '')
  holder[last] = value
  return { path: path.join('.'), before, after: JSON.stringify(value) }
}

/**
 * Throws `programme.unknown`, `input.invalid` for a path that is not there or may not be corrected,
 * `programme.unusable` where the result would be no valid pack.
 */
export function correctPack(house: House, input: Parsed<'pack.correct'>): ProgrammeView {
  const { id, edition, corrections, note } = input
  const { db } = house
  const body: unknown = JSON.parse(findPack(shelfOf(house), id, edition).body)
  const made = corrections.map((correction) => correct(body, correction))
  const text = `${JSON.stringify(body, null, 2)}\n`
  const { pack, faults } = checkPack(text)
  if (!pack || faults.length > 0) {
    throw new Fault('programme.unusable', { id: `${id} ${edition} ${faults[0]?.reason ?? ''}` })
  }
  const day = todayInChina(house.clock())
  db.transaction(() => {
    shelve(house, { pack, hash: sha256(text), body: text }, 'corrected')
    for (const one of made) {
      const seq = append(db, house.clock(), 'pack.correction', `${id} ${edition}`, one)
      save(db, 'correction', { seq, programme: id, edition, ...one, note, day })
    }
  })()
  return openProgramme(house, { id, edition, track: null })
}
