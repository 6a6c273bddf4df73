/** What of last year's application holds this year, and what is named because it does not. */
import { describe, expect, it } from 'vitest'
import type { Case } from '../../../shared/programme/evidence.ts'
import { pack as packSchema } from '../../../shared/programme/pack.ts'
import { shiftPack } from '../../../shared/programme/shift-year.ts'
import { takeOver } from '../../../shared/programme/take-over.ts'
import { filed, makeCase, makePack, paper, plainPack, source } from '../../fixtures/programme.ts'

const money = (id: string, label: string) => ({ id, type: 'money', label, unit: '万元' })
const columns = (...labels: string[]) =>
  labels.map((label, at) => ({ id: `y${at + 1}`, type: 'money', label, unit: '万元' }))
const pack = makePack({
  form: {
    ...plainPack.form,
    cover: [...plainPack.form.cover, { field: 'signed', label: '填报日期' }],
    fields: [
      ...plainPack.form.fields,
      money('earlier', '2021年研发费用'),
      money('later', '2022年研发费用'),
      money('last', '上年度出口额'),
      { id: 'years', type: 'table', label: '分年投入', columns: columns('2021年', '2022年') },
    ],
  },
  slots: [
    ...plainPack.slots,
    { ...plainPack.slots[0], id: 'yearly', title: '审计报告', years: [2021, 2022] },
    { ...plainPack.slots[0], id: 'stamped', title: '盖章申报书', form: true },
  ],
})
const next = packSchema.parse(shiftPack(pack, 1))

const old = (change: Partial<Case>) => makeCase({ pack, ...change })
const fresh = (change: Partial<Case> = {}) =>
  makeCase({ pack: next, today: '2023-11-01', ...change })
const told = (all: ReturnType<typeof takeOver>) =>
  all.left.map(({ reason, label, was }) => [reason, label, was].join('|'))

describe('a pack moved on by a year', () => {
  it('moves the years of form, slots and rules, and turns days of windows into months', () => {
    expect(next).toMatchObject({ edition: '2024', baseYear: 2024 })
    expect(next.form?.fields.find(({ id }) => id === 'later')?.label).toBe('2023年研发费用')
    expect(next.slots.find(({ id }) => id === 'yearly')?.years).toEqual([2022, 2023])
    expect(next.slots.find(({ id }) => id === 'certificate')?.validity?.day).toBe('2024-03-31')
    expect(next.conditions[0]?.rule).toMatchObject({ on: '2024-02-28' })
    expect(next.windows[0]).toMatchObject({ months: [2] })
    expect(next.windows[0]).not.toHaveProperty('closes')
  })

  it('leaves what is the notice’s own, and says what it is', () => {
    expect(next.documents).toEqual(pack.documents)
    expect(next.conditions[0]?.source).toEqual(pack.conditions[0]?.source)
    expect(next.dataNotes[0]?.text).toContain('2023')
  })
})

