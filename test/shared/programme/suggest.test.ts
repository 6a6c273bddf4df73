/** Which papers are offered for a slot, in which order, and why. */
import { expect, test } from 'vitest'
import type { Material } from '../../../shared/model/material.ts'
import type { Case } from '../../../shared/programme/evidence.ts'
import type { Slot } from '../../../shared/programme/pack.ts'
import { type EarlierUse, likeness, suggest } from '../../../shared/programme/suggest.ts'
import { filed, makeCase, makePack, paper } from '../../fixtures/programme.ts'

const [any] = makePack().slots
const slotWith = (change: Partial<Slot>): Slot => ({ ...(any as Slot), ...change })

const candidates = (papers: readonly Material[], earlier: Record<string, EarlierUse[]> = {}) =>
  papers.map((material) => ({ material, earlier: earlier[material.sha256] ?? [] }))

/** Names in their order, each with its reasons but the kind. */
const offered = (
  slot: Slot,
  papers: readonly Material[],
  change: Partial<Case> = {},
  earlier = {},
) =>
  suggest(slot, makeCase(change), candidates(papers, earlier)).map(
    ({ material, reasons }) =>
      `${material.name}: ${reasons
        .map(({ code, weight }) => (weight === 'bad' ? `!${code}` : code))
        .filter((code) => code !== 'kind')
        .join(' ')}`,
  )

const audit = (name: string, year?: string, change: Partial<Material> = {}) =>
  paper({ name, kind: 'audit-report', facts: year ? { year } : {}, ...change })

test('a year that is still missing comes first, one that is covered later, another last', () => {
  const slot = slotWith({
    id: 'audits',
    title: '近三年财务报表',
    accepts: ['audit-report'],
    years: [2020, 2021, 2022],
  })
  const held = audit('有.pdf', '2022')
  const papers = [
    audit('旧.pdf', '2018'),
    audit('重.pdf', '2022'),
    audit('缺.pdf', '2021'),
    audit('未填.pdf'),
    held,
  ]
  expect(offered(slot, papers, { slots: { audits: filed(held) } })).toEqual([
    '缺.pdf: year',
    '未填.pdf: yearUnknown',
    '重.pdf: yearCovered',
    '旧.pdf: !yearOther',
  ])
})

test('validity is judged on the slot’s day, on today where it names none', () => {
  const until = (name: string, validTo: string | null) =>
    paper({ name, kind: 'certificate', validTo })
  const papers = [
    until('当日.pdf', '2023-03-31'),
    until('未知.pdf', null),
    until('次日.pdf', '2023-04-01'),
  ]
  const after = slotWith({
    accepts: ['certificate'],
    validity: { rule: 'after', day: '2023-03-31' },
  })
  expect(offered(after, papers)).toEqual([
    '次日.pdf: valid',
    '未知.pdf: !validityUnknown',
    '当日.pdf: !expired',
  ])
  const on = slotWith({ accepts: ['certificate'], validity: { rule: 'on', day: '2023-03-31' } })
  expect(offered(on, papers)).toContain('当日.pdf: valid')
  const loose = slotWith({ accepts: ['certificate'] })
  expect(offered(loose, papers, { today: '2023-04-01' })).toEqual([
    '次日.pdf: valid',
    '未知.pdf: ',
    '当日.pdf: !expired',
  ])
})

test('an earlier use in the same slot, the name, and a person’s word each count in turn', () => {
  const slot = slotWith({ title: '专项审计报告', accepts: ['special-audit'] })
  const of = (name: string, change: Partial<Material> = {}) =>
    paper({ name, kind: 'special-audit', ...change })
  const before = of('甲.pdf')
  const papers = [
    of('乙.pdf', { confirmed: false }),
    of('丙.pdf'),
    of('投入专项审计报告.pdf'),
    before,
  ]
  const earlier = { [before.sha256]: [{ title: '示例项目', edition: '2022' }] }
  expect(offered(slot, papers, {}, earlier)).toEqual([
    '甲.pdf: usedBefore',
    '投入专项审计报告.pdf: name',
    '丙.pdf: ',
    '乙.pdf: unconfirmed',
  ])
})

