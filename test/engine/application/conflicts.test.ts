/** A linked paper that says something else is told at all its ends, and no more once it agrees. */
import { expect, test } from 'vitest'
import { engineWithVault, file, tempFolder } from '../../support/house.ts'

test('an audit report against the form and against the profile, found from each side', async () => {
  const { call, handle } = engineWithVault()
  const figure = (value: string) => ({ code: 'assets', year: 2019, value })
  await call('enterprise.fill', { base: 0, facts: {}, indicators: [figure('8000')] })
  const order = { id: 'js-iiot-service-backbone', edition: '2020' }
  const begun = await call('application.create', order)
  expect(begun.answers['assets-2019']).toBe('8000')
  const path = file(tempFolder(), '2019年度审计报告.pdf', '%PDF-1.4 2019')
  const attached = await call('application.attach', {
    id: begun.id,
    slot: 'figures-proof',
    files: [handle(path)],
  })
  const [paper] = attached.slots.find(({ id }) => id === 'figures-proof')?.materials ?? []
  const sha256 = paper?.sha256 ?? ''
  const facts = { year: '2019', assets: '81234567.89' }
  await call('material.describe', { sha256, kind: 'audit-report', facts })

  const codesOf = async () =>
    (await call('application.open', { id: begun.id })).findings
      .filter(({ code }) => code === 'field.paper' || code.startsWith('paper.'))
      .map(({ code, place }) => [code, place.step, place.ref])
  expect(await codesOf()).toEqual([
    ['field.paper', 'form', 'assets-2019'],
    ['paper.form', 'materials', 'figures-proof'],
    ['paper.profile', 'materials', 'figures-proof'],
  ])
  const conflict = { key: 'indicator:assets@2019', sha256, shown: '8123.456789', value: '8000' }
  expect(await call('application.conflicts', {})).toMatchObject([
    { ...conflict, application: begun.id, field: { id: 'assets-2019' } },
    { ...conflict, application: begun.id, field: null },
  ])

  // Rounded as people round it, both ends agree with the paper.
  const { revision } = await call('enterprise.open', {})
  await call('enterprise.fill', { base: revision, facts: {}, indicators: [figure('8123.46')] })
  const now = await call('application.open', { id: begun.id })
  const answers = { 'assets-2019': '8123.5' }
  await call('application.fill', { id: begun.id, base: now.revision, answers })
  expect(await codesOf()).toEqual([])
  expect(await call('application.conflicts', {})).toEqual([])
})
