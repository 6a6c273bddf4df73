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
