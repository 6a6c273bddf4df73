/** Certificates, patents and software copyrights. Pure. */
import { findDates, isRealDate } from '../values.ts'
import { closingDate, folded, type Lines, labelled, labelledDate } from './find.ts'

type Values = Readonly<Record<string, string>>

const plainTitles = /^(荣誉)?证书$|^奖牌$/
const organisation =
  /(公司|厂|园|区|中心|研究院|研究所|大学|学院|集团|协会|基地|合作社)(（[^）]+）)?$/
const authority = /(部|厅|局|委员会|委|部门|中心|协会|公司|学会|政府|署|院)(（[^）]+）)?$/

/** What a certificate of honour names in quotation marks. */
const namedTitle = (text: string): string =>
  /(?:认定|评定|评选|评|授予|列|确定)(?:为|称号|等级为)?[:：]?[“"「《]([^”"」》]{3,40})[”"」》]/.exec(
    text,
  )?.[1] ?? ''

function holderOf(lines: Lines): string {
  const behind = labelled(
    lines,
    '企业名称',
    '单位名称',
    '组织名称',
    '获证组织',
    '获证单位',
    '持有单位',
    '持证单位',
    '证书持有人',
    '获奖单位',
    '申请人',
    '公司名称',
  )
  if (behind) return behind
  const front = lines.map(folded)
  const witness = front.findIndex((line) => /^兹(特?)?证明/.test(line))
  if (witness >= 0) {
    const same = /^兹特?证明[:：]?(.{4,40})$/.exec(front[witness] ?? '')?.[1]
    return same ?? front[witness + 1] ?? ''
  }
  const called = front.find((line) => /[:：]$/.test(line) && organisation.test(line.slice(0, -1)))
  return called?.slice(0, -1) ?? ''
}

function issuerOf(lines: Lines): string {
  const behind = labelled(
    lines,
    '发证机构',
    '颁发机构',
    '发证机关',
    '批准机关',
    '认证机构',
    '评定机构',
    '发证单位',
    '颁发单位',
    '颁证机构',
    '认定机构',
  )
  if (behind) return behind
  const front = lines.map(folded)
  const at = front.findLastIndex((line) => findDates(line).length === 1 && line.length <= 30)
  const above = front.slice(Math.max(0, at - 4), at).toReversed()
  return above.find((line) => line.length <= 40 && authority.test(line) && !/印章/.test(line)) ?? ''
}

/** The day before the anniversary: the last day of a term of whole years. */
function termEnd(from: string, years: number): string {
  if (!isRealDate(from)) return ''
  const at = new Date(`${from}T00:00:00Z`)
  at.setUTCFullYear(at.getUTCFullYear() + years)
  at.setUTCDate(at.getUTCDate() - 1)
  return at.toISOString().slice(0, 10)
}

export type Validity = {
  readonly validFrom: string
  readonly validTo: string
  readonly derived: boolean
}

export function validityOf(lines: Lines, issuedOn: string): Validity {
  const none = { validFrom: '', validTo: '', derived: false }
  const at = lines.findIndex((line) => /有\s*效\s*期/.test(line))
  if (at < 0) return none
  const text = `${lines[at]} ${lines[at + 1] ?? ''}`.replace(/^.*?有\s*效\s*期/, '')
  const own = findDates((lines[at] ?? '').replace(/^.*?有\s*效\s*期/, ''))
  const [first = '', second = ''] = own.length > 0 ? own : findDates(text)
  if (second) return { validFrom: first, validTo: second, derived: false }
  const years =
    /^[:：限为是\s]*([一二三四五六七八九十]|\d{1,2})\s*年(?!\d|[一二三四五六七八九十]+月)/.exec(
      text,
    )?.[1]
  if (first && !years) return { validFrom: issuedOn, validTo: first, derived: false }
  const count = years ? Number(years) || '一二三四五六七八九十'.indexOf(years) + 1 : 0
  return count > 0 && issuedOn
    ? { validFrom: issuedOn, validTo: termEnd(issuedOn, count), derived: true }
    : none
}

const issueDates = [
  '发证日期',
  '发证时间',
  '颁发日期',
  '颁证日期',
  '颁发时间',
  '批准日期',
  '签发日期',
  '换证日期',
  '首次发证日期',
] as const

export function certificateFacts(pages: readonly Lines[], printed: string): Values {
  const lines = pages.flat()
  const text = lines.map(folded).join('')
  return {
    title: (plainTitles.test(printed) && namedTitle(text)) || printed,
    number: labelled(lines, '证书编号', '证书注册号', '注册号', '证书号', '编号'),
    level: labelled(lines, '评定等级', '认证等级', '证书等级', '等级', '级别'),
    holder: holderOf(lines),
    issuer: issuerOf(lines),
    issuedOn: labelledDate(lines, ...issueDates) || closingDate(lines),
  }
}

export function patentFacts(pages: readonly Lines[], printed: string): Values {
  const lines = pages.flat()
  return {
    title: labelled(
      lines,
      '发明名称',
      '实用新型名称',
      '外观设计名称',
      '使用外观设计的产品名称',
      '专利名称',
    ),
    number: labelled(lines, '专利号').replace(/\s/g, ''),
    level: /^(发明|实用新型|外观设计)/.exec(printed)?.[1] ?? '',
    holder: labelled(lines, '专利权人'),
    issuer: /国家知识产权局/.test(lines.map(folded).join('')) ? '国家知识产权局' : '',
    issuedOn: labelledDate(lines, '授权公告日'),
  }
}

export function copyrightFacts(pages: readonly Lines[]): Values {
  const lines = pages.flat()
  return {
    title: labelled(lines, '软件名称', '作品名称'),
    number: labelled(lines, '登记号'),
    holder: labelled(lines, '著作权人'),
    issuer: /国家版权局/.test(lines.map(folded).join('')) ? '中华人民共和国国家版权局' : '',
    issuedOn: labelledDate(lines, '发证日期') || closingDate(lines),
  }
}
