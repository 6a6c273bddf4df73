import { expect, test } from 'vitest'
import { withoutUnit } from '../../../shared/programme/label.ts'

test.each([
  ['区域工业产值(亿元)', '亿元', '区域工业产值'],
  ['2019年税金（万元）', '万元', '2019年税金'],
  ['相关企业名称（达到50亿元）', '亿元', '相关企业名称（达到50亿元）'],
  ['主营业务收入（2022年）', '万元', '主营业务收入（2022年）'],
  ['（万元）', '万元', '（万元）'],
  ['产值()', '', '产值()'],
])('%s said with %s is %s', (label, unit, bare) => {
  expect(withoutUnit(label, unit)).toBe(bare)
})
