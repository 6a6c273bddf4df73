/** What the enterprise bought for its factory project: contracts, invoices, payments, in 元. */
import { sum } from './money.ts'
import { machinery, type Party, software, testing } from './parties.ts'

export const project = '云樾精密零部件智能制造标杆工厂建设项目'

export type Item = {
  readonly label: string
  readonly model: string
  readonly unit: string
  readonly count: number
  readonly net: string
  readonly tax: string
}

export type Purchase = {
  /** Also the stem of the invoice's file name. */
  readonly id: string
  readonly contract: string
  /** Heading of the special audit under which it counts. */
  readonly heading: string
  readonly seller: Party
  readonly code: string
  readonly number: string
  readonly issuedOn: string
  readonly paidOn: string
  readonly rate: '6%' | '13%'
  readonly items: readonly Item[]
}

function item(
  label: string,
  model: string,
  unit: string,
  count: number,
  net: string,
  tax: string,
): Item {
  return { label, model, unit, count, net, tax }
}

export const headings = ['平台和系统开发费', '智能设备（终端）购置费', '测试验证和项目咨询费']

export const purchases: readonly Purchase[] = [
  {
    id: 'invoice-1',
    contract: 'contract-1',
    heading: '平台和系统开发费',
    seller: software,
    code: '3200209991',
    number: '00000101',
    issuedOn: '2020-09-18',
    paidOn: '2020-09-25',
    rate: '6%',
    items: [
      item('*信息技术服务*工业互联网平台开发费', '一期', '项', 1, '3301886.79', '198113.21'),
      item('*信息技术服务*设备数据采集系统开发费', '一期', '项', 1, '1415094.34', '84905.66'),
    ],
  },
  {
    id: 'invoice-2',
    contract: 'contract-2',
    heading: '智能设备（终端）购置费',
    seller: machinery,
    code: '3200219992',
    number: '00000202',
    issuedOn: '2021-06-25',
    paidOn: '2021-07-06',
    rate: '13%',
    items: [
      item('*工业机器人*柔性上下料机器人单元', 'HT-R20', '套', 6, '3185840.71', '414159.29'),
      item('*物流设备*激光导航搬运车', 'HT-A6', '台', 8, '2123893.80', '276106.20'),
    ],
  },
  {
    id: 'invoice-3',
    contract: 'contract-1',
    heading: '平台和系统开发费',
    seller: software,
    code: '3200219991',
    number: '00000303',
    issuedOn: '2021-11-12',
    paidOn: '2021-11-23',
    rate: '6%',
    items: [
      item('*信息技术服务*制造执行系统开发费', '二期', '项', 1, '2075471.70', '124528.30'),
      item('*信息技术服务*质量追溯系统开发费', '二期', '项', 1, '1226415.09', '73584.91'),
    ],
  },
  {
    id: 'invoice-4',
    contract: 'contract-2',
    heading: '智能设备（终端）购置费',
    seller: machinery,
    code: '3200229992',
    number: '00000404',
    issuedOn: '2022-04-20',
    paidOn: '2022-05-05',
    rate: '13%',
    items: [
      item('*数控机床*五轴联动加工中心', 'HT-M5', '台', 2, '4247787.61', '552212.39'),
      item('*检测设备*在线三坐标测量单元', 'HT-C3', '套', 4, '2212389.38', '287610.62'),
    ],
  },
  {
    id: 'invoice-5',
    contract: 'contract-3',
    heading: '测试验证和项目咨询费',
    seller: testing,
    code: '3200229993',
    number: '00000505',
    issuedOn: '2022-10-28',
    paidOn: '2022-11-08',
    rate: '6%',
    items: [
      item('*研发和技术服务*系统测试验证服务费', '', '项', 1, '1132075.47', '67924.53'),
      item('*鉴证咨询服务*项目咨询服务费', '', '项', 1, '471698.11', '28301.89'),
    ],
  },
]

export function netOf(purchase: Purchase): string {
  return sum(purchase.items.map((each) => each.net))
}
export function taxOf(purchase: Purchase): string {
  return sum(purchase.items.map((each) => each.tax))
}
/** 价税合计. */
export function totalOf(purchase: Purchase): string {
  return sum([netOf(purchase), taxOf(purchase)])
}
/** What the special audit found, all invoices together. */
export const auditedTotal = sum(purchases.map(totalOf))

export type Contract = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly seller: Party
  readonly signedOn: string
  readonly scope: string
  readonly delivery: string
}

export const contracts: readonly Contract[] = [
  {
    id: 'contract-1',
    number: 'YY-SL-2020-011',
    title: '工业互联网平台及制造执行系统开发合同',
    seller: software,
    signedOn: '2020-05-18',
    scope:
      '乙方为甲方建设覆盖精密零部件加工、装配、检测全流程的工业互联网平台，分两期交付设备数据采集、制造执行、质量追溯等系统。',
    delivery: '一期于2020年9月30日前、二期于2021年11月30日前上线并通过甲方验收。',
  },
  {
    id: 'contract-2',
    number: 'YY-SL-2021-006',
    title: '智能设备（终端）采购合同',
    seller: machinery,
    signedOn: '2021-03-09',
    scope:
      '甲方向乙方采购柔性上下料机器人单元、激光导航搬运车、五轴联动加工中心和在线三坐标测量单元，乙方负责安装、联网和调试。',
    delivery: '第一批于2021年6月30日前、第二批于2022年4月30日前交付并通过甲方验收。',
  },
  {
    id: 'contract-3',
    number: 'YY-SL-2022-019',
    title: '测试验证及项目咨询服务合同',
    seller: testing,
    signedOn: '2022-06-15',
    scope: '乙方对甲方工业互联网平台的功能、性能和安全进行测试验证，并提供标杆工厂建设咨询服务。',
    delivery: '于2022年10月31日前出具测试报告和咨询报告。',
  },
]

/** 合同金额: what the invoices under it add up to. */
export function contractTotal(contract: Contract): string {
  return sum(purchases.filter((each) => each.contract === contract.id).map(totalOf))
}
