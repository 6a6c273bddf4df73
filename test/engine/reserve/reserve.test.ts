/** Reserve, results and the next year, through the gate of a real vault. */
import { expect, test } from 'vitest'
import { engineWithVault, file, tempFolder } from '../../support/house.ts'

const base = { id: 'js-internet-plus-base', edition: '2022' }

function withClock(day: string) {
  let now = new Date(`${day}T02:00:00Z`)
  const engine = engineWithVault(() => now)
  return { ...engine, moveTo: (later: string) => (now = new Date(`${later}T02:00:00Z`)) }
}

test('an application is put into reserve as it stands and can be taken out again', async () => {
  const { call } = withClock('2022-10-20')
  const { id } = await call('application.create', base)
  const view = await call('reserve.put', { id, note: '本批次未赶上' })
  expect(view).toMatchObject({ state: 'reserved', snapshots: [{ purpose: 'reserve' }] })
  expect(view.events).toMatchObject([{ state: 'reserved', note: '本批次未赶上' }])
  await expect(call('reserve.put', { id })).rejects.toMatchObject({
    fault: { code: 'event.order' },
  })
  expect((await call('event.undo', { id })).state).toBe('draft')
})

test('the next year is begun from it, with no notice yet, and moves to its notice later', async () => {
  const { call, handle, moveTo } = withClock('2022-10-20')
  await call('enterprise.fill', {
    base: 0,
    facts: { name: '示例产业园' },
    indicators: [
      { code: 'area-output', year: 2021, value: '800' },
      { code: 'area-output', year: 2022, value: '900' },
    ],
  })
  const { id, pack } = await call('application.create', base)
  const slot = pack.slots.find(({ form, accepts }) => !form && accepts.length > 0)
  await call('application.attach', {
    id,
    slot: slot?.id ?? '',
    files: [handle(file(tempFolder(), '规划.pdf', '%PDF-1.4 plan'))],
  })
  await call('reserve.put', { id })
  moveTo('2023-09-01')
  const choices = await call('reserve.choices', { id })
  expect(choices.map(({ edition, shifted }) => [edition, shifted])).toEqual([
    ['2023', true],
    ['2022', false],
  ])
  const next = await call('reserve.takeUp', { id, edition: '2023' })
  expect(next).toMatchObject({ edition: '2023', year: 2023, state: 'draft' })
  expect(next.origin).toMatchObject({ source: id, edition: '2022', shifted: true })
  expect(next.answers).toMatchObject({ applicant: '示例产业园', 'area-output': '900' })
  expect(next.slots.find((each) => each.id === slot?.id)?.materials).toHaveLength(1)
  // The old one stands as it was, and the new one can move to a pack with a notice behind it.
  expect((await call('application.open', { id })).answers['area-output']).toBe('800')
  expect(await call('application.moves', { id: next.id })).toMatchObject([{ edition: '2022' }])
  const { differences } = await call('snapshot.compare', {
    before: { application: id },
    after: { application: next.id },
  })
  expect(differences.map(({ what }) => what)).toContain('pack')
})

test('a copy in the same edition keeps answers and links', async () => {
  const { call } = withClock('2022-10-01')
  const { id } = await call('application.create', base)
  await call('application.fill', { id, base: 1, answers: { applicant: '甲园区' } })
  const copy = await call('reserve.takeUp', { id, edition: '2022' })
  expect(copy.answers).toMatchObject({ applicant: '甲园区' })
  expect(copy.origin).toMatchObject({ source: id, shifted: false, left: [] })
  await expect(call('reserve.takeUp', { id, edition: '1999' })).rejects.toMatchObject({
    fault: { code: 'programme.unknown' },
  })
})

test('a name that was put otherwise than the profile had it is kept; a renamed firm is renamed', async () => {
  const { call } = withClock('2022-10-01')
  await call('enterprise.fill', { base: 0, facts: { name: '甲公司' }, indicators: [] })
  const firm = await call('application.create', base)
  const park = await call('application.create', base)
  await call('application.fill', { id: park.id, base: 1, answers: { applicant: '甲园区' } })
  for (const { id } of [firm, park]) await call('reserve.put', { id })
  const { revision } = await call('enterprise.open', {})
  await call('enterprise.fill', { base: revision, facts: { name: '甲集团' }, indicators: [] })
  const next = await Promise.all(
    [firm, park].map(({ id }) => call('reserve.takeUp', { id, edition: '2023' })),
  )
  expect(next.map(({ answers }) => answers.applicant)).toEqual(['甲集团', '甲园区'])
})

test('a title won stands in the profile and opens the next rung; undone, it is gone', async () => {
  const { call } = withClock('2024-06-01')
  const programmes = await call('programme.list', {})
  const rung = programmes.programmes.find(({ id }) => id === 'js-specialised-sme')
  const { id, pack } = await call('application.create', {
    id: 'js-specialised-sme',
    edition: rung?.edition ?? '',
  })
  const [code = ''] = pack.awards
  const award = { code, number: 'JS-2024-0001', issued: '2024-05-20', expires: '2027-05-19' }
  const view = await call('reserve.close', { id, outcome: 'recognised', day: '2024-05-20', award })
  expect(view.state).toBe('recognised')
  expect(await call('honour.list', {})).toMatchObject([{ code, application: id }])
  const held = (await call('programme.list', {})).ladders
    .flatMap(({ rungs }) => rungs)
    .find((each) => each.code === code)
  expect(held).toMatchObject({ held: true, since: '2024-05-20' })
  await call('event.undo', { id })
  expect(await call('honour.list', {})).toEqual([])
  await expect(
    call('reserve.close', {
      id,
      outcome: 'recognised',
      day: '2024-05-20',
      award: { code: '没有', issued: '2024-05-20' },
    }),
  ).rejects.toMatchObject({ fault: { code: 'honour.unknown' } })
  const backwards = { ...award, expires: '2024-05-19' }
  await expect(
    call('reserve.close', { id, outcome: 'recognised', day: '2024-05-20', award: backwards }),
  ).rejects.toMatchObject({ fault: { code: 'honour.dates' } })
  await expect(call('honour.add', backwards)).rejects.toMatchObject({
    fault: { code: 'honour.dates' },
  })
  expect((await call('application.open', { id })).state).toBe('draft')
})