test('what nobody has named is offered by its name alone, behind what is of the kind', () => {
  const slot = slotWith({ title: '专项审计报告', accepts: ['special-audit'] })
  const papers = [
    paper({ name: '专项审计报告扫描.jpg', kind: 'other', confirmed: false }),
    paper({ name: '合影.jpg', kind: 'other' }),
    paper({ name: '年报.pdf', kind: 'special-audit' }),
  ]
  expect(offered(slot, papers)).toEqual([
    '年报.pdf: ',
    '专项审计报告扫描.jpg: kindByName name unconfirmed',
  ])
})

test('an invoice that is claimed elsewhere and a file that cannot be uploaded come last, and say so', () => {
  const slot = slotWith({
    id: 'invoices',
    accepts: ['invoice'],
    upload: { types: ['pdf'], maxBytes: 500 },
  })
  const of = (name: string, number: string, change: Partial<Material> = {}) =>
    paper({ name, kind: 'invoice', facts: { number }, size: 400, ...change })
  const papers = [
    of('用过.pdf', '1'),
    of('图.png', '2', { media: 'image/png', size: 600 }),
    of('好.pdf', '3'),
    of('表.docx', '4', {
      media: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    }),
  ]
  const claim = { application: 'a', title: '另一项目', edition: '2022', slotTitle: '发票' }
  const claimed = [{ ...claim, invoice: '-1', release: null }]
  expect(offered(slot, papers, { claimed })).toEqual([
    '好.pdf: ',
    '表.docx: !type',
    '用过.pdf: !claimed',
    '图.png: !type !size',
  ])
})

test('a paper that stands in another slot of the application is offered, and said to be there', () => {
  const slot = slotWith({ accepts: ['special-audit'] })
  const shared = paper({ name: '共用.pdf', kind: 'special-audit' })
  expect(offered(slot, [shared], { slots: { certificate: filed(shared) } })).toEqual([
    '共用.pdf: linkedHere',
  ])
})

test('names are alike by the pairs of characters that the title has', () => {
  expect(likeness('2022年度 审计报告.pdf', '审计报告')).toBe(1)
  expect(likeness('审计.pdf', '审计报告')).toBeCloseTo(1 / 3)
  expect(likeness('照片.jpg', '审计报告')).toBe(0)
  expect(likeness('甲', '')).toBe(0)
})

test('the same papers in any order give the same list', () => {
  const slot = slotWith({ title: '审计报告', accepts: ['audit-report'], years: [2021, 2022] })
  const papers = Array.from({ length: 40 }, (_, at) =>
    audit(`${at % 3 ? '审计报告' : '文件'}${at}.pdf`, String(2019 + (at % 5)), {
      confirmed: at % 2 === 0,
      validTo: at % 7 ? null : '2020-01-01',
    }),
  )
  const once = offered(slot, papers)
  expect(offered(slot, papers.toReversed())).toEqual(once)
  expect(new Set(once).size).toBe(papers.length)
})

test('a paper stands behind the newer version that took its place', () => {
  const slot = slotWith({ accepts: ['certificate'] })
  const [newer, old] = ['新版.pdf', '旧版.pdf'].map((name) => paper({ name, kind: 'certificate' }))
  const papers = [newer, old].map((material) => ({
    material: material as Material,
    earlier: [],
    superseded: material === old,
  }))
  const named = suggest(slot, makeCase(), papers).map(({ material, reasons }) => [
    material.name,
    reasons.some(({ code }) => code === 'superseded'),
  ])
  expect(named).toEqual([
    ['新版.pdf', false],
    ['旧版.pdf', true],
  ])
})
