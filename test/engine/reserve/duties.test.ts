/** Later duties of titles through the gate of a real vault, over the years. */
import { expect, test } from 'vitest'
import type { Duties } from '../../../shared/model/reserve.ts'
import { engineWithVault } from '../../support/house.ts'

const park = { id: 'js-internet-plus-base', edition: '2022' }
const platform = { id: 'js-sme-service-platform', edition: '2024', track: 'three-star' }

function withClock(day: string) {
  let now = new Date(`${day}T02:00:00Z`)
  const engine = engineWithVault(() => now)
  return { ...engine, moveTo: (later: string) => (now = new Date(`${later}T02:00:00Z`)) }
}

/** A park that was recognised, as the vault was told on the day of `told`. */
async function recognised(told: string, day = told) {
  const engine = withClock(told)
  const { id } = await engine.call('application.create', park)
  await engine.call('reserve.close', { id, outcome: 'recognised', day })
  const review = { id, duty: 'annual-review' }
  return { ...engine, id, review }
}

const dates = ({ open }: Duties) => open.map(({ due, daysLeft }) => [due, daysLeft])

test('a review that nobody marked as done stays overdue until somebody does', async () => {
  const { call, moveTo, review } = await recognised('2022-11-10')
  expect(dates(await call('duty.list', {}))).toEqual([['2022-12-31', 51]])
  moveTo('2023-06-01')
  const { open } = await call('duty.list', {})
  expect(open).toMatchObject([
    {
      due: '2022-12-31',
      daysLeft: -152,
      earlier: 0,
      next: { due: '2023-12-31', daysLeft: 213 },
      title: expect.stringContaining('互联网'),
    },
  ])
  const due = '2022-12-31'
  const after = await call('duty.settle', { ...review, due, outcome: 'done' })
  expect(dates(after)).toEqual([['2023-12-31', 213]])
  expect(after.settled).toMatchObject([{ due, outcome: 'done', on: '2023-06-01', note: '' }])
  const back = await call('duty.settle', { ...review, due, outcome: null })
  expect(back).toMatchObject({ open: [{ due, daysLeft: -152 }], settled: [] })
})

test('settled otherwise needs a note; ended, the duty is silent until that is taken back', async () => {
  const { call, moveTo, review } = await recognised('2022-11-10')
  moveTo('2023-06-01')
  const due = '2022-12-31'
  for (const outcome of ['handled', 'ended'] as const) {
    await expect(call('duty.settle', { ...review, due, outcome })).rejects.toMatchObject({
      fault: { code: 'input.invalid', data: { path: 'note' } },
    })
  }
  const note = '主管部门同意免报'
  const handled = await call('duty.settle', { ...review, due, outcome: 'handled', note })
  expect(dates(handled)).toEqual([['2023-12-31', 213]])
  const ended = await call('duty.settle', { ...review, due, outcome: 'ended', note: '资格已撤销' })
  expect(ended).toMatchObject({ open: [], settled: [{ outcome: 'ended', note: '资格已撤销' }] })
  moveTo('2025-06-01')
  expect((await call('duty.list', {})).open).toEqual([])
  const [word] = ended.settled
  await call('duty.settle', { ...review, due, outcome: null })
  // Put back, the word keeps its day.
  const { outcome = 'done', note: said = '', on = '' } = word ?? {}
  const again = await call('duty.settle', { ...review, due, outcome, note: said, on })
  expect(again.settled).toEqual(ended.settled)
  const tomorrow = call('duty.settle', { ...review, due, outcome, note: said, on: '2025-06-02' })
  await expect(tomorrow).rejects.toMatchObject({ fault: { code: 'input.invalid' } })
})

test('a title of long ago brings no years that lie before it was entered', async () => {
  const { call, moveTo } = await recognised('2022-11-10', '2012-10-20')
  expect(dates(await call('duty.list', {}))).toEqual([['2022-12-31', 51]])
  moveTo('2026-03-01')
  expect((await call('duty.list', {})).open).toMatchObject([
    { due: '2025-12-31', earlier: 3, next: { due: '2026-12-31' } },
  ])
})

test('a result that is corrected leaves what was missed before in sight', async () => {
  const { call, moveTo, id } = await recognised('2022-11-10')
  moveTo('2023-06-01')
  await call('event.undo', { id })
  await call('reserve.close', { id, outcome: 'recognised', day: '2022-11-08' })
  expect(dates(await call('duty.list', {}))).toEqual([['2022-12-31', -152]])
})

test('a title that has expired demands nothing more; renewal is asked for before', async () => {
  const { call, moveTo } = withClock('2024-06-01')
  const { id } = await call('application.create', platform)
  const award = { code: 'js-sme-platform-three-star', issued: '2024-05-20', expires: '2027-05-19' }
  await call('reserve.close', { id, outcome: 'recognised', day: '2024-05-20', award })
  moveTo('2027-05-01')
  expect(dates(await call('duty.list', {}))).toEqual([['2027-05-19', 18]])
  moveTo('2027-05-20')
  expect((await call('duty.list', {})).open).toEqual([])
})

test('only a date of a duty that the title has can be settled', async () => {
  const { call, id, review } = await recognised('2022-11-10')
  const wrong = [
    { ...review, due: '2022-11-30' },
    { ...review, duty: '没有', due: '2022-12-31' },
  ]
  for (const date of wrong) {
    await expect(call('duty.settle', { ...date, outcome: 'done' })).rejects.toMatchObject({
      fault: { code: 'duty.unknown' },
    })
  }
  await call('duty.settle', { ...review, due: '2022-12-31', outcome: 'done' })
  expect((await call('vault.fsck', {})).damages).toEqual([])
  await call('event.undo', { id })
  expect(await call('duty.list', {})).toEqual({ open: [], settled: [] })
})
