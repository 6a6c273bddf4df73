/** The park's papers, as data: who issued what, when, and what it says. */
import { grouped } from '../money.ts'
import * as park from '../park.ts'
import { parkOffice } from '../parties.ts'

export type OfficePaper = {
  readonly file: string
  readonly name: string
  readonly kind: 'certificate' | 'policy' | 'other' | 'activity'
  readonly number?: string
  readonly issuer: string
  readonly issuedOn: string
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly table?: {
    readonly widths: (number | string)[]
    readonly rows: readonly (readonly string[])[]
  }
}

const stars = { 3: '三', 4: '四', 5: '五' } as const
const department = '示例工业和信息化主管部门'
const carrier = '示例通信股份有限公司常州分公司'

const honours = park.honours.map(
  ([title, month], at): OfficePaper => ({
    file: `park-honour-${at + 1}`,
    name: `${title.replace(/（.*/, '')}证书.pdf`,
    kind: 'certificate',
    number: `SL-RY-${month.slice(0, 4)}-0${at + 1}`,
    issuer: department,
    issuedOn: `${month}-20`,
    title: '荣 誉 证 书',
    paragraphs: [`${parkName()}：`, `经评审、公示，你园区被认定为“${title}”。`, '特发此证。'],
  }),
)

function parkName(): string {
  return parkOffice.replace('管理委员会', '')
}

const plans: readonly OfficePaper[] = [
  {
    file: 'park-group',
    name: '关于成立工业互联网发展领导小组的通知.pdf',
    kind: 'policy',
    number: '云澜园示〔2020〕12号',
    issuer: parkOffice,
    issuedOn: '2020-04-16',
    title: '关于成立园区工业互联网发展领导小组的通知',
    paragraphs: [
      '为统筹推进园区工业互联网建设，经研究，决定成立园区工业互联网发展领导小组，由管委会主任任组长，分管副主任任副组长，经济发展局、科技人才局、财政局、建设局负责同志为成员。',
      '领导小组每季度召开一次联席会议，研究重大事项，协调解决平台建设、企业上云和要素保障中的问题。办公室设在经济发展局。',
    ],
  },
  {
    file: 'park-plan-2022',
    name: '2022年度工业互联网工作计划.pdf',
    kind: 'policy',
    number: '云澜园示〔2022〕6号',
    issuer: parkOffice,
    issuedOn: '2022-02-18',
    title: '园区2022年度工业互联网工作计划',
    paragraphs: [
      '2022年，园区计划新增星级上云企业4家、省级工业互联网标杆工厂1家，推动规模以上工业企业智能化改造全覆盖。',
      '重点工作：一是完善标识解析二级节点应用；二是组织“数智进企”诊断60家；三是举办供需对接活动6场；四是落实专项资金1200万元。',
    ],
  },
  {
    file: 'park-policy',
    name: '关于支持工业互联网创新发展的若干政策.pdf',
    kind: 'policy',
    number: '云澜园示〔2021〕28号',
    issuer: parkOffice,
    issuedOn: '2021-07-08',
    title: '关于支持园区工业互联网创新发展的若干政策',
    paragraphs: [
      '一、支持平台建设。对新认定的省级以上工业互联网平台，给予最高100万元奖励。',
      '二、支持企业上云。对新获评三星级、四星级、五星级上云企业，分别给予5万元、10万元、20万元奖励。',
      '三、支持标杆示范。对新认定的省级工业互联网标杆工厂，给予50万元奖励。',
      '四、支持人才引进。对工业互联网领军人才和创业团队，给予安家补助和项目资助。',
      '五、园区每年安排工业互联网专项资金不少于1000万元。',
    ],
  },
  {
    file: 'park-fund-2022',
    name: '2022年度工业互联网专项资金安排证明.pdf',
    kind: 'other',
    number: '云澜园示财〔2022〕9号',
    issuer: parkOffice,
    issuedOn: '2022-03-10',
    title: '2022年度工业互联网专项资金安排证明',
    paragraphs: [
      `兹证明，园区2022年度财政预算安排工业互联网专项资金${grouped(park.area.fund[2022])}万元，2021年度安排${grouped(park.area.fund[2021])}万元，均已下达。`,
    ],
  },
]

