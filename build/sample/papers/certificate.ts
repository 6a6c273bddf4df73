import type { Content } from 'pdfmake/interfaces.d.ts'
import { heading } from '../layout.ts'
import { chineseDay } from '../money.ts'
import { certifier, enterprise } from '../parties.ts'
import type { Paper } from '../render.ts'
import { seal } from '../seal.ts'
import { goldenFrame } from './licence.ts'

export type Certificate = {
  readonly file: string
  readonly number: string
  readonly issuedOn: string
  readonly validTo: string
}

/** The one that ran out before the day the notice names, and the renewed one. */
export const expiredCertificate: Certificate = {
  file: 'certificate-2019',
  number: 'SL-IITRE-2019-00128',
  issuedOn: '2019-12-30',
  validTo: '2022-12-29',
}
export const validCertificate: Certificate = {
  file: 'certificate-2022',
  number: 'SL-IITRE-2022-00457',
  issuedOn: '2022-12-30',
  validTo: '2025-12-29',
}

function middle(text: string, margin: [number, number, number, number], fontSize = 13): Content {
  return { text, alignment: 'center', fontSize, margin }
}

export function certificate(one: Certificate): Paper {
  return {
    title: '两化融合管理体系评定证书',
    dated: one.issuedOn,
    margins: [80, 84, 80, 50],
    fontSize: 12,
    frame: goldenFrame,
    content: [
      heading('两化融合管理体系评定证书', 27, 20),
      middle(`证书编号：${one.number}`, [0, 0, 0, 40]),
      middle('兹证明', [0, 0, 0, 16]),
      heading(enterprise.name, 18, 8),
      middle(`统一社会信用代码：${enterprise.creditCode}`, [0, 0, 0, 26], 11),
      middle('建立的两化融合管理体系符合标准', [0, 0, 0, 10]),
      middle('GB/T 23001-2017《信息化和工业化融合管理体系 要求》', [0, 0, 0, 26]),
      middle('评定范围', [0, 0, 0, 8], 12),
      middle('与精密零部件柔性制造过程管控能力建设相关的两化融合管理活动', [0, 0, 0, 8]),
      middle('评定等级：A级', [0, 0, 0, 44]),
      middle(`发证日期：${chineseDay(one.issuedOn)}`, [0, 0, 0, 8]),
      middle(`有效期：${chineseDay(one.issuedOn)}至${chineseDay(one.validTo)}`, [0, 0, 0, 46]),
      seal(certifier, 270, -30),
      { text: `发证机构：${certifier}`, alignment: 'right' },
    ],
  }
}
