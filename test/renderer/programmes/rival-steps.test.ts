import { expect, test } from 'vitest'
import { rivalSteps } from '../../../renderer/pages/programmes/rival-steps.ts'
import type { OtherApplication } from '../../../shared/programme/evidence.ts'
import type { Rule } from '../../../shared/programme/rule.ts'
import { judge } from '../../fixtures/programme.ts'

const rule: Rule = { kind: 'exclusive', programmes: ['rival'], max: 1, note: '只能申请其一。' }
const other = (state: OtherApplication['state']): OtherApplication => ({
  id: 'a',
  title: '另一项目',
  programme: 'rival',
  edition: '2023',
  track: null,
  trackTitle: null,
  year: 2023,
  state,
})

test('it is named with its track, which tells two applications of one programme apart', () => {
  const four = { ...other('draft'), track: 'four', trackTitle: '四星级' }
  const steps = rivalSteps([judge({ kind: 'all', of: [rule] }, { others: [four, other('draft')] })])
  expect(steps[0]?.data.titles).toBe('《另一项目》（四星级）、《另一项目》')
})

test('another application of the group is told of before 开始申报, a draft as well as one handed in', () => {
  const told = (others: readonly OtherApplication[]) =>
    rivalSteps([judge({ kind: 'all', of: [rule] }, { others })]).map(({ text }) => text)
  expect(told([])).toEqual([])
  expect(told([other('draft')])).toEqual(['exclusive.open'])
  expect(told([other('exported')])).toEqual(['exclusive.unmet'])
})
