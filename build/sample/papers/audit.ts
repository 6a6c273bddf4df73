/** The annual audit report: opinion, three statements, notes. Printed in 元, two years side by side. */
import type { Content } from 'pdfmake/interfaces.d.ts'
import * as books from '../books.ts'
import { cover, heading, paragraph, signed, subheading, table } from '../layout.ts'
import { chineseDay, grouped, inYuan, minus } from '../money.ts'
import { auditor, enterprise } from '../parties.ts'
import type { Paper } from '../render.ts'

export type AuditReport = {
  readonly year: 2021 | 2022
  readonly number: string
  readonly dated: string
}

export const auditReports: readonly AuditReport[] = [
  { year: 2021, number: '中衡示审字〔2022〕第0318号', dated: '2022-03-25' },
  { year: 2022, number: '中衡示审字〔2023〕第0112号', dated: '2023-01-30' },
]

function row(line: books.Line, year: 2021 | 2022): string[] {
  return [line.label, line.values[year], line.values[(year - 1) as books.Year]].map((text, at) =>
    at === 0 ? text : grouped(inYuan(text)),
  )
}

function statement(
  title: string,
  heads: readonly string[],
  lines: readonly books.Line[],
  report: AuditReport,
): Content[] {
  return [
    { ...(heading(title, 16, 6) as object), pageBreak: 'before' } as Content,
    {
      columns: [
        { text: `编制单位：${enterprise.name}`, width: '*' },
        { text: '单位：元', alignment: 'right', width: 60 },
      ],
      fontSize: 10,
    },
    table(
      ['*', 120, 120],
      [heads, ...lines.map((each) => row(each, report.year))],
      [1, 2],
      9.5,
      0.4,
    ),
    {
      text: '法定代表人：沈示远　　主管会计工作负责人：示四　　会计机构负责人：示五',
      fontSize: 10,
    },
  ]
}

function opinion(report: AuditReport): Content[] {
  const { year } = report
  return [
    heading('审 计 报 告', 20, 4),
    { text: report.number, alignment: 'right', margin: [0, 0, 0, 10] },
    { text: `${enterprise.name}全体股东：`, font: 'sans', margin: [0, 0, 0, 6] },
    subheading('一、审计意见'),
    paragraph(
      `我们审计了${enterprise.name}（以下简称贵公司）财务报表，包括${year}年12月31日的资产负债表，${year}年度的利润表、现金流量表以及相关财务报表附注。`,
    ),
    paragraph(
      `我们认为，后附的财务报表在所有重大方面按照企业会计准则的规定编制，公允反映了贵公司${year}年12月31日的财务状况以及${year}年度的经营成果和现金流量。`,
    ),
    subheading('二、形成审计意见的基础'),
    paragraph(
      '我们按照中国注册会计师审计准则的规定执行了审计工作。我们独立于贵公司，并履行了职业道德方面的其他责任。我们相信，我们获取的审计证据是充分、适当的，为发表审计意见提供了基础。',
    ),
    subheading('三、管理层和治理层对财务报表的责任'),
    paragraph(
      '贵公司管理层负责按照企业会计准则的规定编制财务报表，使其实现公允反映，并设计、执行和维护必要的内部控制，以使财务报表不存在由于舞弊或错误导致的重大错报。',
    ),
    subheading('四、注册会计师对财务报表审计的责任'),
    paragraph(
      '我们的目标是对财务报表整体是否不存在由于舞弊或错误导致的重大错报获取合理保证，并出具包含审计意见的审计报告。',
    ),
    { text: '中国注册会计师：示甲（签字）　　中国注册会计师：示乙（签字）', margin: [0, 14, 0, 0] },
    signed(auditor, chineseDay(report.dated)),
  ]
}

function notes(report: AuditReport): Content[] {
  const { year } = report
  const before = (year - 1) as books.Year
  const revenue = [
    books.mainRevenue,
    { label: '其他业务收入', values: otherRevenue() },
    books.revenue,
  ]
  return [
    { ...(heading('财务报表附注', 16, 8) as object), pageBreak: 'before' } as Content,
    subheading('一、公司基本情况'),
    paragraph(
      `本公司成立于2012年6月18日，注册资本8000万元，统一社会信用代码${enterprise.creditCode}，主要从事精密零部件及智能装备的研发、制造和销售。截至${year}年12月31日，职工${books.employees[year]}人，其中研发人员${books.researchers[year]}人。`,
    ),
    subheading('二、主要会计政策'),
    paragraph(
      '本财务报表以持续经营为基础编制。会计年度自公历1月1日起至12月31日止，以人民币为记账本位币。收入在客户取得相关商品控制权时确认。固定资产按年限平均法计提折旧。',
    ),
    subheading('三、营业收入'),
    table(
      ['*', 120, 120],
      [
        ['项目', `${year}年度`, `${before}年度`],
        ...revenue.map((each) =>
          row({ ...each, label: each.label.replace(/^其中：|^一、/, '') }, year),
        ),
      ],
      [1, 2],
    ),
    subheading('四、研发费用'),
    paragraph(
      `本年度研发费用${grouped(inYuan(books.research.values[year]))}元，上年度${grouped(inYuan(books.research.values[before]))}元，主要为人员费用、材料费用和试验检验费用。`,
    ),
    subheading('五、期后事项'),
    paragraph('截至本财务报表批准报出日，本公司无需要披露的重大期后事项。'),
  ]
}

function otherRevenue(): books.Line['values'] {
  const of = (year: books.Year) => minus(books.revenue.values[year], books.mainRevenue.values[year])
  return { 2020: of(2020), 2021: of(2021), 2022: of(2022) }
}

function balanceSheet(): books.Line[] {
  return [
    ...books.currentAssets,
    books.total('流动资产合计', books.currentAssets),
    ...books.fixedAssets,
    books.total('非流动资产合计', books.fixedAssets),
    books.assets,
    ...books.debts,
    books.debtTotal,
    ...books.equity,
    books.equityTotal,
    books.total('负债和所有者权益总计', [books.debtTotal, books.equityTotal]),
  ]
}

function incomeStatement(): books.Line[] {
  const costs = books.costs.map((each, at) =>
    at === 0 ? { ...each, label: `减：${each.label}` } : each,
  )
  return [
    books.revenue,
    books.mainRevenue,
    ...costs,
    books.otherIncome,
    books.operatingProfit,
    ...books.outside,
    books.profit,
    books.incomeTax,
    books.netProfit,
  ]
}

function cashFlow(): books.Line[] {
  return [
    ...books.operating,
    books.total('经营活动产生的现金流量净额', books.operating),
    ...books.investing,
    books.total('投资活动产生的现金流量净额', books.investing),
    ...books.financing,
    books.total('筹资活动产生的现金流量净额', books.financing),
    books.cashChange,
    books.openingCash,
    books.closingCash,
  ]
}

export function audit(report: AuditReport): Paper {
  const { year } = report
  const periods = ['项目', `${year}年度`, `${year - 1}年度`]
  const days = ['项目', `${year}年12月31日`, `${year - 1}年12月31日`]
  return {
    title: `${year}年度审计报告`,
    dated: report.dated,
    pageNumbers: true,
    content: [
      ...cover(
        [enterprise.name, `${year}年度审计报告`],
        [report.number, auditor, chineseDay(report.dated)],
      ),
      ...opinion(report),
      ...statement('资产负债表', days, balanceSheet(), report),
      ...statement('利润表', periods, incomeStatement(), report),
      ...statement('现金流量表', periods, cashFlow(), report),
      ...notes(report),
    ],
  }
}
