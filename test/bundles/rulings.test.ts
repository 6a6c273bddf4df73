/** What persons decided, and what the rules left out, as the bundle carries it. */
import { expect, test } from 'vitest'
import { composeBundle } from '../../electron/engine/bundle/compose.ts'
import { exampleInput } from './example.ts'

const textOf = (change: Partial<ReturnType<typeof exampleInput>['view']>, name: string): string => {
  const input = exampleInput()
  const { sources } = composeBundle({ ...input, view: { ...input.view, ...change } })
  const source = sources.find((each) => each.name.endsWith(name))
  if (!source || !('bytes' in source.from)) throw new Error(`no ${name}`)
  return Buffer.from(source.from.bytes).toString('utf8')
}

test('application.json holds the chosen readings and the ticks inside papers', () => {
  const on = '2023-05-01'
  const reading = { condition: 'c', reading: 'b', name: '林示文', note: '已询问。', on }
  const tick = { slot: 'audit', sha256: 'f'.repeat(64), point: '签字', name: '林示文', on }
  const told = JSON.parse(textOf({ readings: { c: reading }, ticks: [tick] }, 'application.json'))
  expect(told.readings).toEqual({ c: reading })
  expect(told.ticks).toEqual([tick])
})

test('the carry kit says of a slot that its own rule left it out', () => {
  const idle = (applies: 'yes' | 'no') =>
    exampleInput().view.slots.map((slot) =>
      slot.id === 'proof' ? { ...slot, applies, materials: [] } : slot,
    )
  expect(textOf({ slots: idle('no') }, 'index.html')).toContain('按所填情况不适用')
  expect(textOf({ slots: idle('yes') }, 'index.html')).not.toContain('按所填情况不适用')
})
