/** Certificates of titles that the example holds, on which conditions of other programmes rest. */
import type { Content } from 'pdfmake/interfaces.d.ts'
import { heading } from '../layout.ts'
import { chineseDay } from '../money.ts'
import { enterprise } from '../parties.ts'
import type { Paper } from '../render.ts'
import { seal } from '../seal.ts'
import { goldenFrame } from './licence.ts'

export type TitleCertificate = {
  readonly file: string
  /** As the registry of titles spells it. */
  readonly title: string
  readonly number: string
  readonly issuer: string
  readonly issuedOn: string
  readonly validTo?: string
}

export const titleCertificates: readonly TitleCertificate[] = [
  {
    file: 'title-cloud-star',
    title: '江苏省三星级上云企业',
    number: 'SL-XJSY-2023-00316',
    issuer: '示例省工业和信息化主管部门',
    issuedOn: '2023-12-20',
    validTo: '2028-12-19',
  },
  {
    file: 'title-technology-centre',
    title: '市级企业技术中心',
    number: 'SL-QYJS-2021-00042',
    issuer: '示例市工业和信息化主管部门',
    issuedOn: '2021-11-30',
  },
]

function middle(text: string, below: number, fontSize = 13): Content {
  return { text, alignment: 'center', fontSize, margin: [0, 0, 0, below] }
}

export function titleCertificate(one: TitleCertificate): Paper {
  const { issuedOn, validTo } = one
  const validity = validTo ? `有效期：${chineseDay(issuedOn)}至${chineseDay(validTo)}` : undefined
  return {
    title: `${one.title}证书`,
    dated: issuedOn,
    landscape: true,
    margins: [90, 78, 90, 50],
    fontSize: 12,
    frame: goldenFrame,
    content: [
      heading('证　　书', 30, 8),
      middle(`证书编号：${one.number}`, 16, 11),
      middle('兹证明', 8),
      heading(enterprise.name, 18, 4),
      middle(`统一社会信用代码：${enterprise.creditCode}`, 14, 11),
      middle('经审核，认定为', 8),
      heading(`“${one.title}”`, 26, 12),
      ...(validity ? [middle(validity, 0, 12)] : []),
      seal(one.issuer, 540, 2),
      { text: `发证机构：${one.issuer}`, alignment: 'right', margin: [0, 34, 0, 6] },
      { text: `发证日期：${chineseDay(issuedOn)}`, alignment: 'right' },
    ],
  }
}
