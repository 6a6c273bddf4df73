/** What the schema cannot say of a pack: that its parts fit each other and the registries. */

import { indicatorOf } from '../../../../shared/programme/label.ts'
import type { Condition, Pack, Slot, Window } from '../../../../shared/programme/pack.ts'
import { materialKinds, regions } from '../../../../shared/registry/registry.ts'
import type { Note, Path } from '../pack-fault.ts'
import { lintFields } from './fields.ts'
import { lintLayout } from './layout.ts'
import { lintRule } from './rules.ts'
import { lintStatements } from './statements.ts'
import { lintSummary } from './summary.ts'
import { lintSources, lintTexts } from './texts.ts'
import { lintTracks } from './tracks.ts'

/** Notes every fault of a pack that fits the schema. */
export function lintPack(pack: Pack, note: Note): void {
  lintIds(pack, note)
  lintSources(pack, note)
  lintTexts(pack, note)
  if (!regions.some((region) => region.code === pack.region)) {
    note(['region'], 'unknown.region', { name: pack.region })
  }
  pack.windows.forEach((window, i) => {
    lintWindow(window, ['windows', i], note)
  })
  lintPart(pack, pack, [], note)
  pack.tracks.forEach((track, i) => {
    lintPart(pack, track, ['tracks', i], note)
  })
  lintTracks(pack, note)
  if (pack.summary) lintSummary(pack.summary, pack.form, note)
  lintStatements(pack, note)
  if (!pack.form) return
  lintFields(pack, pack.form, note)
  lintLayout(pack.form, note)
}

/** Conditions and slots of the programme or of one track. */
function lintPart(
  pack: Pack,
  part: Pick<Pack, 'conditions' | 'slots'>,
  at: Path,
  note: Note,
): void {
  part.conditions.forEach((condition, i) => {
    lintCondition(pack, condition, [...at, 'conditions', i], note)
  })
  part.slots.forEach((slot, i) => {
    lintSlot(pack, slot, [...at, 'slots', i], note)
  })
}

function lintCondition(pack: Pack, condition: Condition, at: Path, note: Note): void {
  lintRule(condition.rule, pack, [...at, 'rule'], note)
  const readings = condition.readings ?? []
  lintUnique(entries(readings, [...at, 'readings']), note)
  readings.forEach(({ rule }, i) => {
    if (rule) lintRule(rule, pack, [...at, 'readings', i, 'rule'], note)
  })
}

function lintSlot(pack: Pack, slot: Slot, at: Path, note: Note): void {
  slot.accepts.forEach((name, i) => {
    if (!materialKinds.some((kind) => kind.id === name)) {
      note([...at, 'accepts', i], 'unknown.kind', { name })
    }
  })
  if (slot.when) lintRule(slot.when, pack, [...at, 'when'], note)
  if (slot.max !== undefined && slot.min > slot.max) {
    note([...at, 'min'], 'slot.counts', { min: slot.min, max: slot.max })
  }
  if (slot.alternative !== undefined && !slotIds(pack).includes(slot.alternative)) {
    note([...at, 'alternative'], 'unknown.slot', { name: slot.alternative })
  }
}

function lintWindow(window: Window, at: Path, note: Note): void {
  const { opens, closes, months, note: said } = window
  if (opens !== undefined && closes !== undefined && closes < opens) {
    note([...at, 'closes'], 'window.order', { opens, closes })
  }
  const days = [opens, closes].filter((each) => each !== undefined)
  if (days.length > 0 && months?.length && !days.some((each) => months.includes(monthOf(each)))) {
    note([...at, 'months'], 'window.months', { day: days.join('、') })
  }
  if (opens === undefined && closes === undefined && !months?.length && !said) {
    note(at, 'window.empty')
  }
}

const monthOf = (day: string): number => Number(day.slice(5, 7))

/** Ids are unique within their list; conditions, slots and fields also across the tracks. */
function lintIds(pack: Pack, note: Note): void {
  const tracked = (key: 'conditions' | 'slots') => [
    ...entries(pack[key], [key]),
    ...pack.tracks.flatMap((track, i) => entries(track[key], ['tracks', i, key])),
  ]
  const lists = [
    tracked('conditions'),
    tracked('slots'),
    entries(pack.documents, ['documents']),
    entries(pack.windows, ['windows']),
    entries(pack.tracks, ['tracks']),
    entries(pack.duties, ['duties']),
    entries(pack.statements, ['statements']),
    entries(pack.form?.fields ?? [], ['form', 'fields']),
    entries(pack.form?.sections ?? [], ['form', 'sections']),
  ]
  for (const list of lists) lintUnique(list, note)
}

type Entry = { readonly id: string; readonly path: Path }

const entries = (list: readonly { id: string }[], at: Path): Entry[] =>
  list.map(({ id }, i) => ({ id, path: [...at, i, 'id'] }))

/** Notes the second and later uses of an id. */
export function lintUnique(list: readonly Entry[], note: Note): void {
  const seen = new Set<string>()
  for (const { id, path } of list) {
    if (seen.has(id)) note(path, 'duplicate.id', { id })
    seen.add(id)
  }
}

export const slotIds = (pack: Pack): readonly string[] =>
  [...pack.slots, ...pack.tracks.flatMap((track) => track.slots)].map((slot) => slot.id)

/** Notes an indicator that the registry lacks. */
export function lintIndicator(name: string, path: Path, note: Note): void {
  const indicator = indicatorOf(name)
  if (!indicator) note(path, 'unknown.indicator', { name })
  else if (indicator.unit === '') note(path, 'unit.missing')
}
