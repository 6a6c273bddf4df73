/** Status path, returns and comparisons, through the gate of a real vault. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { engineWithVault, type TestEngine, tempFolder } from '../../support/house.ts'

const base = { id: 'js-internet-plus-base', edition: '2022' }
const onDay = (day: string) => () => new Date(`${day}T02:00:00Z`)

async function exported({ call, handle }: TestEngine, id: string) {
  const to = join(tempFolder(), 'out')
  mkdirSync(to)
  return call('application.export', { id, to: handle(to), reason: '演练' })
}

test('the path follows the pack, in order, with its days, and the last step can be undone', async () => {
  const engine = engineWithVault(onDay('2022-10-20'))
  const { call } = engine
  const { id } = await call('application.create', base)
  await exported(engine, id)
  const record = (state: 'county' | 'city' | 'province' | 'nation', day: string) =>
    call('event.record', { id, state, day, note: '电话告知' })
  await expect(record('nation', '2022-10-20')).rejects.toMatchObject({
    fault: { code: 'event.order' },
  })
  await expect(record('city', '2022-10-21')).rejects.toMatchObject({ fault: { code: 'event.day' } })
  await expect(record('city', '2022-10-19')).rejects.toMatchObject({ fault: { code: 'event.day' } })
  const city = await record('city', '2022-10-20')
  expect(city).toMatchObject({ state: 'city' })
  expect(city.events.map(({ state, day, source }) => [state, day, source])).toEqual([
    ['exported', '2022-10-20', 'export'],
    ['city', '2022-10-20', 'hand'],
  ])
  const undone = await call('event.undo', { id })
  expect(undone.state).toBe('exported')
  await expect(call('event.undo', { id })).rejects.toMatchObject({
    fault: { code: 'event.exported' },
  })
})

test('a return blocks the export until each of its reasons is answered', async () => {
  const engine = engineWithVault(onDay('2022-10-20'))
  const { call } = engine
  const { id } = await call('application.create', base)
  await call('application.fill', { id, base: 1, answers: { applicant: '示例园区' } })
  await exported(engine, id)
  const place = { step: 'form' as const, ref: 'applicant' }
  const whole = { step: 'export' as const, ref: 'application' }
  const returned = await call('application.return', {
    id,
    day: '2022-10-20',
    note: '市局退回',
    reasons: [
      { place, kind: 'incorrect', text: '名称与公章不一致' },
      { place: whole, kind: 'incomplete', text: '缺专家论证意见' },
    ],
  })
  expect(returned.state).toBe('returned')
  const open = returned.findings.filter(({ code }) => code === 'return.open')
  expect(open.map(({ place: at, severity }) => [at.ref, severity])).toEqual([
    ['applicant', 'blocking'],
    ['application', 'blocking'],
  ])
  expect(returned.todos.map(({ changed }) => changed)).toEqual([false, false])

  const revised = await call('application.fill', {
    id,
    base: returned.revision,
    answers: { applicant: '示例产业园' },
  })
  expect(revised.todos.map(({ changed }) => changed)).toEqual([true, true])
  const [first, second] = revised.todos
  const answered = await call('todo.answer', { id, todo: first?.id ?? '', answer: '已按公章改正' })
  expect(answered.todos[0]).toMatchObject({ answer: '已按公章改正', answeredOn: '2022-10-20' })
  const withdrawn = await call('todo.withdraw', { id, todo: second?.id ?? '', withdrawn: true })
  expect(withdrawn.todos[1]).toMatchObject({ text: '缺专家论证意见', withdrawnOn: '2022-10-20' })
  expect(withdrawn.findings.some(({ code }) => code === 'return.open')).toBe(false)
  const reopened = await call('todo.answer', { id, todo: first?.id ?? '', answer: '' })
  expect(reopened.findings.some(({ code }) => code === 'return.open')).toBe(true)
  expect(reopened.todos[0]).toMatchObject({ answer: '已按公章改正', answeredOn: null })
})

test('a reason for a place that the programme lacks is refused, and nothing is recorded', async () => {
  const { call } = engineWithVault(onDay('2022-10-20'))
  const { id } = await call('application.create', base)
  const reasons = [
    { place: { step: 'form' as const, ref: '没有' }, kind: 'incorrect' as const, text: '错' },
  ]
  await expect(
    call('application.return', { id, day: '2022-10-20', reasons }),
  ).rejects.toMatchObject({ fault: { code: 'todo.place' } })
  const view = await call('application.open', { id })
  expect(view).toMatchObject({ state: 'draft', events: [], todos: [], snapshots: [] })
})

test('undoing a return withdraws its reasons and keeps their text', async () => {
  const { call } = engineWithVault(onDay('2022-10-20'))
  const { id } = await call('application.create', base)
  const place = { step: 'form' as const, ref: 'applicant' }
  const reasons = [{ place, kind: 'outdated' as const, text: '数据应为上年' }]
  const returned = await call('application.return', { id, day: '2022-10-20', reasons })
  // Nothing was exported: what the reasons are held against is the application at that moment.
  expect(returned.snapshots.map(({ purpose }) => purpose)).toEqual(['return'])
  const undone = await call('event.undo', { id })
  expect(undone).toMatchObject({ state: 'draft', events: [] })
  expect(undone.todos).toMatchObject([{ text: '数据应为上年', withdrawnOn: '2022-10-20' }])
})

test('an export keeps what left, and says what has changed since', async () => {
  const engine = engineWithVault(onDay('2022-10-20'))
  const { call } = engine
  const { id } = await call('application.create', base)
  await call('application.fill', { id, base: 1, answers: { applicant: '甲园区' } })
  const receipt = await exported(engine, id)
  const sent = await call('application.open', { id })
  expect(sent.unsent).toBe(0)
  expect(sent.snapshots).toMatchObject([{ seq: receipt.seq, purpose: 'export' }])
  const changed = await call('application.fill', {
    id,
    base: sent.revision,
    answers: { applicant: '乙园区' },
  })
  expect(changed.unsent).toBe(1)
  const [snapshot] = changed.snapshots
  const { differences, before, after } = await call('snapshot.compare', {
    before: { snapshot: snapshot?.id ?? '' },
    after: { application: id },
  })
  expect(differences).toMatchObject([{ what: 'answer', before: '甲园区', after: '乙园区' }])
  expect(before.snapshot?.id).toBe(snapshot?.id)
  expect(after).toMatchObject({ application: id, snapshot: null, revision: changed.revision })
})

test('applications of different programmes are not compared item by item', async () => {
  const { call } = engineWithVault()
  const one = await call('application.create', base)
  const other = await call('application.create', {
    id: 'js-iiot-benchmark-factory',
    edition: '2023',
  })
  await expect(
    call('snapshot.compare', { before: { application: one.id }, after: { application: other.id } }),
  ).rejects.toMatchObject({ fault: { code: 'compare.programmes' } })
})
