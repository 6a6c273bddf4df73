import { describe, expect, it } from 'vitest'
import type { Difference, SnapshotBody } from '../../../shared/model/snapshot.ts'
import { compareStates, isPrinted } from '../../../shared/programme/compare.ts'
import type { AnswerRow } from '../../../shared/programme/form.ts'
import type { Pack } from '../../../shared/programme/pack.ts'
import { makePack, plainPack } from '../../fixtures/programme.ts'

const pack = makePack()
const state = (change: Partial<SnapshotBody> = {}): SnapshotBody => ({
  format: 1,
  programme: pack.id,
  edition: pack.edition,
  track: null,
  packHash: 'a'.repeat(64),
  answers: {},
  slots: {},
  waivers: {},
  attestations: {},
  readings: {},
  ticks: [],
  facts: {},
  indicators: [],
  ...change,
})
const compared = (
  before: Partial<SnapshotBody>,
  after: Partial<SnapshotBody>,
  packs: readonly [Pack, Pack] = [pack, pack],
): readonly Difference[] =>
  compareStates({ pack: packs[0], body: state(before) }, { pack: packs[1], body: state(after) })

const lines = (all: readonly Difference[]) =>
  all.map(({ what, kind, label, before, after }) => [what, kind, label, before, after].join('|'))

const firms = (...names: string[]): { firms: AnswerRow[] } => ({
  firms: names.map((name) => ({ name, star: 'three' })),
})

describe('answers, as the form prints them', () => {
  it('says nothing of equal states', () => {
    const body = { answers: { name: '甲', ...firms('a') }, facts: { name: '甲' } }
    expect(compared(body, body)).toEqual([])
  })

  it('puts figures, dates and options in words and names the section', () => {
    const found = compared(
      { answers: { output: '1234.5', level: ['national'], signed: '2023-02-01' } },
      { answers: { output: '1300', level: ['other'], 'level.other': '省级', story: '新写的' } },
    )
    expect(lines(found)).toEqual([
      'answer|changed|产值|1,234.5亿元|1,300亿元',
      'answer|removed|签署日期|2023年2月1日|',
      'answer|changed|园区级别|国家级|其他：省级',
      'answer|added|概述||新写的',
    ])
    expect(found[0]?.group).toBe('一、基本条件')
    expect(found[0]?.place).toEqual({ step: 'form', ref: 'output' })
  })

  it('names the cell that changed by table, row and column', () => {
    const [found, ...others] = compared(
      { answers: { firms: [{ name: '甲', income: '100' }] } },
      { answers: { firms: [{ name: '甲', income: '120' }] } },
    )
    expect(others).toEqual([])
    expect(found).toMatchObject({
      what: 'cell',
      label: '企业名单 第1行 年收入',
      before: '100万元',
      after: '120万元',
      place: { step: 'form', ref: 'firms', row: 0, column: 'income' },
    })
  })

  it('tells a new row from the ones that it pushes down', () => {
    const found = compared({ answers: firms('甲', '乙') }, { answers: firms('丙', '甲', '乙') })
    expect(lines(found)).toEqual(['row|added|企业名单 第1行||企业名称：丙；星级：三星级'])
  })

  it('tells a row that only moved', () => {
    const found = compared(
      { answers: firms('甲', '乙', '丙') },
      { answers: firms('丙', '甲', '乙') },
    )
    expect(lines(found)).toEqual(['row|moved|企业名单 第1行|3|1'])
  })

  it('a row that is gone has no row to go to', () => {
    const [found] = compared({ answers: firms('甲', '乙') }, { answers: firms('甲') })
    expect(found).toMatchObject({ kind: 'removed', place: { step: 'form', ref: 'firms' } })
    expect(found?.place).not.toHaveProperty('row')
  })
})

