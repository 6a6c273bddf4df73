import { describe, expect, test } from 'vitest'
import { findingCodes } from '../../../shared/model/finding.ts'
import { check } from '../../../shared/programme/check.ts'
import enFinding from '../../../shared/text/en/finding.json' with { type: 'json' }
import enPack from '../../../shared/text/en/pack.json' with { type: 'json' }
import enTerms from '../../../shared/text/en/terms.json' with { type: 'json' }
import enWorking from '../../../shared/text/en/working.json' with { type: 'json' }
import { findingText, say, workingLines } from '../../../shared/text/say.ts'
import zhFinding from '../../../shared/text/zh-CN/finding.json' with { type: 'json' }
import zhPack from '../../../shared/text/zh-CN/pack.json' with { type: 'json' }
import zhTerms from '../../../shared/text/zh-CN/terms.json' with { type: 'json' }
import zhWorking from '../../../shared/text/zh-CN/working.json' with { type: 'json' }
import { claim, filed, makeCase, paper } from '../../fixtures/programme.ts'

const full = makeCase({
  today: '2023-03-01',
  facts: { registeredOn: '2021-01-01' },
  answers: {
    output: '-1',
    share: 'x',
    signed: '2023-02-30',
    level: ['none'],
    firms: [{ owner: '甲' }],
    story: '一二三四五六',
  },
  slots: {
    audit: filed(paper({ kind: 'photo', confirmed: false, damaged: true })),
    invoices: filed(paper({ kind: 'invoice', facts: { number: '7' } })),
    certificate: filed(paper({ kind: 'certificate', validTo: '2022-12-29' })),
  },
  claimed: [claim('-7', { title: '星级上云' })],
})

describe('sentences', () => {
  test('fills gaps, and shows the key where no sentence is known', () => {
    expect(say({ a: '缺{{count}}份{{name}}' }, 'a', { count: 2, name: '发票' })).toBe('缺2份发票')
    expect(say({}, 'a.b')).toBe('a.b')
  })

  test('amounts are grouped where the sentence says so; years, codes and telephone numbers are not', () => {
    const data = {
      name: '研发费用',
      figureUnit: '万元',
      bound: '20',
      unit: '%',
      from: 2020,
      to: 2022,
    }
    expect(say(zhWorking, 'growth.atLeast', { ...data, first: '12000.5', last: '30800' })).toBe(
      '研发费用2020年为12,000.5万元，2022年为30,800万元，年均增长符合“不低于20%”的要求。',
    )
    const differing = (unit: string, answer: string, profile: string) =>
      say(zhFinding, 'field.differs', { label: '甲', unit, answer, profile })
    expect(differing('万元', '12000', '-13000')).toContain(
      '填写为12,000万元，企业档案中为-13,000万元',
    )
    expect(differing('', '051257701234', '13800001111')).toContain('填写为051257701234，')
    expect(differing('年', '2021', '2022')).toContain('填写为2021年，企业档案中为2022年')
    expect(say(zhFinding, 'invoice.repeated', { invoice: '26952000001129854404' })).toContain(
      '发票26952000001129854404在',
    )
  })

  test.each([
    ['finding', zhFinding, enFinding],
    ['working', zhWorking, enWorking],
    ['terms', zhTerms, enTerms],
    ['pack', zhPack, enPack],
  ])('%s: both languages have the same keys and ask for the same gaps', (_, zh, en) => {
    expect(Object.keys(en)).toEqual(Object.keys(zh))
    const gaps = (text: string) =>
      [...text.matchAll(/\{\{(\w+?)(?:En)?(, \w+)?\}\}/g)]
        .map(([, gap, format = '']) => gap + format)
        .toSorted()
    for (const [key, sentence] of Object.entries(zh)) {
      expect([key, gaps(en[key as keyof typeof en] ?? '')]).toEqual([key, gaps(sentence)])
    }
  })

  test('every finding code has its sentence', () => {
    for (const code of findingCodes) expect(zhFinding).toHaveProperty([code])
  })

  test.each([
    ['zh-CN', zhFinding, zhWorking],
    ['en', enFinding, enWorking],
  ])(
    '%s: no sentence is left with a gap, an unknown key or empty quotes',
    (_, finding, working) => {
      const { findings, verdicts } = check(full)
      expect(new Set(findings.map((each) => each.code)).size).toBeGreaterThan(12)
      const lines = [
        ...findings.map((each) => findingText(finding, each)),
        ...verdicts.flatMap((each) => workingLines(working, each.working)),
      ]
      for (const line of lines) {
        expect(line).not.toMatch(/\{\{|undefined|“”|《》/)
        expect(line).toMatch(/[。.]$/)
      }
    },
  )

  test('a shortfall is told in figures', () => {
    const line = workingLines(
      zhWorking,
      check(full).verdicts[0]?.working ?? { text: '', outcome: 'met', data: {} },
    )
    expect(line).toEqual([
      '注册（成立）日期为2021-01-01，至2023-02-28仅满2年，要求不少于3年（2024-01-01届满）。',
    ])
  })
})
