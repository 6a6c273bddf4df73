/**
 * The enterprise's books, 万元, for 2020 to 2022. What can be derived is derived, so that balance
 * sheet, income statement, cash flow and the profile's indicators cannot disagree.
 */
import { minus, sum } from './money.ts'

export const years = [2020, 2021, 2022] as const
export type Year = (typeof years)[number]
/** One line of a statement: a figure per year. */
export type Line = { readonly label: string; readonly values: Readonly<Record<Year, string>> }

function line(label: string, y2020: string, y2021: string, y2022: string): Line {
  return { label, values: { 2020: y2020, 2021: y2021, 2022: y2022 } }
}

function derive(label: string, of: (year: Year) => string): Line {
  return line(label, of(2020), of(2021), of(2022))
}

export function total(label: string, lines: readonly Line[]): Line {
  return derive(label, (year) => sum(lines.map((each) => each.values[year])))
}

export const mainRevenue = line('其中：主营业务收入', '47985.20', '55402.66', '62988.47')
const otherRevenue = line('其他业务收入', '635.15', '778.06', '916.71')
export const revenue = total('一、营业收入', [mainRevenue, otherRevenue])
export const research = line('研发费用', '2236.54', '2696.67', '3195.26')
export const costs = [
  line('营业成本', '36890.40', '42530.15', '48210.66'),
  line('税金及附加', '298.15', '342.60', '388.92'),
  line('销售费用', '1620.44', '1835.27', '2046.80'),
  line('管理费用', '2380.66', '2702.35', '3010.54'),
  research,
  line('财务费用', '620.18', '598.40', '562.33'),
  line('信用减值损失', '168.25', '182.40', '205.17'),
]
export const otherIncome = line('加：其他收益', '210.30', '268.45', '320.60')
export const operatingProfit = derive('二、营业利润', (year) =>
  minus(
    sum([revenue.values[year], otherIncome.values[year]]),
    sum(costs.map((each) => each.values[year])),
  ),
)
export const outside = [
  line('加：营业外收入', '36.20', '28.75', '41.30'),
  line('减：营业外支出', '22.10', '18.60', '25.45'),
] as const
export const profit = derive('三、利润总额', (year) =>
  minus(sum([operatingProfit.values[year], outside[0].values[year]]), outside[1].values[year]),
)
export const incomeTax = line('减：所得税费用', '412.36', '503.18', '598.74')
export const netProfit = derive('四、净利润', (year) =>
  minus(profit.values[year], incomeTax.values[year]),
)

const cash = line('货币资金', '6850.42', '7920.65', '9105.38')
export const currentAssets = [
  cash,
  line('应收账款', '11230.18', '12640.77', '13985.62'),
  line('预付款项', '1120.50', '980.36', '1065.21'),
  line('存货', '8960.33', '9875.10', '10420.84'),
  line('其他流动资产', '315.60', '402.18', '388.95'),
]
export const fixedAssets = [
  line('固定资产', '21480.75', '23160.40', '25870.66'),
  line('在建工程', '1960.20', '2480.55', '860.30'),
  line('无形资产', '3240.00', '3610.25', '4285.48'),
  line('递延所得税资产', '182.36', '205.14', '221.07'),
]
export const assets = total('资产总计', [...currentAssets, ...fixedAssets])

const dividends: Record<Year, string> = { 2020: '1000.00', 2021: '1500.00', 2022: '2000.00' }
function retained(year: Year): string {
  const before = year === 2020 ? '15860.40' : retained((year - 1) as Year)
  return minus(sum([before, netProfit.values[year]]), dividends[year])
}
export const equity = [
  line('实收资本', '8000.00', '8000.00', '8000.00'),
  line('资本公积', '1200.00', '1200.00', '1200.00'),
  derive('盈余公积及未分配利润', retained),
]
export const equityTotal = total('所有者权益合计', equity)
const knownDebts = {
  before: [line('短期借款', '9500.00', '9000.00', '8500.00')],
  after: [
    line('合同负债', '860.35', '1020.48', '1186.90'),
    line('应付职工薪酬', '980.12', '1105.36', '1248.55'),
    line('应交税费', '612.44', '705.90', '798.31'),
    line('长期借款', '4000.00', '3600.00', '3000.00'),
    line('递延收益', '420.00', '560.00', '710.00'),
  ],
}
/** Balances the sheet. */
const payables = derive('应付账款', (year) =>
  minus(
    minus(assets.values[year], equityTotal.values[year]),
    sum([...knownDebts.before, ...knownDebts.after].map((each) => each.values[year])),
  ),
)
export const debts = [...knownDebts.before, payables, ...knownDebts.after]
export const debtTotal = total('负债合计', debts)

export const taxesPaid = line('支付的各项税费', '-2210.55', '-2630.18', '-3020.76')
export const openingCash = derive('加：期初现金及现金等价物余额', (year) =>
  year === 2020 ? '6120.15' : cash.values[(year - 1) as Year],
)
export const closingCash = derive('期末现金及现金等价物余额', (year) => cash.values[year])
export const cashChange = derive('现金及现金等价物净增加额', (year) =>
  minus(closingCash.values[year], openingCash.values[year]),
)
export const investing = [
  line('购建固定资产、无形资产支付的现金', '-3860.40', '-4520.15', '-4980.36'),
  line('收到其他与投资活动有关的现金', '60.00', '45.00', '80.00'),
]
export const financing = [
  line('取得借款收到的现金', '13500.00', '12600.00', '11500.00'),
  line('偿还债务支付的现金', '-13200.00', '-13500.00', '-12600.00'),
  line('分配股利、偿付利息支付的现金', '-1608.20', '-2086.35', '-2551.40'),
]
const receipts = line('销售商品、提供劳务收到的现金', '53860.22', '62140.58', '70820.36')
const wages = line('支付给职工以及为职工支付的现金', '-7120.50', '-8065.44', '-9120.18')
/** Balances the cash flow. */
const purchases = derive('购买商品、接受劳务支付的现金', (year) =>
  minus(
    cashChange.values[year],
    sum([receipts, wages, taxesPaid, ...investing, ...financing].map((each) => each.values[year])),
  ),
)
export const operating = [receipts, purchases, wages, taxesPaid]

export const employees: Record<Year, string> = { 2020: '486', 2021: '512', 2022: '538' }
export const researchers: Record<Year, string> = { 2020: '62', 2021: '71', 2022: '83' }
