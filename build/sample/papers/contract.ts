import type { Content } from 'pdfmake/interfaces.d.ts'
import { chineseAmount } from '../../../shared/programme/chinese-amount.ts'
import { heading, paragraph, subheading, table } from '../layout.ts'
import { chineseDay, grouped } from '../money.ts'
import { enterprise, type Party } from '../parties.ts'
import { type Contract, contractTotal, project, purchases } from '../purchases.ts'
import type { Paper } from '../render.ts'
import { seal } from '../seal.ts'

function party(role: string, who: Party) {
  return [
    {
      text: `${role}：${who.name}`,
      font: 'sans',
      margin: [0, 4, 0, 2] as [number, number, number, number],
    },
    { text: `统一社会信用代码：${who.creditCode}`, fontSize: 10 },
    { text: `地址：${who.address}　电话：${who.phone}`, fontSize: 10 },
  ]
}

/** A clause that stays together with its heading. */
function clause(title: string, text: string): Content {
  return { unbreakable: true, stack: [subheading(title), paragraph(text)] }
}

function goods(contract: Contract) {
  const items = purchases
    .filter((each) => each.contract === contract.id)
    .flatMap((each) => each.items)
  return table(
    ['*', 60, 40, 40],
    [
      ['名称', '规格', '单位', '数量'],
      ...items.map((each) => [
        each.label.replace(/^\*[^*]+\*/, ''),
        each.model,
        each.unit,
        String(each.count),
      ]),
    ],
    [3],
  )
}

export function contractPaper(contract: Contract): Paper {
  const total = contractTotal(contract)
  return {
    title: contract.title,
    dated: contract.signedOn,
    pageNumbers: true,
    content: [
      heading(contract.title, 18),
      { text: `合同编号：${contract.number}`, alignment: 'right', margin: [0, 0, 0, 8] },
      ...party('甲方（买方）', enterprise),
      ...party('乙方（卖方）', contract.seller),
      subheading('第一条　标的'),
      paragraph(`本合同服务于甲方“${project}”。${contract.scope}`),
      goods(contract),
      subheading('第二条　价款'),
      paragraph(
        `合同总价（含税）为人民币${chineseAmount(total)}（¥${grouped(total)}），乙方按到货或验收进度开具增值税专用发票，甲方在收到发票后三十日内以银行转账方式付款。`,
      ),
      clause('第三条　交付与验收', contract.delivery),
      clause(
        '第四条　质量保证',
        '质量保证期为验收合格之日起二十四个月，期内因乙方原因发生的故障由乙方免费排除。',
      ),
      clause(
        '第五条　保密与知识产权',
        '双方对履行本合同中知悉的技术资料和经营信息负有保密义务；为甲方定制开发的成果归甲方所有。',
      ),
      clause(
        '第六条　违约责任与争议解决',
        '任何一方违约应赔偿对方的直接损失；争议由双方协商解决，协商不成的，提交甲方所在地人民法院。',
      ),
      {
        unbreakable: true,
        columns: [
          {
            stack: [
              seal(enterprise.name, 40, -6, '合同专用章'),
              { text: '甲方（盖章）：', margin: [0, 24, 0, 6] },
              { text: enterprise.name, fontSize: 10 },
              { text: `代表：${enterprise.representative}`, fontSize: 10 },
              {
                text: `签订日期：${chineseDay(contract.signedOn)}`,
                fontSize: 10,
                margin: [0, 0, 0, 34],
              },
            ],
          },
          {
            stack: [
              seal(contract.seller.name, 40, -6, '合同专用章'),
              { text: '乙方（盖章）：', margin: [0, 24, 0, 6] },
              { text: contract.seller.name, fontSize: 10 },
              { text: `代表：${contract.seller.representative}`, fontSize: 10 },
              {
                text: `签订日期：${chineseDay(contract.signedOn)}`,
                fontSize: 10,
                margin: [0, 0, 0, 34],
              },
            ],
          },
        ],
      },
    ],
  }
}
