import { expect, test } from 'vitest'
import { findPack, loadShelf } from '../../../electron/engine/programme/shelf.ts'
import { diffPacks } from '../../../shared/programme/diff.ts'
import type { Pack } from '../../../shared/programme/pack.ts'

const base = findPack(loadShelf('assets/programmes'), 'js-internet-plus-base', '2022').pack
const copy = (): Pack => structuredClone(base)

test('the same pack has no changes', () => {
  expect(diffPacks(base, copy())).toEqual([])
})

test('a moved line of the document is no change of the programme', () => {
  const after = copy()
  for (const condition of after.conditions) condition.source.line += 1
  expect(diffPacks(base, after)).toEqual([])
})

test('a text that applicants are asked for is a change of the statements', () => {
  const { pack } = findPack(loadShelf('assets/programmes'), 'js-strong-manufacturing-fund', '2024')
  const after = structuredClone(pack)
  after.statements[0]?.texts.pop()
  after.statements[0]?.paragraphs.splice(5, 1)
  const [change, ...more] = diffPacks(pack, after)
  expect(more).toEqual([])
  expect(change).toMatchObject({ kind: 'changed', part: 'text', id: 'statements' })
  expect(change?.details.map(({ path, after: now }) => [path, now])).toEqual([
    ['0.texts.1', ''],
    ['0.paragraphs.5', '"以上说明真实，本单位未虚报产品价格。"'],
    ['0.paragraphs.6', ''],
  ])
})

test('a new deadline, a gone slot and a new condition are told one by one', () => {
  const after = copy()
  const window = after.windows[0]
  const before = window?.closes ?? ''
  if (window) window.closes = '2023-10-15'
  const gone = after.slots.pop()
  const first = after.conditions[0]
  if (first) after.conditions.push({ ...first, id: 'quite-new', text: '新的条件' })
  expect(diffPacks(base, after)).toEqual([
    {
      kind: 'changed',
      part: 'window',
      id: window?.id,
      title: window?.role,
      details: [
        {
          path: 'closes',
          before: before === '' ? '' : JSON.stringify(before),
          after: '"2023-10-15"',
        },
      ],
    },
    { kind: 'added', part: 'condition', id: 'quite-new', title: '新的条件', details: [] },
    { kind: 'removed', part: 'slot', id: gone?.id, title: gone?.title, details: [] },
  ])
})
