/** The guide for authors of packs, against the schema and the shipped packs. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { shortest } from '../../build/pack-examples.ts'
import { operands, parts } from '../../build/pack-fields.ts'
import { packGuide, ruleKinds } from '../../build/pack-guide.ts'
import words from '../../build/pack-guide.zh.json' with { type: 'json' }
import { loadShelf } from '../../electron/engine/programme/shelf.ts'
import { pack as packSchema } from '../../shared/programme/pack.ts'
import { operand, rule } from '../../shared/programme/rule.ts'
import { indicators, materialKinds, titles } from '../../shared/registry/registry.ts'

const packs = loadShelf(join(import.meta.dirname, '../../assets/programmes')).packs.map(
  ({ pack }) => pack,
)
const guide = packGuide(packs)
/** Kinds and figures that no shipped pack needs so far. */
const unshipped = [...ruleKinds, ...Object.keys(words.operands)].filter(
  (name) => !shortest(packs, (node) => node.kind === name || (name in node && !('kind' in node))),
)

/** The part of the guide under a name, up to the next heading. */
const partOf = (name: string, headings: Readonly<Record<string, readonly string[]>>) => {
  const [title = ''] = headings[name] ?? []
  const from = guide.indexOf(`### \`${name}\` ${title}\n`)
  expect([name, from > 0]).toEqual([name, true])
  return guide.slice(from, guide.indexOf('\n##', from + 1))
}
const exampleIn = (text: string): unknown =>
  JSON.parse(/```json\n([\s\S]*?)\n```/.exec(text)?.[1] ?? 'null')

/** What the packs hold, as text in which a part of a rule can be found. */
const shipped = packs.map((pack) => ({
  name: `${pack.id} ${pack.edition}`,
  body: JSON.stringify(pack),
}))

test('every part of a pack is explained, and nothing that is none', () => {
  expect(Object.keys(words.parts)).toEqual(Object.keys(packSchema.shape))
  for (const { name } of parts) expect(partOf(name, words.parts).length).toBeGreaterThan(20)
})

test('every kind of rule is explained with an example that stands in the pack it names', () => {
  expect(Object.keys(words.rules).toSorted()).toEqual([...ruleKinds].toSorted())
  expect(ruleKinds.length).toBeGreaterThanOrEqual(24)
  for (const kind of ruleKinds.filter((each) => !unshipped.includes(each))) {
    const text = partOf(kind, words.rules)
    const example = exampleIn(text)
    expect([kind, rule.safeParse(example).success]).toEqual([kind, true])
    expect(example).toMatchObject({ kind })
    const named = shipped.find(({ name }) => text.includes(`\`${name}\``))
    expect([kind, named?.body.includes(JSON.stringify(example))]).toEqual([kind, true])
  }
})

test('every way to write a figure is explained with an example that is sound', () => {
  const names = operands.map(({ properties }) => Object.keys(properties ?? {})[0] ?? '')
  expect(names).toEqual(Object.keys(words.operands))
  for (const name of names) {
    const example = exampleIn(partOf(name, words.operands))
    expect([name, operand.safeParse(example).success]).toEqual([name, true])
    expect(example).toHaveProperty(name)
  }
})

test('what no shipped pack needs has a written example that fits the schema, and says so', () => {
  for (const name of unshipped) {
    const isRule = ruleKinds.includes(name)
    const text = partOf(name, isRule ? words.rules : words.operands)
    expect(text).toContain(words.unshipped)
    const example = exampleIn(text)
    expect(example).not.toBeNull()
    expect([name, (isRule ? rule : operand).safeParse(example).success]).toEqual([name, true])
  }
  // Nearly all have a real one.
  expect(unshipped.length).toBeLessThanOrEqual(3)
})

test('an author finds every registered code, how sources work and how to check a file', () => {
  const codes = [
    ...indicators.map(({ code }) => code),
    ...materialKinds.map(({ id }) => id),
    ...titles.map(({ code }) => code),
  ]
  expect(codes.filter((code) => !guide.includes(`| ${code} |`))).toEqual([])
  for (const said of ['`quote`', '`unchecked`', 'pack check', '.p7s', '疑似被截断'])
    expect(guide).toContain(said)
  // Every row of a table fills its columns, and no gap of a sentence is left over.
  for (const row of guide.split('\n').filter((each) => each.startsWith('| `')))
    expect(row.split(/(?<!\\)\|/)).toHaveLength(words.columns.length + 2)
  expect(guide).not.toMatch(/undefined|\[object|\{\{/)
})
