/** The example's profile: basic facts, the figures that the audit reports print, and the rest. */
import type { Sample } from '../../shared/model/sample.ts'
import * as books from './books.ts'
import { inTenThousands, minus, sum } from './money.ts'
import { area } from './park.ts'
import { enterprise } from './parties.ts'
import { purchases, totalOf } from './purchases.ts'
import { besideTheBooks, closing2023 } from './recent.ts'

type Indicator = Sample['enterprise']['indicators'][number]

const facts = {
  name: enterprise.name,
  creditCode: enterprise.creditCode,
  registeredOn: '2012-06-18',
  operatingSince: '2013-03-01',
  centreSince: '2016-05-10',
  nicheSince: '2013-03-01',
  registeredCapital: '8000',
  legalRepresentative: enterprise.representative,
  applicantKind: 'company',
  size: 'medium',
  sector: 'manufacturing',
  industry: '通用设备制造业',
  cluster: '高端装备集群',
  region: '320400',
  address: enterprise.address,
  postcode: '213000',
  contact: '林示文',
  contactTitle: '信息化部经理',
  phone: enterprise.phone,
  mobile: '13000000000',
  email: 'sample@example.invalid',
  introduction:
    '本企业为软件示例，全部内容均为虚构。公司主要从事精密零部件和智能装备的研发、制造与销售，产品用于高端装备、新能源和轨道交通领域，建有覆盖加工、装配、检测全流程的工业互联网平台。',
  recommender: '常州市工业和信息化局',
}

/** Spending on the factory project by the year of the invoice. */
function projectSpending(year: books.Year): string {
  const own = purchases.filter((each) => each.issuedOn.startsWith(String(year)))
  return inTenThousands(sum(own.map(totalOf)))
}

function ofYear(year: books.Year): Indicator[] {
  const values: Record<string, string> = {
    revenue: books.revenue.values[year],
    'main-revenue': books.mainRevenue.values[year],
    profit: books.profit.values[year],
    tax: minus('0', books.taxesPaid.values[year]),
    assets: books.assets.values[year],
    liabilities: books.debtTotal.values[year],
    sales: books.revenue.values[year],
    'rd-spend': books.research.values[year],
    employees: books.employees[year],
    'rd-staff': books.researchers[year],
    'iiot-spend': projectSpending(year),
  }
  return ofValues(year, values)
}

function ofValues(year: number, values: Readonly<Record<string, string>>): Indicator[] {
  return Object.entries(values).map(([code, value]) => ({ code, year, value }))
}

/** One vault has one profile: the park's figures stand in it beside the enterprise's own. */
function ofArea(year: 2021 | 2022): Indicator[] {
  return [
    { code: 'area-output', year, value: area.output[year] },
    { code: 'area-rd-share', year, value: area.researchShare[year] },
    { code: 'area-fund', year, value: area.fund[year] },
    { code: 'fibre-share', year, value: area.fibreShare[year] },
  ]
}

export const profile: Sample['enterprise'] = {
  facts,
  indicators: [
    ...books.years.flatMap(ofYear),
    ...ofValues(2023, closing2023),
    ...besideTheBooks,
    ...ofArea(2021),
    ...ofArea(2022),
  ],
}
