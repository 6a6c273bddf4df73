import type { Content } from 'pdfmake/interfaces.d.ts'
import { chineseAmount } from '../../../shared/programme/chinese-amount.ts'
import { cover, heading, paragraph, signed, subheading, table } from '../layout.ts'
import { chineseDay, grouped, inTenThousands, sum } from '../money.ts'
import { auditor, enterprise } from '../parties.ts'
import { auditedTotal, headings, project, purchases, totalOf } from '../purchases.ts'
import type { Paper } from '../render.ts'

export const specialAuditNumber = '中衡示专审字〔2023〕第0026号'
export const specialAuditDay = '2023-02-06'

function byHeading(): Content {
  const rows = headings.map((heading) => {
    const own = purchases.filter((each) => each.heading === heading).map(totalOf)
    return [heading, String(own.length), grouped(sum(own))]
  })
  return table(
    ['*', 80, 130],
    [
      ['投入类别', '发票（张）', '审定金额（元）'],
      ...rows,
      ['合计', String(purchases.length), grouped(auditedTotal)],
    ],
    [1, 2],
  )
}

function byInvoice(): Content {
  return table(
    [24, 62, 50, 62, '*', 84],
    [
      ['序号', '发票代码', '发票号码', '开票日期', '销售方', '价税合计（元）'],
      ...purchases.map((each, at) => [
        String(at + 1),
        each.code,
        each.number,
        each.issuedOn,
        each.seller.name,
        grouped(totalOf(each)),
      ]),
      ['', '合计', '', '', '', grouped(auditedTotal)],
    ],
    [5],
    9,
  )
}

export function specialAudit(): Paper {
  return {
    title: '标杆工厂项目投入专项审计报告',
    dated: specialAuditDay,
    pageNumbers: true,
    content: [
      ...cover(
        [enterprise.name, '工业互联网标杆工厂项目投入', '专项审计报告'],
        [specialAuditNumber, auditor, chineseDay(specialAuditDay)],
      ),
      heading('专项审计报告', 20, 4),
      { text: specialAuditNumber, alignment: 'right', margin: [0, 0, 0, 10] },
      { text: `${enterprise.name}：`, font: 'sans', margin: [0, 0, 0, 6] },
      paragraph(
        `我们接受委托，对贵公司“${project}”2020年1月1日至2022年12月31日的投入情况进行了专项审计。提供真实、完整的资料是贵公司的责任，我们的责任是在实施审计程序的基础上发表审计意见。`,
      ),
      subheading('一、项目概况'),
      paragraph(
        '项目于2020年5月启动，2022年11月建成并投入运行，建设内容包括工业互联网平台及制造执行系统开发、智能设备（终端）购置、测试验证和项目咨询。',
      ),
      subheading('二、审计意见'),
      paragraph(
        `经审计，上述期间项目投入合计人民币${chineseAmount(auditedTotal)}（¥${grouped(auditedTotal)}，即${inTenThousands(auditedTotal)}万元），全部取得发票并已支付，在所有重大方面真实、合规。`,
      ),
      byHeading(),
      {
        text: '中国注册会计师：示甲（签字）　　中国注册会计师：示乙（签字）',
        margin: [0, 14, 0, 0],
      },
      signed(auditor, chineseDay(specialAuditDay)),
      { ...(heading('附表　项目投入发票明细', 14, 8) as object), pageBreak: 'before' } as Content,
      byInvoice(),
      paragraph('注：以上金额均为价税合计；发票、合同、付款凭证已逐笔核对。'),
    ],
  }
}
