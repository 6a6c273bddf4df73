/** The invented parties. Their codes spell EXAMPLE and carry right check characters. */
import { creditCodeCheckDigit } from '../../shared/model/credit-code.ts'

/** Check character of the organisation code inside a credit code (GB 11714). */
function organisationCheck(body: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce(
    (total, weight, at) => total + weight * Number.parseInt(body.charAt(at), 36),
    0,
  )
  const rest = (11 - (sum % 11)) % 11
  return rest === 10 ? 'X' : String(rest)
}

function creditCode(region: string, body: string): string {
  const first17 = `91${region}${body}${organisationCheck(body)}`
  return first17 + creditCodeCheckDigit(first17)
}

export type Party = {
  readonly name: string
  readonly creditCode: string
  readonly address: string
  readonly phone: string
  readonly bank: string
  readonly account: string
  readonly representative: string
}

export const enterprise: Party = {
  name: '江苏云樾精密制造有限公司（示例）',
  creditCode: creditCode('320400', 'EXAMPLE1'),
  address: '江苏省常州市示例区云樾路 1 号',
  phone: '0519-00000001',
  bank: '示例银行常州分行',
  account: '0000 0000 0000 0001',
  representative: '沈示远',
}

export const software: Party = {
  name: '苏州云栈工业软件有限公司（示例）',
  creditCode: creditCode('320500', 'EXAMPLE2'),
  address: '江苏省苏州市示例区软件园 2 号',
  phone: '0512-00000002',
  bank: '示例银行苏州分行',
  account: '0000 0000 0000 0002',
  representative: '陆示帆',
}

export const machinery: Party = {
  name: '南京恒拓智能装备有限公司（示例）',
  creditCode: creditCode('320100', 'EXAMPLE3'),
  address: '江苏省南京市示例区装备大道 3 号',
  phone: '025-00000003',
  bank: '示例银行南京分行',
  account: '0000 0000 0000 0003',
  representative: '顾示川',
}

export const testing: Party = {
  name: '无锡联测检测咨询有限公司（示例）',
  creditCode: creditCode('320200', 'EXAMPLE4'),
  address: '江苏省无锡市示例区检测路 4 号',
  phone: '0510-00000004',
  bank: '示例银行无锡分行',
  account: '0000 0000 0000 0004',
  representative: '冯示清',
}

export const auditor = '江苏中衡会计师事务所（示例）'
export const certifier = '华信两化融合评定中心（示例）'
export const park = '江苏云澜高新技术产业园（示例）'
export const parkOffice = '江苏云澜高新技术产业园管理委员会（示例）'