describe('papers', () => {
  const paper = (sha: string, name: string, kind = 'invoice') => ({
    sha256: sha.repeat(64),
    name,
    kind,
  })

  it('a paper that was replaced is one line, a renamed one another', () => {
    const found = compared(
      { slots: { invoices: [paper('a', '一.pdf'), paper('b', '二.pdf')] } },
      { slots: { invoices: [paper('c', '三.pdf'), paper('b', '二（改名）.pdf')] } },
    )
    expect(lines(found)).toEqual([
      'material|changed|发票|一.pdf（发票）|三.pdf（发票）',
      'material|changed|发票|二.pdf（发票）|二（改名）.pdf（发票）',
    ])
  })

  it('a file of the same name with other bytes is told apart', () => {
    const [found] = compared(
      { slots: { audit: [paper('a', '审计.pdf', 'special-audit')] } },
      { slots: { audit: [paper('b', '审计.pdf', 'special-audit')] } },
    )
    expect(found?.before).toContain('aaaaaaaa')
    expect(found?.after).toContain('bbbbbbbb')
  })

  it('another order is said as an order', () => {
    const [a, b] = [paper('a', '一.pdf'), paper('b', '二.pdf')]
    const found = compared({ slots: { invoices: [a, b] } }, { slots: { invoices: [b, a] } })
    expect(lines(found)).toEqual(['material|moved|发票|一.pdf、二.pdf|二.pdf、一.pdf'])
  })

  it('waivers and ticks are said with their reason and person', () => {
    const tick = {
      slot: 'audit',
      sha256: 'a'.repeat(64),
      point: '骑缝章',
      name: '林示文',
      on: '2023-02-01',
    }
    const slots = { audit: [paper('a', '审计.pdf', 'special-audit')] }
    const found = compared({ slots, waivers: { invoices: '无外购' } }, { slots, ticks: [tick] })
    expect(lines(found)).toEqual([
      'tick|added|专项审计报告 › 审计.pdf › 骑缝章||林示文，2023-02-01',
      'waiver|removed|发票|无外购|',
    ])
  })
})

describe('two years of a programme', () => {
  const next = makePack({
    edition: '2024',
    baseYear: 2024,
    form: {
      ...plainPack.form,
      fields: plainPack.form.fields.map((field) =>
        field.id === 'place' ? { ...field, label: '所属县（市、区）' } : field,
      ),
    },
  })

  it('matches fields by id, figures by relative year, and names the editions', () => {
    const found = compared(
      {
        answers: { place: '徐州', name: '甲' },
        indicators: [{ code: 'main-revenue', year: 2022, value: '1000.00' }],
      },
      {
        edition: '2024',
        packHash: 'b'.repeat(64),
        answers: { place: '南京', name: '甲' },
        indicators: [{ code: 'main-revenue', year: 2023, value: '1200' }],
      },
      [pack, next],
    )
    expect(lines(found)).toEqual([
      'pack|changed|示例项目|示例项目 2023（aaaaaaaa）|示例项目 2024（bbbbbbbb）',
      'answer|changed|所属县（市、区）|徐州|南京',
      'indicator|changed|主营业务收入（2022年 → 2023年）|1,000万元|1,200万元',
    ])
  })
})

describe('what the printed form shows', () => {
  const at = { step: 'materials' as const, ref: 'audit' }
  const material: Difference = {
    what: 'material',
    kind: 'added',
    place: at,
    group: '',
    label: '',
    before: '',
    after: 'x',
  }

  it('papers only where the form prints their list, and never the scan of the form itself', () => {
    const { sections } = plainPack.form
    const listing = makePack({
      form: {
        ...plainPack.form,
        sections: [...sections, { id: 'list', title: '材料', blocks: [{ kind: 'materials' }] }],
      },
      slots: [...plainPack.slots, { ...plainPack.slots[0], id: 'form', form: true }],
    })
    expect(isPrinted(material, pack)).toBe(false)
    expect(isPrinted(material, listing)).toBe(true)
    expect(isPrinted({ ...material, place: { ...at, ref: 'form' } }, listing)).toBe(false)
    expect(isPrinted({ ...material, what: 'attestation' }, listing)).toBe(false)
  })
})
