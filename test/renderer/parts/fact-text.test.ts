import { expect, test } from 'vitest'
import { dayOf, factText } from '../../../renderer/parts/fact-text.ts'
import { regionPath } from '../../../renderer/parts/region-path.ts'
import { validityOf } from '../../../renderer/parts/validity.ts'

test.each([
  '2023-03-01',
  '2023/3/1',
  '2023.3.1',
  '2023年3月1日',
  '20230301',
  '２０２３年３月１日',
  ' 2023 - 03 - 01 ',
])('%s is the first of March', (typed) => {
  expect(dayOf(typed)).toBe('2023-03-01')
})

test.each(['2023-02-29', '2023-13-01', '2023-3', '三月一日', '01/03/2023'])(
  '%s is no day',
  (typed) => {
    expect(dayOf(typed)).toBeNull()
  },
)

test('an amount keeps every digit, loses its ornaments and takes the unit that it is kept in', () => {
  const kept = (typed: string, unit: string) => factText('money', typed, unit).kept
  expect(kept('￥1,234,567.890', '元')).toBe('1234567.890')
  expect(kept('1,234,567.890元', '元')).toBe('1234567.890')
  expect(kept('1.5万元', '元')).toBe('15000')
  expect(kept('500元', '万元')).toBe('0.05')
  expect(kept('约100', '元')).toBeNull()
})

test('an empty text clears, a wrong one is not kept, a doubtful code is', () => {
  expect(factText('date', ' ')).toEqual({ kept: '', wrong: null })
  expect(factText('date', '明天')).toEqual({ kept: null, wrong: 'date' })
  expect(factText('money', '很多')).toEqual({ kept: null, wrong: 'number' })
  expect(factText('creditCode', '91320400 example11r')).toEqual({
    kept: '91320400EXAMPLE11R',
    wrong: null,
  })
  expect(factText('creditCode', '913204000000000000')).toEqual({
    kept: '913204000000000000',
    wrong: 'creditCode',
  })
})

test('a place is told from the province down', () => {
  expect(regionPath('320583')).toBe('江苏省 / 苏州市 / 昆山市')
  expect(regionPath('320000')).toBe('江苏省')
  expect(regionPath('110000')).toBe('110000')
})

test('a paper is valid on its last day and expiring from ninety days before', () => {
  expect(validityOf({ validTo: null }, '2023-03-31')).toBe('none')
  expect(validityOf({ validTo: '2023-03-31' }, '2023-03-31')).toBe('soon')
  expect(validityOf({ validTo: '2023-03-30' }, '2023-03-31')).toBe('expired')
  expect(validityOf({ validTo: '2023-06-30' }, '2023-03-31')).toBe('valid')
  expect(validityOf({ validTo: '2023-06-29' }, '2023-03-31')).toBe('soon')
})
