/** Contracts, proofs of payment and business licences. Pure. */
import { findAmounts, findDate } from '../values.ts'
import {
  closingDate,
  folded,
  inYuan,
  type Lines,
  labelled,
  labelledDate,
  type Money,
  writtenTwice,
} from './find.ts'

type Values = Readonly<Record<string, string>>
export type Dealing = { readonly values: Values; readonly words: string }

const sides = {
  partyA: [
    '甲方',
    '买方',
    '需方',
    '委托方',
    '委托人',
    '发包方',
    '发包人',
    '采购方',
    '采购人',
    '定作方',
    '购货方',
  ],
  partyB: [
    '乙方',
    '卖方',
    '供方',
    '受托方',
    '受托人',
    '承包方',
    '承包人',
    '供应商',
    '承揽方',
    '销货方',
  ],
} as const

/** The clause that states the price, up to its full stop. */
function priceOf(text: string): Money {
  const clause =
    /(?:合同|总|价税合计)[^。；]{0,14}?(?:总价|价款|总金额|金额|总额|价格|报酬|费用)[^。；]{0,90}/.exec(
      text,
    )?.[0] ?? ''
  const twice = writtenTwice(clause)
  return (
    twice ?? {
      amount: inYuan(/[¥￥]?\s*\d[\d,，.]*\s*(?:万|亿)?\s*元?/.exec(clause)?.[0] ?? ''),
      words: '',
    }
  )
}

export function contractFacts(pages: readonly Lines[]): Dealing {
  const lines = pages.flat()
  const { amount, words } = priceOf(lines.map(folded).join(''))
  const signed = labelledDate(
    lines,
    '签订日期',
    '签署日期',
    '签约日期',
    '签订时间',
    '订立日期',
    '签署时间',
  )
  return {
    words,
    values: {
      number: labelled(lines, '合同编号', '协议编号', '合同号', '编号'),
      partyA: labelled(lines, ...sides.partyA),
      partyB: labelled(lines, ...sides.partyB),
      amount,
      signedOn: signed || closingDate(lines),
    },
  }
}

export function paymentFacts(pages: readonly Lines[]): Dealing {
  const lines = pages.flat()
  const words = labelled(lines, '金额（大写）', '大写金额', '大写')
  const near = labelled(lines, '金额（小写）', '小写金额', '小写', '交易金额', '付款金额', '金额')
  const [first = ''] = findAmounts(near || lines.join('\n'))
  return {
    words: /^人?民?币?[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正\s]+$/.test(words) ? words : '',
    values: {
      amount: first,
      paidOn: labelledDate(
        lines,
        '付款日期',
        '交易日期',
        '转账日期',
        '记账日期',
        '交易时间',
        '入账日期',
        '日期',
      ),
      payee: labelled(
        lines,
        '收款人户名',
        '收款人名称',
        '收款人全称',
        '收款方户名',
        '收款方名称',
        '收款单位',
        '收款户名',
        '对方户名',
        '收款人',
        '收款方',
      ),
    },
  }
}

export function licenceFacts(pages: readonly Lines[]): Values {
  const lines = pages.flat()
  // Real licences print the code under its label or beside a QR code: its form is telling enough.
  const code = /(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Z])/.exec(lines.join('\n'))?.[0]
  const term = lines.find((line) => /营\s*业\s*期\s*限|经\s*营\s*期\s*限/.test(line)) ?? ''
  return {
    creditCode: code ?? '',
    holder: labelled(lines, '名称', '企业名称'),
    legalRepresentative: labelled(lines, '法定代表人', '负责人', '执行事务合伙人', '经营者'),
    capital: inYuan(labelled(lines, '注册资本')),
    establishedOn: labelledDate(lines, '成立日期', '注册日期'),
    issuedOn: labelledDate(lines, '发照日期', '核准日期') || closingDate(lines),
    validTo: findDate(/至(.*)/.exec(term)?.[1] ?? '') ?? '',
  }
}
