import { describe, expect, it } from 'vitest'
import { answerText, printedAnswer } from '../../../shared/programme/answer-text.ts'
import { type Answers, field } from '../../../shared/programme/form.ts'

const options = [
  { id: 'a', label: '国家级' },
  { id: 'b', label: '其他', other: true },
]

const printed = (definition: object, answers: Answers) =>
  printedAnswer(field.parse({ id: 'f', label: '指标', ...definition }), answers)
const text = (definition: object, answer: Answers[string]) =>
  answerText(printed(definition, { f: answer }))

describe('the printed text of each kind of field', () => {
  it.each([
    [{ type: 'text' }, ' 甲\r\n乙\n\n', '甲\n乙'],
    [{ type: 'narrative' }, '甲\n\n乙', '甲\n\n乙'],
    [{ type: 'number', unit: '家' }, '1234567', '1,234,567家'],
    [{ type: 'number' }, '-1234.5678', '-1,234.5678'],
    [{ type: 'money', unit: '万元' }, '12500.00', '12,500.00万元'],
    [{ type: 'money', unit: '万元', label: '收入（万元）' }, '999', '999'],
    [{ type: 'percent' }, '98.5', '98.5%'],
    [{ type: 'number', unit: '家' }, '约三百家', '约三百家'],
    [{ type: 'date' }, '2023-03-31', '2023年3月31日'],
    [{ type: 'date' }, '2023年春', '2023年春'],
    [{ type: 'month' }, '2023-11', '2023年11月'],
    [{ type: 'choice', options }, 'a', '国家级'],
    [{ type: 'choices', options }, ['a', 'gone'], '国家级、gone'],
    [{ type: 'choice' }, 'free', 'free'],
  ])('%o of %o is %s', (definition, answer, expected) => {
    expect(text(definition, answer)).toBe(expected)
  })

  it('ticks the chosen options and keeps the text beside 其他', () => {
    const answers = { f: ['b'], 'f.other': '开发区' }
    expect(printed({ type: 'choices', options }, answers)).toEqual({
      kind: 'ticks',
      ticks: [
        { label: '国家级', ticked: false },
        { label: '其他', ticked: true, other: '开发区' },
      ],
    })
    expect(answerText(printed({ type: 'choices', options }, answers))).toBe('其他：开发区')
  })

  it('leaves nothing behind of an option that was given up', () => {
    const ticks = printed({ type: 'choice', options }, { f: 'a', 'f.other': '旧文' })
    expect(JSON.stringify(ticks)).not.toContain('旧文')
  })

  it('prints a table in one cell as a line for each row', () => {
    const columns = [
      { id: 'n', type: 'text', label: '名称' },
      { id: 'm', type: 'month', label: '时间' },
    ]
    const rows = [
      { n: '甲', m: '2020-01' },
      { n: '乙', m: '' },
    ]
    expect(text({ type: 'table', columns }, rows)).toBe('甲，2020年1月\n乙')
  })

  it('prints nothing for what is missing or of the wrong kind', () => {
    expect(answerText(printed({ type: 'text' }, {}))).toBe('')
    expect(text({ type: 'text' }, ['a'])).toBe('')
    expect(text({ type: 'number', unit: '家' }, '')).toBe('')
  })
})
