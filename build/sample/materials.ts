/** Every paper of the example with what the archive knows of it: name, kind, facts, validity. */
import type { SampleMaterial } from '../../shared/model/sample.ts'
import { audit, auditReports } from './papers/audit.ts'
import {
  type Certificate,
  certificate,
  expiredCertificate,
  validCertificate,
} from './papers/certificate.ts'
import { contractPaper } from './papers/contract.ts'
import { invoice } from './papers/invoice.ts'
import { licence } from './papers/licence.ts'
import { office } from './papers/office.ts'
import { officePapers } from './papers/park-papers.ts'
import { payment } from './papers/payment.ts'
import { specialAudit, specialAuditDay, specialAuditNumber } from './papers/special-audit.ts'
import { type TitleCertificate, titleCertificate, titleCertificates } from './papers/title.ts'
import { undertaking, undertakingDay } from './papers/undertaking.ts'
import { auditor, certifier, enterprise, park } from './parties.ts'
import {
  auditedTotal,
  contracts,
  contractTotal,
  netOf,
  type Purchase,
  purchases,
  taxOf,
  totalOf,
} from './purchases.ts'
import type { Paper } from './render.ts'

export type SamplePaper = { readonly material: SampleMaterial; readonly paper: Paper }

type Facts = Readonly<Record<string, string>>
type Validity = { readonly from: string; readonly to?: string }

function entry(
  stem: string,
  name: string,
  kind: string,
  facts: Facts,
  paper: Paper,
  validity?: Validity,
  note = '',
): SamplePaper {
  const validFrom = validity?.from ?? null
  const validTo = validity?.to ?? null
  const material = {
    file: `${stem}.pdf`,
    name,
    kind,
    facts: { ...facts },
    validFrom,
    validTo,
    note,
  }
  return { material, paper }
}

function certificateEntry(one: Certificate, name: string, note: string): SamplePaper {
  const facts = {
    title: '两化融合管理体系评定证书',
    number: one.number,
    level: 'A级',
    holder: enterprise.name,
    issuer: certifier,
    issuedOn: one.issuedOn,
  }
  const validity = { from: one.issuedOn, to: one.validTo }
  return entry(one.file, name, 'certificate', facts, certificate(one), validity, note)
}

function titleEntry(one: TitleCertificate): SamplePaper {
  const { file, title, number, issuer, issuedOn, validTo } = one
  const facts = { title, number, holder: enterprise.name, issuer, issuedOn }
  const validity = validTo ? { from: issuedOn, to: validTo } : undefined
  const name = `${title}证书.pdf`
  return entry(file, name, 'certificate', facts, titleCertificate(one), validity)
}

function invoiceFacts(purchase: Purchase): Facts {
  return {
    code: purchase.code,
    number: purchase.number,
    issuedOn: purchase.issuedOn,
    buyer: enterprise.name,
    seller: purchase.seller.name,
    net: netOf(purchase),
    tax: taxOf(purchase),
    amount: totalOf(purchase),
  }
}

/** The invoice that was scanned a second time and put away as if it were another one. */
export const repeatedInvoice = purchases[3] as Purchase
export const repeatedInvoiceFile = 'invoice-6-scan.pdf'

function invoiceEntries(): SamplePaper[] {
  const first = purchases.map((each) =>
    entry(
      each.id,
      `发票_${each.issuedOn.replaceAll('-', '')}_${each.number}.pdf`,
      'invoice',
      invoiceFacts(each),
      invoice(each),
    ),
  )
  const again = entry(
    repeatedInvoiceFile.replace('.pdf', ''),
    '发票_五轴加工中心（扫描件）.pdf',
    'invoice',
    invoiceFacts(repeatedInvoice),
    invoice(repeatedInvoice, true),
    undefined,
    '特意重复：与另一份文件是同一张发票',
  )
  return [...first, again]
}

function purchaseEntries(): SamplePaper[] {
  const signedContracts = contracts.map((each) =>
    entry(
      each.id,
      `合同_${each.number}_${each.title.replace('合同', '')}.pdf`,
      'contract',
      {
        number: each.number,
        partyA: enterprise.name,
        partyB: each.seller.name,
        amount: contractTotal(each),
        signedOn: each.signedOn,
      },
      contractPaper(each),
    ),
  )
  const payments = purchases.map((each, at) =>
    entry(
      `payment-${at + 1}`,
      `付款回单_${each.paidOn.replaceAll('-', '')}.pdf`,
      'payment',
      { amount: totalOf(each), paidOn: each.paidOn, payee: each.seller.name },
      payment(each),
    ),
  )
  return [...invoiceEntries(), ...signedContracts, ...payments]
}

function auditEntries(): SamplePaper[] {
  const yearly = auditReports.map((each) =>
    entry(
      `audit-${each.year}`,
      `${each.year}年度审计报告.pdf`,
      'audit-report',
      { year: String(each.year), firm: auditor, number: each.number, opinion: '标准无保留意见' },
      audit(each),
    ),
  )
  const special = entry(
    'special-audit',
    '标杆工厂项目投入专项审计报告（2020-2022）.pdf',
    'special-audit',
    {
      year: '2022',
      firm: auditor,
      number: specialAuditNumber,
      opinion: '标准无保留意见',
      amount: auditedTotal,
    },
    specialAudit(),
    { from: specialAuditDay },
  )
  return [...yearly, special]
}

function parkEntries(): SamplePaper[] {
  return officePapers.map((each) => {
    const number: Facts = each.number === undefined ? {} : { number: each.number }
    const facts: Record<typeof each.kind, Facts> = {
      certificate: {
        title: each.name.replace('证书.pdf', ''),
        ...number,
        holder: park,
        issuer: each.issuer,
        issuedOn: each.issuedOn,
      },
      policy: { ...number, issuedOn: each.issuedOn },
      activity: { heldOn: each.issuedOn },
      other: {},
    }
    return entry(each.file, each.name, each.kind, facts[each.kind], office(each))
  })
}

export function samplePapers(): SamplePaper[] {
  const licenceFacts = {
    creditCode: enterprise.creditCode,
    holder: enterprise.name,
    issuedOn: '2019-11-05',
  }
  return [
    entry('licence', '营业执照副本.pdf', 'licence', licenceFacts, licence()),
    ...auditEntries(),
    certificateEntry(
      expiredCertificate,
      '两化融合管理体系贯标证书（2019）.pdf',
      '特意过期：有效期至2022年12月29日',
    ),
    certificateEntry(validCertificate, '两化融合管理体系贯标证书（2022换证）.pdf', ''),
    ...purchaseEntries(),
    entry(
      'undertaking',
      '信用承诺书（盖章）.pdf',
      'undertaking',
      { signedOn: undertakingDay },
      undertaking(),
    ),
    ...titleCertificates.map(titleEntry),
    ...parkEntries(),
  ]
}