const proofs: readonly OfficePaper[] = [
  {
    file: 'park-output',
    name: '区域工业产值和主营业务收入证明.pdf',
    kind: 'other',
    issuer: parkOffice,
    issuedOn: '2022-09-06',
    title: '区域工业经济指标证明',
    paragraphs: [
      `经统计，园区2021年度实现区域工业产值${park.area.output[2021]}亿元，规模以上企业研发投入占营业收入比重${park.area.researchShare[2021]}%。`,
      `主营业务收入达到50亿元的工业企业${park.giants.length}家：${park.giants.join('、')}；介于30亿元至50亿元的${park.middling.length}家：${park.middling.join('、')}。`,
    ],
  },
  {
    file: 'park-projects',
    name: '工业互联网相关项目入选名单.pdf',
    kind: 'other',
    issuer: department,
    issuedOn: '2022-08-30',
    title: '国家级、省级工业互联网相关项目入选名单（摘录）',
    paragraphs: ['以下为园区内企业和单位入选的项目：'],
    table: {
      widths: ['*', 130, 60],
      rows: [['项目名称', '建设单位', '获评时间'], ...park.projects, ...park.parkPilots],
    },
  },
  {
    file: 'park-stars',
    name: '星级上云企业名单.pdf',
    kind: 'other',
    issuer: department,
    issuedOn: '2022-08-31',
    title: '园区星级上云企业名单',
    paragraphs: [`截至2022年8月底，园区内星级上云企业共${park.starred.length}家，名单如下：`],
    table: {
      widths: [40, '*', 80, 80],
      rows: [
        ['序号', '企业名称', '上云星级', '获评时间'],
        ...park.starred.map(([name, star, month], at) => [
          String(at + 1),
          name,
          `${stars[star]}星级`,
          month,
        ]),
      ],
    },
  },
  {
    file: 'park-factories',
    name: '省工业互联网标杆工厂名单.pdf',
    kind: 'other',
    issuer: department,
    issuedOn: '2022-06-15',
    title: '江苏省工业互联网标杆工厂名单（园区部分）',
    paragraphs: ['园区内以下项目被认定为江苏省工业互联网标杆工厂：'],
    table: {
      widths: ['*', 150, 90],
      rows: [['项目名称', '企业名称', '行业领域'], ...park.factories],
    },
  },
  {
    file: 'park-suppliers',
    name: '工业互联网产品供应商情况表.pdf',
    kind: 'other',
    issuer: parkOffice,
    issuedOn: '2022-09-08',
    title: '园区工业互联网产品供应商及服务资源池入选情况',
    paragraphs: [
      `主营业务收入1000万元以上的供应商${park.suppliers.length}家；入选省市服务资源池${park.pool.length}家：${park.pool.map(([name]) => name).join('、')}。`,
    ],
    table: {
      widths: ['*', 160, 100],
      rows: [
        ['企业名称', '典型产品名称', '年收入（万元）'],
        ...park.suppliers.map(([name, , product, income]) => [name, product, grouped(income)]),
      ],
    },
  },
  {
    file: 'park-fibre',
    name: '光纤到企覆盖率证明.pdf',
    kind: 'other',
    issuer: carrier,
    issuedOn: '2022-09-09',
    title: '光纤到企覆盖率证明',
    paragraphs: [
      `截至2022年8月31日，园区工业企业共500家，已实现光纤到企493家，光纤到企覆盖率${park.area.fibreShare[2022]}%；建成5G基站168个，实现生产区域连续覆盖。`,
    ],
  },
  {
    file: 'park-incubators',
    name: '孵化载体及入驻企业名单.pdf',
    kind: 'other',
    issuer: parkOffice,
    issuedOn: '2022-09-09',
    title: '孵化载体工业互联网相关入驻企业名单',
    paragraphs: [
      `园区有孵化器、加速器、众创空间2个，工业互联网相关入驻企业${park.incubated.length}家。`,
    ],
    table: {
      widths: [40, 130, '*', 110],
      rows: [
        ['序号', '孵化载体', '入驻企业', '主要业务方向'],
        ...park.incubated.map(([home, name, field], at) => [String(at + 1), home, name, field]),
      ],
    },
  },
  {
    file: 'park-alliance',
    name: '工业互联网产业联盟活动材料.pdf',
    kind: 'activity',
    issuer: parkOffice,
    issuedOn: '2022-07-21',
    title: '园区工业互联网产业联盟供需对接会纪要',
    paragraphs: [
      '2022年7月21日，园区工业互联网产业联盟在园区会议中心举办供需对接会，联盟成员单位58家、制造企业126家参加，现场签约项目9个。',
    ],
  },
]

export const officePapers: readonly OfficePaper[] = [...honours, ...plans, ...proofs]
