import { chineseAmount } from '../../../shared/programme/chinese-amount.ts'
import { heading } from '../layout.ts'
import { chineseDay, grouped } from '../money.ts'
import { enterprise } from '../parties.ts'
import { contracts, type Purchase, totalOf } from '../purchases.ts'
import type { Paper } from '../render.ts'
import { seal } from '../seal.ts'

/** A bank's 电子回单 over what was paid on one invoice. */
export function payment(purchase: Purchase): Paper {
  const total = totalOf(purchase)
  const contract = contracts.find((each) => each.id === purchase.contract)
  const rows = [
    ['付款人户名', enterprise.name, '收款人户名', purchase.seller.name],
    ['付款人账号', enterprise.account, '收款人账号', purchase.seller.account],
    ['付款人开户行', enterprise.bank, '收款人开户行', purchase.seller.bank],
    ['金额（小写）', `¥${grouped(total)}`, '金额（大写）', `人民币${chineseAmount(total)}`],
    [
      '付款日期',
      chineseDay(purchase.paidOn),
      '交易流水号',
      `SL${purchase.paidOn.replaceAll('-', '')}${purchase.number}`,
    ],
    [
      '用途',
      `支付合同${contract?.number ?? ''}款`,
      '对应发票',
      `${purchase.code} ${purchase.number}`,
    ],
  ]
  return {
    title: '银行电子回单',
    dated: purchase.paidOn,
    size: { width: 366, height: 595.28 },
    landscape: true,
    margins: [40, 48, 40, 30],
    fontSize: 9.5,
    content: [
      heading('示例银行　电子回单（付款）', 17, 14),
      seal('示例银行常州分行', 396, 92, '业务回单专用章'),
      {
        table: {
          widths: [68, '*', 68, '*'],
          body: rows.map((row) =>
            row.map((text, at) => ({
              text,
              font: at % 2 === 0 ? 'sans' : 'serif',
              margin: [0, 4, 0, 4] as [number, number, number, number],
            })),
          ),
        },
        layout: { hLineWidth: () => 0.6, vLineWidth: () => 0.6 },
      },
      { text: '本回单仅用于软件示例，不作任何收付款凭据。', fontSize: 8.5, margin: [0, 12, 0, 0] },
    ],
  }
}
