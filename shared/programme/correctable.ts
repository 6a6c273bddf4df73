/**
 * What a clerk may set right in a pack without a new pack: dates, telephone numbers, thresholds.
 * The engine keeps to its own list of keys; this one says where such values stand. Pure.
 */
import type { Condition, Pack, Slot } from './pack.ts'

export type CorrectableGroup = 'windows' | 'contacts' | 'conditions' | 'slots'

export type Correctable = {
  readonly group: CorrectableGroup
  /** What it belongs to: a role, a direction, a condition's or slot's text. */
  readonly of: string
  /** The last key of the path, which says what kind of value it is. */
  readonly key: string
  readonly path: readonly string[]
  readonly value: string | number
}

const ruleKeys = ['bound', 'years', 'months', 'min', 'max', 'on', 'from', 'to', 'until', 'pass']
/** Texts by the same names are labels and references, not values of a condition. */
const spoken = new Set(['deferred', 'score'])

type Node = { readonly [key: string]: unknown }
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Every plain value of a rule, with its way; operands (which figure, which year) are left alone. */
function inRule(
  value: unknown,
  path: readonly string[],
): readonly (readonly [string[], string | number])[] {
  if (!isNode(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const way = [...path, key]
    const toText = key === 'to' && spoken.has(String(value.kind))
    if (ruleKeys.includes(key) && !toText) {
      if (typeof inner === 'string' || typeof inner === 'number') return [[way, inner] as const]
    }
    if (['value', 'left', 'right', 'by', 'where'].includes(key)) return []
    return inRule(inner, way)
  })
}

const conditionValues = (condition: Condition, path: readonly string[]): readonly Correctable[] =>
  inRule(condition.rule, [...path, condition.id, 'rule']).map(([way, value]) => ({
    group: 'conditions',
    of: condition.text,
    key: way.at(-1) ?? '',
    path: way,
    value,
  }))

function slotValues(slot: Slot, path: readonly string[]): readonly Correctable[] {
  const at = [...path, slot.id]
  const base = { group: 'slots', of: slot.title } as const
  return [
    ...(slot.validity
      ? [{ ...base, key: 'day', path: [...at, 'validity', 'day'], value: slot.validity.day }]
      : []),
    ...(slot.copies
      ? [{ ...base, key: 'copies', path: [...at, 'copies'], value: slot.copies }]
      : []),
  ]
}

/** A window without days can be given them: the year's notice has come out. */
const windowValues = ({ windows }: Pack): readonly Correctable[] =>
  windows.flatMap((window) =>
    (['opens', 'closes'] as const).map((key) => ({
      group: 'windows' as const,
      of: window.role,
      key,
      path: ['windows', window.id, key],
      value: window[key] ?? '',
    })),
  )

const contactValues = ({ contacts }: Pack): readonly Correctable[] =>
  contacts.flatMap((contact, index) =>
    (['office', 'name', 'phone', 'address'] as const).map((key) => ({
      group: 'contacts' as const,
      of: contact.direction,
      key,
      path: ['contacts', String(index), key],
      value: contact[key] ?? '',
    })),
  )

/** Everything that can be corrected, in the notice's order; the tracks' own at the end. */
export const correctablesOf = (pack: Pack): readonly Correctable[] => [
  ...windowValues(pack),
  ...pack.conditions.flatMap((each) => conditionValues(each, ['conditions'])),
  ...pack.slots.flatMap((each) => slotValues(each, ['slots'])),
  ...contactValues(pack),
  ...pack.tracks.flatMap(({ id, conditions, slots }) => [
    ...conditions.flatMap((each) => conditionValues(each, ['tracks', id, 'conditions'])),
    ...slots.flatMap((each) => slotValues(each, ['tracks', id, 'slots'])),
  ]),
]