describe('answers', () => {
  it('go with the year that they are of, not with their place in the form', () => {
    const taken = takeOver(old({ answers: { earlier: '10', later: '20' } }), fresh())
    expect(taken.answers).toEqual({ earlier: '20' })
    expect(told(taken)).toEqual(['year|2021年研发费用|10万元'])
  })

  it('in columns of years move by one column, and the last is empty', () => {
    const taken = takeOver(old({ answers: { years: [{ y1: '1', y2: '2' }] } }), fresh())
    expect(taken.answers).toEqual({ years: [{ y1: '2' }] })
    expect(told(taken)).toEqual(['year|分年投入 › 2021年|1'])
  })

  it('that the profile knows are carried for the new year', () => {
    const taken = takeOver(
      old({ answers: { name: '旧名', output: '1' } }),
      fresh({
        facts: { name: '新名' },
        indicators: [{ code: 'main-revenue', year: 2023, value: '50000' }],
      }),
    )
    expect(taken.answers).toEqual({ name: '新名', output: '5' })
  })

  it('that the clerk had put otherwise than the profile stay, unless they are figures', () => {
    const then = {
      facts: { name: '甲公司' },
      indicators: [{ code: 'main-revenue', year: 2022, value: '40000' }],
    }
    const now = fresh({
      facts: { name: '甲公司（更名）' },
      indicators: [{ code: 'main-revenue', year: 2023, value: '50000' }],
    })
    const park = takeOver(old({ answers: { name: '甲产业园', output: '9' } }), now, then)
    expect(park.answers).toEqual({ name: '甲产业园', output: '5' })
    const firm = takeOver(old({ answers: { name: '甲公司' } }), now, then)
    expect(firm.answers).toMatchObject({ name: '甲公司（更名）' })
  })

  it('of relative years and days of signing are asked for again', () => {
    const answers = { last: '7', signed: '2023-02-01', story: '概述' }
    const taken = takeOver(old({ answers }), fresh())
    expect(taken.answers).toEqual({ story: '概述' })
    expect(told(taken)).toEqual(['signed|签署日期|2023年2月1日', 'year|上年度出口额|7万元'])
  })

  it('of a copy in the same year stay as they are', () => {
    const answers = { last: '7', earlier: '10', years: [{ y1: '1', y2: '2' }] }
    const taken = takeOver(old({ answers }), makeCase({ pack }))
    expect(taken.answers).toEqual(answers)
    expect(taken.left).toEqual([])
  })

  it('without a field in the new form are named', () => {
    const other = makePack({
      form: {
        ...plainPack.form,
        fields: plainPack.form.fields.filter(({ id }) => id !== 'share'),
        sections: [
          { id: 's', title: '一', blocks: [{ kind: 'chapter', field: 'story', title: '概述' }] },
        ],
      },
    })
    const taken = takeOver(old({ answers: { share: '80' } }), makeCase({ pack: other }))
    expect(told(taken)).toEqual(['noPlace|覆盖率|80%'])
  })
})

describe('papers', () => {
  it('come along while they are valid on the new day and of the right year', () => {
    const good = paper({ kind: 'certificate', validTo: '2025-01-01' })
    const gone = paper({ kind: 'certificate', validTo: '2024-03-31', name: '旧证.pdf' })
    const of2022 = paper({ kind: 'special-audit', facts: { year: '2022' } })
    const of2021 = paper({ kind: 'special-audit', facts: { year: '2021' }, name: '21审计.pdf' })
    const invoice = paper({ kind: 'invoice', name: '票.pdf' })
    const scan = paper({ kind: 'special-audit', name: '盖章.pdf' })
    const taken = takeOver(
      old({
        slots: {
          certificate: filed(good, gone),
          yearly: filed(of2021, of2022),
          invoices: filed(invoice),
          stamped: filed(scan),
        },
      }),
      fresh(),
    )
    expect(taken.links).toEqual({ certificate: [good.sha256], yearly: [of2022.sha256] })
    expect(told(taken)).toEqual([
      'invoice|发票|票.pdf',
      'expired|贯标证书|旧证.pdf',
      'wrongYear|审计报告|21审计.pdf',
      'stamped|盖章申报书|盖章.pdf',
    ])
  })

  it('a person’s judgement is asked for again; reasons for 不适用 stay', () => {
    const said = { condition: 'age', outcome: 'met', name: '林', note: '核', on: '2023-02-01' }
    const taken = takeOver(
      old({
        attestations: { age: said as never },
        slots: { audit: { materials: [], waived: '无' } },
      }),
      fresh(),
    )
    expect(taken.waivers).toEqual({ audit: '无' })
    expect(taken.left.map(({ reason }) => reason)).toEqual(['attestation'])
  })

  it('texts of statements stay; one that the new notice does not ask for is named', () => {
    const asked = (...ids: string[]) =>
      makePack({
        statements: [
          {
            id: 'related',
            title: '关联交易说明',
            slot: 'audit',
            texts: ids.map((id) => ({ id, label: `文字${id}` })),
            paragraphs: ids.map((id) => `{{${id}}}`),
            places: ['盖章：'],
            source,
          },
        ],
      })
    const texts = { related: { a: '股权结构', b: '询价', c: '' }, gone: { a: '无' } }
    const taken = takeOver(
      makeCase({ pack: asked('a', 'b', 'c'), texts }),
      makeCase({ pack: asked('a', 'c') }),
    )
    expect(taken.texts).toEqual({ related: { a: '股权结构' } })
    expect(told(taken)).toEqual(['noPlace|关联交易说明 › 文字b|询价'])
  })
})
