/** What differs between two packs of a programme, part by part, in the newer one's order. Pure. */
import type { Pack } from './pack.ts'

export const packParts = [
  'document',
  'window',
  'condition',
  'slot',
  'track',
  'field',
  'contact',
  'text',
] as const
export type PackPart = (typeof packParts)[number]

export type PackChange = {
  readonly kind: 'added' | 'removed' | 'changed'
  readonly part: PackPart
  /** Id of the part; for `text` the heading's key in the pack. */
  readonly id: string
  /** What people call it. */
  readonly title: string
  /** What changed inside it: path, and the values as JSON texts (empty: not there). */
  readonly details: readonly {
    readonly path: string
    readonly before: string
    readonly after: string
  }[]
}

type Part = { readonly id: string; readonly title: string; readonly value: unknown }

const json = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value))

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** The innermost values that differ. */
function detailsOf(before: unknown, after: unknown, path: string): PackChange['details'] {
  if (json(before) === json(after)) return []
  if (!isObject(before) || !isObject(after) || Array.isArray(before) !== Array.isArray(after)) {
    return [{ path, before: json(before), after: json(after) }]
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.flatMap((key) =>
    detailsOf(before[key], after[key], path === '' ? key : `${path}.${key}`),
  )
}

function compareParts(part: PackPart, before: readonly Part[], after: readonly Part[]) {
  const old = new Map(before.map((each) => [each.id, each]))
  const fresh = new Set(after.map(({ id }) => id))
  const kept = after.flatMap(({ id, title, value }): PackChange[] => {
    const held = old.get(id)
    if (!held) return [{ kind: 'added', part, id, title, details: [] }]
    const details = detailsOf(held.value, value, '')
    return details.length === 0 ? [] : [{ kind: 'changed', part, id, title, details }]
  })
  const gone = before
    .filter(({ id }) => !fresh.has(id))
    .map(({ id, title }): PackChange => ({ kind: 'removed', part, id, title, details: [] }))
  return [...kept, ...gone]
}

const named =
  <T extends { readonly id: string }>(title: (each: T) => string) =>
  (each: T): Part => ({ id: each.id, title: title(each), value: each })

/** Headings without ids: compared as wholes. */
const textKeys = [
  'title',
  'short',
  'level',
  'region',
  'category',
  'baseYear',
  'department',
  'benefits',
  'applicants',
  'procedure',
  'links',
  'awards',
  'summary',
  'duties',
  'statements',
  'dataNotes',
] as const

/** A direction may have several contacts: the second of a name is another one than the first. */
const contactsOf = ({ contacts }: Pack): Part[] =>
  contacts.map((value, i) => {
    const { direction } = value
    const before = contacts.slice(0, i).filter((each) => each.direction === direction).length
    const id = before === 0 ? direction : `${direction} ${before + 1}`
    return { id, title: direction, value }
  })

/** Cover and layout: what the form prints around its fields. */
function layoutOf({ form }: Pack): Part {
  const { fields: _, ...layout } = form ?? {}
  return { id: 'form', title: 'form', value: form && layout }
}

const partsOf = (pack: Pack): readonly (readonly [PackPart, readonly Part[]])[] => [
  ['document', pack.documents.map(named(({ title }) => title))],
  ['window', pack.windows.map(named(({ role }) => role))],
  ['condition', pack.conditions.map(named(({ text }) => text))],
  ['slot', pack.slots.map(named(({ title }) => title))],
  ['track', pack.tracks.map(named(({ title }) => title))],
  ['field', (pack.form?.fields ?? []).map(named(({ label }) => label))],
  ['contact', contactsOf(pack)],
  ['text', [...textKeys.map((id) => ({ id, title: id, value: pack[id] })), layoutOf(pack)]],
]

/** Sources are left out: a line that moved in the document is not a change of the programme. */
function withoutSources(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSources)
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([key]) => key !== 'source')
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutSources(inner)]))
}

export function diffPacks(before: Pack, after: Pack): PackChange[] {
  const old = new Map(partsOf(withoutSources(before) as Pack))
  return partsOf(withoutSources(after) as Pack).flatMap(([part, parts]) =>
    compareParts(part, old.get(part) ?? [], parts),
  )
}
