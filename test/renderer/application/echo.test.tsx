// @vitest-environment jsdom
/** Cells of an official table that repeat an answer, number their rows, or say what to write. */
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openApplication, part } from './open-application.tsx'

const programme = (id: string) => ({ id, edition: '2020', track: null })

test('an answer that the cover asks for stands in the table too, and is not typed there', async () => {
  const answers = { applicant: '江苏示例软件有限公司' }
  await openApplication({
    programme: programme('js-iiot-service-backbone'),
    step: 'form',
    answers,
  })
  await part(/^一、/)
  const shown = await screen.findByRole('cell', { name: '江苏示例软件有限公司' })
  expect(shown.querySelector('input, textarea')).toBeNull()
  expect(screen.getByRole('cell', { name: '与“法定代表人”相同，此处不填' })).toBeTruthy()
})

test('a cell says what to write', async () => {
  await openApplication({ programme: programme('js-iiot-cloud-base'), step: 'form' })
  await part(/云基地/)
  expect(await screen.findByText(/^主要填写：工业互联网云基地的基本介绍/)).toBeTruthy()
})

test('rows of a table carry their numbers', async () => {
  const projects = [{ company: '甲公司' }, { company: '乙公司' }]
  await openApplication({
    programme: programme('js-cloud-demonstration'),
    step: 'form',
    answers: { projects },
  })
  await part(/汇总表/)
  expect(await screen.findByRole('cell', { name: '1' })).toBeTruthy()
  expect(screen.getByRole('cell', { name: '2' })).toBeTruthy()
})
