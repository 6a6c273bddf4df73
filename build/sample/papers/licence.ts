import type { Content, ContextPageSize } from 'pdfmake/interfaces.d.ts'
import { heading } from '../layout.ts'
import { enterprise } from '../parties.ts'
import type { Paper } from '../render.ts'
import { seal } from '../seal.ts'

const gold = '#b08d3c'

/** A double golden rule round the page. */
export function goldenFrame(_page: number, size: ContextPageSize): Content {
  const rule = (inset: number, width: number) => ({
    type: 'rect' as const,
    x: inset,
    y: inset,
    w: size.width - 2 * inset,
    h: size.height - 2 * inset,
    lineWidth: width,
    lineColor: gold,
  })
  return { canvas: [rule(32, 3), rule(38, 0.8)] }
}

const entries: readonly (readonly [string, string])[] = [
  ['名　　称', enterprise.name],
  ['类　　型', '有限责任公司（自然人投资或控股）'],
  ['法定代表人', enterprise.representative],
  [
    '经营范围',
    '精密零部件、智能装备及配件的研发、制造、销售；工业自动化技术服务；软件开发；自营和代理各类商品及技术的进出口业务。（依法须经批准的项目，经相关部门批准后方可开展经营活动）',
  ],
  ['注册资本', '8000万元整'],
  ['成立日期', '2012年06月18日'],
  ['住　　所', enterprise.address],
]

export function licence(): Paper {
  return {
    title: '营业执照',
    dated: '2019-11-05',
    landscape: true,
    margins: [86, 56, 86, 50],
    fontSize: 12,
    frame: goldenFrame,
    content: [
      heading('营 业 执 照', 34, 6),
      { text: '（副　本）', alignment: 'center', margin: [0, 0, 0, 14] },
      { text: `统一社会信用代码　${enterprise.creditCode}`, font: 'sans', margin: [0, 0, 0, 12] },
      {
        table: {
          widths: [90, '*'],
          body: entries.map(([label, value]) => [
            { text: label, color: gold, font: 'sans' },
            { text: value },
          ]),
        },
        layout: { hLineWidth: () => 0, vLineWidth: () => 0, paddingTop: () => 3 },
      },
      seal('示例市场监督管理局', 520, -16),
      { text: '登记机关　示例市场监督管理局', alignment: 'right', margin: [0, 10, 0, 4] },
      { text: '2019年11月05日', alignment: 'right' },
    ],
  }
}
