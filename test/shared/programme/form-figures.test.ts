/** Figures that follow from others, papers that say something else, and rules of writing. */
import { describe, expect, test } from 'vitest'
import { isOrganisationCode } from '../../../shared/model/credit-code.ts'
import { checkForm } from '../../../shared/programme/check-form.ts'
import { conflictsOf } from '../../../shared/programme/claims.ts'
import { derivedAnswers } from '../../../shared/programme/derive.ts'
import type { Case } from '../../../shared/programme/evidence.ts'
import { filed, makeCase, makePack, paper, source } from '../../fixtures/programme.ts'

const text = (id: string, more: object = {}) => ({ id, type: 'text', label: id, ...more })
const packWith = (fields: readonly object[], more: object = {}) =>
  makePack({
    form: {
      title: '申报书',
      cover: [],
      fields,
      sections: [{ id: 's', title: '一、', blocks: [{ kind: 'materials' }] }],
      ...more,
    },
  })
const at = (change: Partial<Case>, code: string) =>
  checkForm(makeCase(change)).filter((finding) => finding.code === code)

const ratio = {
  kind: 'ratio',
  part: { indicator: 'liabilities', year: -1 },
  whole: { indicator: 'assets', year: -1 },
}
const debt = { id: 'debt', type: 'number', label: '负债率', unit: '%', derive: ratio }
const year = makePack().baseYear - 1
const figure = (code: string, value: string) => ({ code, year, value })

describe('derived figures', () => {
  const indicators = [figure('liabilities', '1234.5'), figure('assets', '9876')]

  test('a ratio is rounded half up, and shows what it was made of', () => {
    const pack = packWith([debt])
    expect(derivedAnswers(makeCase({ pack, indicators })).debt).toMatchObject({
      value: '12.5',
      working: 'derive.ratio',
      data: { partValue: '1234.5', wholeValue: '9876', partUnit: '万元' },
    })
    const half = [figure('liabilities', '1'), figure('assets', '800')]
    expect(derivedAnswers(makeCase({ pack, indicators: half })).debt?.value).toBe('0.13')
  })

  test('nothing is derived from a figure that is missing, or by nothing', () => {
    const pack = packWith([debt])
    expect(derivedAnswers(makeCase({ pack, indicators: indicators.slice(1) }))).toEqual({})
    const none = [figure('liabilities', '1'), figure('assets', '0')]
    expect(derivedAnswers(makeCase({ pack, indicators: none }))).toEqual({})
  })

  test.each([
    ['12.5', 0],
    ['12.50', 0],
    ['13', 0],
    ['12.499', 1],
    ['12.4', 1],
    ['12.500000', 0],
  ])('%s typed is judged to as many places as were typed', (answer, findings) => {
    const pack = packWith([debt])
    const exact = [figure('liabilities', '1234.5'), figure('assets', '9876')]
    expect(
      at({ pack, indicators: exact, answers: { debt: answer } }, 'field.derived'),
    ).toHaveLength(findings)
  })

  test('filled rows are counted, and the same amount is asked for twice in its own unit', () => {
    const pack = packWith([
      { id: 'count', type: 'number', label: '数量', derive: { kind: 'count', table: 'list' } },
      { id: 'list', type: 'table', label: '名单', columns: [text('name')] },
      { id: 'total', type: 'money', label: '总投资', unit: '万元' },
      {
        id: 'again',
        type: 'money',
        label: '计划总投资',
        unit: '亿元',
        derive: { kind: 'same', as: 'total' },
      },
    ])
    const list = [{ name: '甲' }, { name: '' }, { name: '乙' }]
    const answers = { list, total: '12000', again: '1.3' }
    const derived = derivedAnswers(makeCase({ pack, answers }))
    expect([derived.count?.value, derived.again?.value]).toEqual(['2', '1.2'])
    expect(at({ pack, answers }, 'field.derived').map(({ place }) => place.ref)).toEqual(['again'])
  })
})

