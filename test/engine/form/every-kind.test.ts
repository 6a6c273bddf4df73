/** Every kind of field with nothing, something and anything in it: what is printed and copied. */
import { describe, expect, test } from 'vitest'
import { answerText, printedAnswer, printedCell } from '../../../shared/programme/answer-text.ts'
import { type Answer, type AnswerRow, column, field } from '../../../shared/programme/form.ts'

const options = [
  { id: 'a', label: '甲类' },
  { id: 'b', label: '乙类', other: true },
]
const kinds = {
  text: { type: 'text' },
  narrative: { type: 'narrative' },
  number: { type: 'number', unit: '人' },
  money: { type: 'money', unit: '万元' },
  percent: { type: 'percent' },
  date: { type: 'date' },
  month: { type: 'month' },
  choice: { type: 'choice', options },
  choices: { type: 'choices', options },
  table: { type: 'table', columns: [{ id: 'c', type: 'text', label: '列' }] },
} as const
type Kind = keyof typeof kinds
const all = Object.keys(kinds) as Kind[]

const text = (kind: Kind, answer: unknown): string =>
  answerText(
    printedAnswer(field.parse({ id: 'f', label: '项', ...kinds[kind] }), { f: answer as Answer }),
  )
const cellText = (kind: Kind, answer: unknown): string =>
  answerText(
    printedCell(column.parse({ id: 'f', label: '项', ...kinds[kind] }), { f: answer as string }),
  )
const columns: readonly Kind[] = all.filter((kind) => kind !== 'narrative' && kind !== 'table')

describe.each(all)('%s', (kind) => {
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['an empty text', ''],
    ['blanks', ' \t\r\n\u3000'],
    ['signs that have no shape', '\u200b\u202e\ufeff'],
    ['an empty list', []],
    ['a number', 5],
    ['an object', { toString: () => '<b>', length: 3 }],
    ['a list of oddities', [null, undefined, 1, ['a'], { c: { image: 'x' } }]],
  ])('%s prints nothing', (_, answer) => {
    expect(text(kind, answer).trim()).toBe('')
    if (columns.includes(kind)) expect(cellText(kind, answer).trim()).toBe('')
  })

  test('a column prints what a field of the same kind prints', () => {
    if (!columns.includes(kind)) return
    for (const answer of ['1234567.80', '2023-02-28', '2023-02', 'a', ['b', 'a'], '说明\n二']) {
      expect(cellText(kind, answer)).toBe(text(kind, answer))
    }
  })

  test('markup and templates stay letters', () => {
    for (const odd of ['<script>', '{{code}}', '$&', '{"image":"x"}', '=1+1', '-']) {
      const answer = kind === 'table' ? [{ c: odd }] : odd
      expect(text(kind, answer)).toBe(odd)
    }
  })
})

describe('figures', () => {
  test.each<[Kind, string, string]>([
    ['number', '0', '0人'],
    ['number', '-0', '-0人'],
    ['number', '007', '007人'],
    ['number', '999', '999人'],
    ['number', '1000', '1,000人'],
    ['number', '-1000', '-1,000人'],
    ['number', ' 12 ', '12人'],
    ['number', '12345678901234567890.123456789', '12,345,678,901,234,567,890.123456789人'],
    ['number', '1e6', '1e6'],
    ['number', '1,000', '1,000'],
    ['number', '1.', '1.'],
    ['number', '约30', '约30'],
    ['number', '１２３', '１２３'],
    ['money', '100000000.00', '100,000,000.00万元'],
    ['money', '0.5', '0.5万元'],
    ['percent', '0.10', '0.10%'],
    ['percent', '-3', '-3%'],
    ['percent', '1234.5', '1,234.5%'],
  ])('%s %j is %s, digit for digit', (kind, answer, expected) => {
    expect(text(kind, answer)).toBe(expected)
    expect(expected.replace(/[,人万元%]/g, '')).toBe(answer.replace(/[ ,]/g, ''))
  })

  test('a unit that the label says is not said twice', () => {
    const printed = (label: string, unit: string, type = 'money') =>
      answerText(printedAnswer(field.parse({ id: 'f', type, label, unit }), { f: '12' }))
    expect(printed('产值（亿元）', '亿元')).toBe('12')
    expect(printed('产值', '亿元')).toBe('12亿元')
    expect(printed('占比（%）', '%', 'percent')).toBe('12')
    expect(printed('占比', '%', 'percent')).toBe('12%')
  })
})

describe('days and choices', () => {
  test.each<[Kind, string, string]>([
    ['date', '2024-02-29', '2024年2月29日'],
    ['date', '2023-12-01', '2023年12月1日'],
    ['date', '2023-1-1', '2023-1-1'],
    ['date', '2023/01/01', '2023/01/01'],
    ['date', '2023-01', '2023年1月'],
    ['month', '2023-10', '2023年10月'],
    ['month', '2023', '2023'],
    ['choice', 'a', '甲类'],
    ['choice', 'toString', 'toString'],
    ['choices', 'b', '乙类'],
  ])('%s %j is %s', (kind, answer, expected) => {
    expect(text(kind, answer)).toBe(expected)
  })

  test('choices stand in the order of the form, unknown ones last, each once', () => {
    expect(text('choices', ['b', 'a'])).toBe('甲类、乙类')
    expect(text('choices', ['a', 'a'])).toBe('甲类')
    expect(text('choices', ['old', 'b'])).toBe('乙类、old')
  })

  test('what stands beside 其他 is cleaned, joined to one line, and only there', () => {
    const asked = field.parse({ id: 'f', label: '项', ...kinds.choices })
    const beside = (chosen: string[], other: unknown) =>
      answerText(printedAnswer(asked, { f: chosen, 'f.other': other as string }))
    expect(beside(['b'], ' 一\n二\u202e ')).toBe('乙类：一 二')
    expect(beside(['a'], '一')).toBe('甲类')
    expect(beside(['b'], ['一'])).toBe('乙类')
  })
})

describe('tables in one cell', () => {
  const asked = field.parse({
    id: 'f',
    type: 'table',
    label: '表',
    columns: [
      { id: 'n', type: 'text', label: '名称' },
      { id: 'm', type: 'money', label: '金额', unit: '元' },
      { id: 'k', type: 'choices', label: '类别', options },
    ],
  })
  test('print a line for each row, without what is empty', () => {
    const rows: AnswerRow[] = [
      { n: '甲', m: '1000', k: ['b'], 'k.other': '丙' },
      { n: '', m: '', k: [] },
      { m: '5' },
      { n: '尾', gone: '旧列' },
    ]
    expect(answerText(printedAnswer(asked, { f: rows }))).toBe('甲，1,000元，乙类：丙\n\n5元\n尾')
  })
})
