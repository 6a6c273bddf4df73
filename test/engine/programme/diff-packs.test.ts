/** Every shipped pack against altered copies of itself: no change goes unsaid, none is made up. */
import { expect, test } from 'vitest'
import { loadShelf } from '../../../electron/engine/programme/shelf.ts'
import { diffPacks } from '../../../shared/programme/diff.ts'
import type { Pack } from '../../../shared/programme/pack.ts'
import { makePack, plainPack } from '../../fixtures/programme.ts'

const { packs, unusable } = loadShelf('assets/programmes')
const shipped = packs.map(({ pack }): [string, Pack] => [`${pack.id} ${pack.edition}`, pack])

type Path = readonly (string | number)[]
type Leaf = string | number | boolean

const inner = (value: unknown): [string | number, unknown][] =>
  Array.isArray(value)
    ? value.map((each, i) => [i, each])
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
      : []
const leaves = (value: unknown, path: Path = []): Path[] => {
  if (['string', 'number', 'boolean'].includes(typeof value)) return [path]
  return inner(value).flatMap(([key, each]) => leaves(each, [...path, key]))
}

/** A copy whose value at a path is another one. */
function altered(pack: Pack, path: Path, change: (leaf: Leaf) => Leaf): Pack {
  const copy = structuredClone(pack)
  const holder = path
    .slice(0, -1)
    .reduce<Record<string | number, unknown>>(
      (at, step) => at[step] as Record<string | number, unknown>,
      copy as never,
    )
  const last = path.at(-1) ?? ''
  holder[last] = change(holder[last] as Leaf)
  return copy
}
const other = (leaf: Leaf): Leaf =>
  typeof leaf === 'number' ? leaf + 1 : typeof leaf === 'boolean' ? !leaf : `${leaf}·`

const named: readonly unknown[] = ['format', 'id', 'edition']
/** Compared part by part; a pack is of the same programme, and sources may move. */
const counts = (path: Path) => !path.includes('source') && !named.includes(path[0])

test('there are packs to compare', () => {
  expect(unusable).toEqual([])
  expect(shipped.length).toBeGreaterThan(30)
})

test.each(shipped)('%s: whatever single value changes, the list of changes says so', (_, pack) => {
  const all = leaves(pack).filter(counts)
  const step = Math.max(1, Math.floor(all.length / 150))
  const heads = all.filter((path) => path.length <= 2)
  const unsaid = [...heads, ...all.filter((__, i) => i % step === 0)].filter(
    (path) => diffPacks(pack, altered(pack, path, other)).length === 0,
  )
  expect(unsaid).toEqual([])
})

test.each(shipped)('%s: sources that move and keys in another order are no change', (_, pack) => {
  const moved = leaves(pack)
    .filter((path) => path.includes('source'))
    .reduce((made, path, i) => (i % 7 === 0 ? altered(made, path, other) : made), pack)
  expect(diffPacks(pack, moved)).toEqual([])
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).toReversed()
    return Object.fromEntries(entries.map(([key, each]) => [key, turned(each)]))
  }
  expect(diffPacks(pack, turned(pack) as Pack)).toEqual([])
})

test.each(shipped)('%s: what is taken away is told, and the way back tells it again', (_, pack) => {
  const [first, second] = [pack.slots[0], pack.conditions[0]]
  const less = { ...pack, slots: pack.slots.slice(1), conditions: pack.conditions.slice(1) }
  const gone = diffPacks(pack, less).map(({ kind, part, id }) => `${kind} ${part} ${id}`)
  expect(gone.sort()).toEqual(
    [`removed condition ${second?.id}`, `removed slot ${first?.id}`].sort(),
  )
  const back = diffPacks(less, pack).map(({ kind, part, id }) => `${kind} ${part} ${id}`)
  expect(back.sort()).toEqual([`added condition ${second?.id}`, `added slot ${first?.id}`].sort())
})

const { source } = plainPack.windows[0] ?? {}
const contact = (direction: string, phone: string) => ({ direction, phone, source })

test('two contacts of one direction are two contacts', () => {
  const before = makePack({ contacts: [contact('综合', '1'), contact('综合', '2')] })
  const after = makePack({ contacts: [contact('综合', '3'), contact('综合', '2')] })
  expect(diffPacks(before, after)).toEqual([
    expect.objectContaining({
      kind: 'changed',
      part: 'contact',
      title: '综合',
      details: [{ path: 'phone', before: '"1"', after: '"3"' }],
    }),
  ])
  const fewer = makePack({ contacts: [contact('综合', '1')] })
  expect(diffPacks(before, fewer)).toMatchObject([{ kind: 'removed', part: 'contact' }])
  const ids = diffPacks(makePack(), before).map(({ id }) => id)
  expect(new Set(ids).size).toBe(2)
})

test('a form that comes, goes or is laid out anew is told', () => {
  const bare = makePack({ form: undefined })
  const kinds = (before: Pack, after: Pack) =>
    diffPacks(before, after).map(({ kind, part, id }) => `${kind} ${part} ${id}`)
  expect(kinds(bare, makePack())).toContain('added field name')
  expect(kinds(makePack(), bare)).toContain('removed field story')
  const form = structuredClone(plainPack.form)
  form.sections[0]?.blocks.reverse()
  expect(kinds(makePack(), makePack({ form }))).toEqual(['changed text form'])
  const sealed = { ...plainPack.form, cover: [{ field: 'name', label: '申报单位', seal: false }] }
  expect(diffPacks(makePack(), makePack({ form: sealed }))).toMatchObject([
    { id: 'form', details: [{ path: 'cover.0.label' }, { path: 'cover.0.seal' }] },
  ])
})