describe('what linked papers say', () => {
  const pack = packWith([
    { ...text('unit'), bind: 'fact:name' },
    { id: 'revenue', type: 'money', label: '营业收入', unit: '万元', bind: 'indicator:revenue@-1' },
  ])
  const [{ id: slot = '' } = {}] = pack.slots
  const audit = (facts: Record<string, string>, confirmed = true) => ({
    [slot]: filed(paper({ kind: 'audit-report', name: '审计报告.pdf', confirmed, facts })),
  })
  const all = (change: Partial<Case>) =>
    checkForm(makeCase({ pack, ...change }))
      .filter(({ code }) => code === 'field.paper' || code.startsWith('paper.'))
      .map(({ code, severity, place, data }) => [code, severity, place.step, data.shown])

  test('a figure of the form is told at the field and at the paper, in the unit of the form', () => {
    const slots = audit({ year: `${year}`, revenue: '120000000' })
    expect(all({ slots, answers: { revenue: '11000' } })).toEqual([
      ['field.paper', 'warning', 'form', '12000'],
      ['paper.form', 'warning', 'materials', '12000'],
    ])
    expect(all({ slots, answers: { revenue: '12000.0' } })).toEqual([])
  })

  test('a figure that the form rounds is none', () => {
    const slots = audit({ year: `${year}`, revenue: '120004999.99' })
    expect(all({ slots, answers: { revenue: '12000.5' } })).toEqual([])
    expect(all({ slots, answers: { revenue: '12000.51' } })).toHaveLength(2)
  })

  test('the profile is the other end where the form does not ask, and of another year nothing is said', () => {
    const slots = audit({ year: `${year - 1}`, revenue: '90000000' })
    const earlier = [{ code: 'revenue', year: year - 1, value: '8000' }]
    expect(all({ slots, answers: { revenue: '1' }, indicators: earlier })).toEqual([
      ['paper.profile', 'warning', 'materials', '9000'],
    ])
    expect(all({ slots: audit({ revenue: '1' }), answers: { revenue: '2' } })).toEqual([])
  })

  test("names differ by their characters, not by brackets' width; a machine's reading only hints", () => {
    const slots = audit({ holder: '江苏示例（集团）有限公司' }, false)
    expect(all({ slots, answers: { unit: '江苏示例(集团) 有限公司' } })).toEqual([])
    const found = all({ slots, answers: { unit: '江苏示范有限公司' } })
    expect(found.map(([code, severity]) => [code, severity])).toEqual([
      ['field.paper', 'hint'],
      ['paper.form', 'hint'],
    ])
  })

  test('a disagreement names the figure of the profile that it is about', () => {
    const slots = audit({ year: `${year}`, revenue: '120000000' })
    const indicators = [figure('revenue', '11000')]
    expect(conflictsOf(makeCase({ pack, slots, indicators }))).toMatchObject([
      { key: `indicator:revenue@${year}`, field: null, value: '11000', shown: '12000' },
    ])
  })
})

test('papers that prove what is not filled in are told of, once a figure is they are not', () => {
  const [{ id: slot = '' } = {}] = makePack().slots
  const pack = packWith([text('figure', { proof: slot })])
  const slots = { [slot]: filed(paper()) }
  expect(at({ pack, slots }, 'slot.unclaimed').map(({ place }) => place)).toEqual([
    { step: 'materials', ref: slot },
  ])
  expect(at({ pack, slots, answers: { figure: '1' } }, 'slot.unclaimed')).toEqual([])
  expect(at({ pack }, 'slot.unclaimed')).toEqual([])
})

describe('rules of writing', () => {
  const rule = (kind: string, more: object = {}) => ({ kind, text: '照办。', source, ...more })
  const essay = (id: string) => ({ id, type: 'narrative', label: id, required: true })
  const words = (...texts: string[]) => {
    const fields = texts.map((_, n) => essay(`c${n}`))
    const pack = packWith(fields, { writing: [rule('abbreviation')] })
    const answers = Object.fromEntries(texts.map((each, n) => [`c${n}`, each]))
    return at({ pack, answers }, 'writing.abbreviation').map(({ place, data, severity }) => [
      place.ref,
      data.text,
      severity,
    ])
  }

  test('a foreign abbreviation is written out where it first occurs, and only there', () => {
    expect(words('部署MES系统，MES覆盖全厂。', '继续用MES。')).toEqual([['c0', 'MES', 'hint']])
    expect(words('制造执行系统（Manufacturing Execution System，MES）', '用MES。')).toEqual([])
    expect(words('使用ERP（企业资源计划），ERP已上线。')).toEqual([])
    expect(words('采用 NB-IoT 与 SaaS。')).toEqual([
      ['c0', 'NB-IoT', 'hint'],
      ['c0', 'SaaS', 'hint'],
    ])
  })

  test('codes, addresses, model numbers and names are no abbreviations', () => {
    expect(words('代码91320400MA1XABCD2E，www.EXAMPLE.com，A4纸，Internet，GB/T 23001')).toEqual([])
  })

  test('codes are checked by their check character, old and new ones', () => {
    expect(isOrganisationCode('12345678-8')).toBe(true)
    expect(isOrganisationCode('12345678-5')).toBe(false)
    const pack = packWith([text('code')], { writing: [rule('identifier', { fields: ['code'] })] })
    const found = (code: string) => at({ pack, answers: { code } }, 'writing.identifier').length
    expect([found(''), found('12345678-8'), found('913204000000000000')]).toEqual([0, 0, 1])
  })

  test('blank optional items are counted in one hint', () => {
    const pack = packWith([text('a'), text('b'), text('c')], { writing: [rule('blank')] })
    const [found, ...more] = at({ pack, answers: { a: '1' } }, 'writing.blank')
    expect(more).toEqual([])
    expect(found).toMatchObject({ place: { ref: 'b' }, data: { count: 2 }, severity: 'hint' })
    expect(at({ pack, answers: { a: '1', b: '1', c: '无' } }, 'writing.blank')).toEqual([])
  })
})

test('of a table with many wrong cells the first are listed, the others counted', () => {
  const columns = [text('name', { required: true }), { id: 'n', type: 'number', label: 'n' }]
  const pack = packWith([{ id: 't', type: 'table', label: '表', columns }])
  const rows = Array.from({ length: 2000 }, () => ({ name: '', n: '约1' }))
  const found = checkForm(makeCase({ pack, answers: { t: rows } }))
  expect(found.filter(({ place }) => place.row !== undefined)).toHaveLength(50)
  expect(found.filter(({ code }) => code === 'table.more')[0]?.data.count).toBe(3950)
})
