/** Audit reports, yearly and special. Pure. */
import {
  closingDate,
  documentNumber,
  folded,
  type Lines,
  type Money,
  writtenTwice,
} from './find.ts'

const firmLine = /^[^，。；：:]{2,30}会计师事务所[^，。；：:]{0,30}$/

function yearOf(text: string, isSpecial: boolean): string {
  const period = [...text.matchAll(/至\s*(\d{4})\s*年/g)].map(([, year]) => year)
  if (isSpecial && period.length > 0) return period[0] ?? ''
  return /(\d{4})\s*年度/.exec(text)?.[1] ?? ''
}

/** By the words that the auditing standards prescribe; a report without them gives none. */
function opinionOf(text: string): string {
  if (/无法表示意见/.test(text)) return '无法表示意见'
  if (/否定意见/.test(text)) return '否定意见'
  if (/(?<!无)保留意见/.test(text)) return '保留意见'
  if (!/在所有重大方面/.test(text)) return ''
  return /强调事项/.test(text) ? '带强调事项段的无保留意见' : '标准无保留意见'
}

/** The whole of several lines, whose breaks mean nothing. */
const flowing = (lines: Lines): string => lines.join('').replace(/\s/g, '')

export type AuditFacts = {
  readonly values: Readonly<Record<string, string>>
  readonly money: Money | null
}

export function auditFacts(pages: readonly Lines[], isSpecial: boolean): AuditFacts {
  const lines = pages.slice(0, 5).flat()
  const text = flowing(lines)
  const signers = lines.flatMap((line) => [
    ...line.matchAll(/中国注册会计师\s*[:：]\s*([^\s（(：:]{2,10})/g),
  ])
  const front = lines.map(folded)
  const money = isSpecial ? writtenTwice(text) : null
  const company = front.find((line) =>
    /(公司|企业|厂|园|集团)(（[^）]+）)?(全体股东)?[:：]?$/.test(line),
  )
  return {
    money,
    values: {
      year: yearOf(text, isSpecial),
      firm: front.find((line) => firmLine.test(line)) ?? '',
      number: documentNumber(lines),
      opinion: opinionOf(text),
      cpa: [...new Set(signers.map(([, name]) => name ?? ''))].join('、'),
      holder: company?.replace(/(全体股东)?[:：]?$/, '') ?? '',
      issuedOn: closingDate(lines),
      amount: money?.amount ?? '',
    },
  }
}
