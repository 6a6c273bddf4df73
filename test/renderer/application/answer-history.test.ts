/** Undo and redo against a model: however edits, typing and turns mix, the answers agree with it. */
import { expect, test } from 'vitest'
import {
  closed,
  noHistory,
  recorded,
  turned,
} from '../../../renderer/pages/application/form/answer-history.ts'
import type { Answers } from '../../../shared/programme/form.ts'
import { chanceOf } from '../../support/random.ts'

const step = (place: string, before: string, after: string, open = false) => ({
  place,
  before: { [place]: before },
  after: { [place]: after },
  open,
})

test('what is typed into one place without leaving it is one step, however often it was saved', () => {
  const saved = [
    step('name', '', '江', true),
    step('name', '江', '江苏', true),
    step('name', '江苏', '江苏示例', false),
    step('name', '江苏示例', '江苏', false),
  ].reduce(recorded, noHistory)
  expect(saved.past.map(({ before, after }) => [before.name, after.name])).toEqual([
    ['', '江苏示例'],
    ['江苏示例', '江苏'],
  ])
})

test('typing that ends where it began is no step, and other places end it', () => {
  const back = [step('a', '', '1', true), step('a', '1', '', false)].reduce(recorded, noHistory)
  expect(back.past).toEqual([])
  const left = closed(recorded(noHistory, step('a', '', '1', true)), 'a')
  expect(recorded(left, step('a', '1', '2')).past).toHaveLength(2)
})

test('an answer that was changed elsewhere since is not undone', () => {
  const history = [step('a', '', '1'), step('b', '', '2')].reduce(recorded, noHistory)
  const turn = turned(history, true, { a: '1', b: '别处' })
  expect(turn.changes).toEqual({ a: '' })
  expect(turn.at).toEqual({ step: 'form', ref: 'a' })
})

test('a step leads to the first cell that it changed', () => {
  const rows = (...names: string[]) => names.map((name) => ({ name }))
  const history = recorded(noHistory, {
    place: 't',
    before: { t: rows('甲', '乙') },
    after: { t: rows('甲', '丙') },
    open: false,
  })
  expect(turned(history, true, { t: rows('甲', '丙') }).at).toEqual({
    step: 'form',
    ref: 't',
    row: 1,
    column: 'name',
  })
})

test('an undone row leads to the last one left, and an undone deletion to the row that is back', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, at) => ({ name: `${at}` }))
  const made = (before: Answers[string], after: Answers[string]) =>
    recorded(noHistory, { place: 't', before: { t: before }, after: { t: after }, open: false })
  const appended = [...rows(120), {}]
  const undone = turned(made(rows(120), appended), true, { t: appended })
  expect(undone.at).toEqual({ step: 'form', ref: 't', row: 119 })
  expect(turned(undone.history, false, { t: rows(120) }).at).toEqual({
    step: 'form',
    ref: 't',
    row: 120,
  })
  const without = rows(120).toSpliced(60, 1)
  expect(turned(made(rows(120), without), true, { t: without }).at).toMatchObject({ row: 60 })
})

test.each([1, 2, 3])(
  'random edits and turns agree with a plain stack of states (seed %i)',
  (seed) => {
    const chance = chanceOf(seed)
    let history = noHistory
    let answers: Answers = {}
    const states: Answers[] = [{}]
    let at = 0
    for (let n = 0; n < 400; n += 1) {
      const what = chance.below(5)
      if (what < 3) {
        const key = chance.pick(['a', 'b', 'c'])
        const value = `${n}`
        const made = { place: key, before: { [key]: answers[key] ?? '' }, after: { [key]: value } }
        history = recorded(history, { ...made, open: false })
        answers = { ...answers, [key]: value }
        states.splice(at + 1)
        states.push(answers)
        at = states.length - 1
        continue
      }
      const turn = turned(history, what === 3, answers)
      history = turn.history
      const next = Math.max(0, Math.min(states.length - 1, at + (what === 3 ? -1 : 1)))
      expect(turn.changes === null).toBe(next === at)
      at = next
      answers = { ...answers, ...turn.changes }
      const shown = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== ''))
      expect(shown).toEqual(states[at])
    }
  },
)
