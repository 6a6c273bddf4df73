/**
 * Tables changed row by row, as the form's queue sends them: what the page puts together from what
 * it knew and what came back is what the engine holds.
 */
import { expect, test } from 'vitest'
import {
  type AnswerQueue,
  createAnswerQueue,
} from '../../../renderer/pages/application/form/answer-queue.ts'
import { formAnswers } from '../../../renderer/pages/application/form/answer-ways.ts'
import type { AnswerRow } from '../../../shared/programme/form.ts'
import { engineWithVault } from '../../support/house.ts'
import { chanceOf } from '../../support/random.ts'

const base = { id: 'js-internet-plus-base', edition: '2022', track: null }

async function begun() {
  const { call, ...rest } = engineWithVault()
  const { id } = await call('application.create', base)
  const open = () => call('application.open', { id })
  const sent: number[] = []
  /** A window that has the application open. */
  const queueOf = async () =>
    createAnswerQueue(await open(), {
      ...formAnswers({
        fill: (input) => {
          sent.push(JSON.stringify(input).length)
          return call('application.fill', input)
        },
        reload: open,
      }),
      isStale: (error) =>
        (error as { fault?: { code: string } }).fault?.code === 'application.stale',
      reload: open,
      keep: () => {},
    })
  return { ...rest, call, id, open, queueOf, sent }
}

async function settled(queue: AnswerQueue) {
  await expect
    .poll(() => [Object.keys(queue.snapshot().pending), queue.snapshot().fault])
    .toEqual([[], null])
  return queue.snapshot().view
}

const rowsIn = (queue: AnswerQueue) => {
  const { view, pending } = queue.snapshot()
  return (pending.stars ?? view.answers.stars ?? []) as readonly AnswerRow[]
}

test('rows typed into, moved, put in, taken out and undone stand in the vault as on the page', async () => {
  const { call, open, queueOf } = await begun()
  const queue = await queueOf()
  const chance = chanceOf(20_261_126)
  for (let n = 0; n < 120; n += 1) {
    const rows = rowsIn(queue)
    const at = chance.below(rows.length + 1)
    const deed = chance.below(6)
    if (deed === 0) queue.undo()
    else if (deed === 1) queue.redo()
    else if (deed === 2) queue.save({ stars: rows.toSpliced(at, 1) })
    else if (deed === 3)
      queue.save({ stars: rows.map((row, k) => (k === at ? { ...row, name: `改${n}` } : row)) })
    else
      queue.save({ stars: rows.toSpliced(at, 0, { name: `企业${n}` }, {}), industry: `产业${n}` })
    if (chance.below(3) > 0) continue
    expect((await settled(queue)).answers).toEqual((await open()).answers)
  }
  const view = await settled(queue)
  const held = await open()
  expect([view.revision, view.answers, view.findings]).toEqual([
    held.revision,
    held.answers,
    held.findings,
  ])
  expect((await call('vault.fsck', {})).damages).toEqual([])
})

test('one cell of 2,000 rows travels alone, both ways', async () => {
  const { queueOf, sent, call, id } = await begun()
  const queue = await queueOf()
  queue.save({ stars: Array.from({ length: 2000 }, (_, n) => ({ name: `企业${n}` })) })
  const { revision } = await settled(queue)
  queue.save({ stars: rowsIn(queue).with(1500, { name: '改' }) })
  await settled(queue)
  expect(sent.at(-1)).toBeLessThan(300)
  const put = [{ name: '又改' }]
  const reply = await call('application.fill', {
    id,
    base: revision + 1,
    answers: {},
    rows: { stars: { at: 3, drop: 1, put } },
  })
  expect(reply).not.toHaveProperty('answers')
  expect(JSON.stringify(reply).length).toBeLessThan(60_000)
})

test('two windows: other fields come along, the same table is refused and shown as kept', async () => {
  const { open, queueOf } = await begun()
  const first = await queueOf()
  first.save({ stars: [{ name: '甲' }, { name: '乙' }] })
  await settled(first)
  const second = await queueOf()
  first.save({ stars: rowsIn(first).with(0, { name: '甲一' }) })
  await settled(first)
  second.save({ industry: '新材料' })
  expect((await settled(second)).answers).toEqual((await open()).answers)
  first.save({ stars: rowsIn(first).with(1, { name: '乙一' }) })
  await settled(first)
  second.save({ stars: rowsIn(second).with(1, { name: '乙二' }) })
  expect((await settled(second)).answers.stars).toEqual([{ name: '甲一' }, { name: '乙一' }])
  expect(second.snapshot().refused).toEqual({ stars: [{ name: '甲一' }, { name: '乙二' }] })
})

test('rows that do not fit are refused and change nothing', async () => {
  const { call, id, open } = await begun()
  await call('application.fill', { id, base: 1, answers: { stars: [{ name: '甲' }] } })
  const refused = async (rows: object) => {
    const input = { id, base: 2, answers: {}, rows: rows as never }
    await expect(call('application.fill', input)).rejects.toMatchObject({
      fault: { code: expect.stringMatching(/^application\.(value|field)$/) },
    })
  }
  await refused({ stars: { at: 1, drop: 1, put: [] } })
  await refused({ stars: { at: 0, drop: 1, put: [{ none: '列' }] } })
  await refused({ honours: { at: 0, drop: 0, put: [{ name: '还没有表' }] } })
  await refused({ industry: { at: 0, drop: 0, put: [] } })
  await refused({ none: { at: 0, drop: 0, put: [] } })
  const many = Array.from({ length: 5000 }, () => ({ name: '乙' }))
  await refused({ stars: { at: 1, drop: 0, put: many } })
  expect(await open()).toMatchObject({ revision: 2, answers: { stars: [{ name: '甲' }] } })
})
