/**
 * Which paper lies here, told by its printed title, and the facts of its kind. Pure: the kinds and
 * keys are those of the registry.
 */
import type { FactSource, ReadFact } from '../../../../shared/model/extraction.ts'
import { type Findings, factsFrom } from '../read-document.ts'
import { auditFacts } from './audit.ts'
import { certificateFacts, copyrightFacts, patentFacts, validityOf } from './certificate.ts'
import { contractFacts, licenceFacts, paymentFacts } from './dealings.ts'
import {
  closingDate,
  documentNumber,
  folded,
  type Lines,
  labelled,
  labelledDate,
  titleIn,
} from './find.ts'

export type Paper = Findings & { readonly kind: string; readonly kindFrom: string }

/** Titles in the order in which they are looked for: the more telling first. */
const titles: readonly (readonly [string, RegExp])[] = [
  ['licence', /^营业执照(（[副正]本）)?$/],
  ['copyright', /(著作权|软件)登记证书$/],
  ['patent', /^(发明|实用新型|外观设计)专利证书$/],
  ['payment', /电子回单|(付款|网银|银行|客户|业务|转账)回单|(付款|转账|电汇)凭证/],
  ['special-audit', /专项审计报告$/],
  ['audit-report', /审计报告$/],
  ['undertaking', /承诺书$/],
  ['test-report', /(检测|检验|测试|查新|用户)报告$/],
  ['contract', /(合同|合同书|协议|协议书)(（[^）]*）)?$/],
  ['certificate', /证书$/],
]

const isContract = (text: string): boolean =>
  /(甲方|买方|需方|委托方|发包方|采购方)/.test(text) &&
  /(乙方|卖方|供方|受托方|承包方|供应商)/.test(text)

function titleOf(lines: Lines): readonly [string, string] | null {
  const text = lines.map(folded).join('')
  for (const [kind, pattern] of titles) {
    const title = titleIn(lines, pattern)
    if (title !== null && (kind !== 'contract' || isContract(text))) return [kind, title]
  }
  const policy = titleIn(lines, /^关于.*(通知|意见|办法|方案|政策|措施|规划|决定|批复)$/)
  return policy !== null && documentNumber(lines) ? ['policy', policy] : null
}

type Told = {
  readonly values: Readonly<Record<string, string>>
  readonly words?: string
  readonly derived?: Readonly<Record<string, string>>
}

function certified(pages: readonly Lines[], title: string): Told {
  const values = certificateFacts(pages, title)
  const { validFrom, validTo, derived } = validityOf(pages.flat(), values.issuedOn ?? '')
  return derived
    ? { values, derived: { validFrom, validTo } }
    : { values: { ...values, validFrom, validTo } }
}

function audited(pages: readonly Lines[], isSpecial: boolean, codes: number): Told {
  const { values, money } = auditFacts(pages, isSpecial)
  return { values: { ...values, qr: codes > 0 ? 'present' : '' }, words: money?.words ?? '' }
}

const tested = (lines: Lines): Told => ({
  values: {
    issuer: labelled(lines, '检测机构', '检验机构', '检测单位', '完成机构', '出具机构'),
    number: labelled(lines, '报告编号', '编号'),
    issuedOn:
      labelledDate(lines, '签发日期', '报告日期', '批准日期', '完成日期') || closingDate(lines),
  },
})

function factsOf(kind: string, title: string, pages: readonly Lines[], codes: number): Told {
  const lines = pages.flat()
  if (kind === 'licence') return { values: licenceFacts(pages) }
  if (kind === 'copyright') return { values: copyrightFacts(pages) }
  if (kind === 'patent') return { values: patentFacts(pages, title) }
  if (kind === 'payment') return paymentFacts(pages)
  if (kind === 'special-audit') return audited(pages, true, codes)
  if (kind === 'audit-report') return audited(pages, false, codes)
  if (kind === 'contract') return contractFacts(pages)
  if (kind === 'certificate') return certified(pages, title)
  if (kind === 'test-report') return tested(lines)
  if (kind === 'undertaking') return { values: { signedOn: closingDate(lines) } }
  return { values: { number: documentNumber(lines), issuedOn: closingDate(lines) } }
}

/** The paper, or null where no title is known. `codes` is the count of QR codes on it. */
export function paperOf(pages: readonly Lines[], source: FactSource, codes: number): Paper | null {
  const front = titleOf(pages[0] ?? [])
  const found = front ?? titleOf(pages[1] ?? [])
  if (!found) return null
  const [kind, title] = found
  const { values, words = '', derived = {} } = factsOf(kind, title, pages, codes)
  const facts: ReadFact[] = [
    ...factsFrom(values, source, 'medium'),
    ...factsFrom(derived, source, 'low'),
  ]
  return { kind, kindFrom: title, facts, words }
}
