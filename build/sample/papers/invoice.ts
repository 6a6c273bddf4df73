import Big from 'big.js'
import type { Content, TableCell } from 'pdfmake/interfaces.d.ts'
import { chineseAmount } from '../../../shared/programme/chinese-amount.ts'
import { chineseDay } from '../money.ts'
import { enterprise, type Party } from '../parties.ts'
import { netOf, type Purchase, taxOf, totalOf } from '../purchases.ts'
import type { Paper } from '../render.ts'
import { seal } from '../seal.ts'

const brown = '#8a4b2a'
const lines = {
  hLineColor: () => brown,
  vLineColor: () => brown,
  hLineWidth: () => 0.7,
  vLineWidth: () => 0.7,
}

function label(text: string): TableCell {
  return { text, color: brown, alignment: 'center' }
}

function side(text: string): TableCell {
  return { text: [...text].join('\n'), color: brown, alignment: 'center', margin: [0, 2, 0, 2] }
}

function identity(who: Party): TableCell {
  const entry = (name: string, value: string) => ({
    text: [{ text: name, color: brown }, value],
    margin: [0, 1, 0, 1] as [number, number, number, number],
  })
  return {
    stack: [
      entry('名　　　　称：', who.name),
      entry('纳税人识别号：', who.creditCode),
      entry('地 址、电 话：', `${who.address} ${who.phone}`),
      entry('开户行及账号：', `${who.bank} ${who.account}`),
    ],
  }
}

/** A cell of the list: one line per item, so that the columns stay in step. */
function column(purchase: Purchase, of: (item: Purchase['items'][number]) => string): TableCell {
  return { text: purchase.items.map(of).join('\n'), alignment: 'right', margin: [0, 2, 0, 30] }
}

function goods(purchase: Purchase): TableCell[][] {
  const heads = [
    '货物或应税劳务、服务名称',
    '规格型号',
    '单位',
    '数量',
    '单价',
    '金额',
    '税率',
    '税额',
  ]
  const price = (item: Purchase['items'][number]) => new Big(item.net).div(item.count).toFixed(4)
  return [
    heads.map(label),
    [
      { ...(column(purchase, (item) => item.label) as object), alignment: 'left' } as TableCell,
      column(purchase, (item) => item.model || '　'),
      column(purchase, (item) => item.unit),
      column(purchase, (item) => String(item.count)),
      column(purchase, price),
      column(purchase, (item) => item.net),
      column(purchase, () => purchase.rate),
      column(purchase, (item) => item.tax),
    ],
    [
      label('合　　　计'),
      '',
      '',
      '',
      '',
      { text: `¥${netOf(purchase)}`, alignment: 'right' },
      '',
      { text: `¥${taxOf(purchase)}`, alignment: 'right' },
    ],
    [
      label('价税合计（大写）'),
      {
        colSpan: 7,
        columns: [
          { text: chineseAmount(totalOf(purchase), '圆') },
          { text: `（小写）¥${totalOf(purchase)}`, alignment: 'right' },
        ],
      },
      '',
      '',
      '',
      '',
      '',
      '',
    ],
  ]
}

function head(purchase: Purchase): Content[] {
  return [
    {
      columns: [
        { text: `发票代码：${purchase.code}`, width: 150 },
        {
          text: '江苏增值税专用发票',
          font: 'sans',
          fontSize: 17,
          color: brown,
          alignment: 'center',
          width: '*',
        },
        { text: `发票号码：${purchase.number}`, width: 150, alignment: 'right' },
      ],
    },
    {
      columns: [
        { text: '发 票 联', color: brown, width: '*', alignment: 'center', margin: [150, 0, 0, 6] },
        { text: `开票日期：${chineseDay(purchase.issuedOn)}`, width: 150, alignment: 'right' },
      ],
    },
  ]
}

/** `scan` makes the second copy of the same invoice: other bytes, same code and number. */
export function invoice(purchase: Purchase, scan = false): Paper {
  return {
    title: '江苏增值税专用发票',
    dated: purchase.issuedOn,
    size: { width: 446, height: 680 },
    landscape: true,
    margins: [26, 44, 26, 20],
    fontSize: 8.5,
    content: [
      ...(scan ? [{ text: '扫描件', absolutePosition: { x: 30, y: 24 }, fontSize: 8 }] : []),
      ...head(purchase),
      {
        table: {
          widths: [12, '*', 12, 150],
          body: [
            [
              side('购买方'),
              identity(enterprise),
              side('密码区'),
              {
                text: '示例文件不含密文',
                color: '#999999',
                alignment: 'center',
                margin: [0, 20, 0, 0],
              },
            ],
          ],
        },
        layout: lines,
      },
      {
        table: { widths: ['*', 48, 28, 28, 74, 74, 30, 70], body: goods(purchase) },
        layout: lines,
      },
      // Before the table it lies on: a drawing that does not fit under it would turn the page.
      seal(purchase.seller.name, 486, -10, '发票专用章'),
      {
        table: {
          widths: [12, '*', 12, 150],
          body: [
            [
              side('销售方'),
              identity(purchase.seller),
              side('备注'),
              `合同项下款项，${purchase.heading}`,
            ],
          ],
        },
        layout: lines,
      },
      {
        columns: ['收款人：示一', '复核：示二', '开票人：示三', '销售方（章）'].map((text) => ({
          text,
        })),
        margin: [20, 6, 0, 0],
      },
    ],
  }
}
