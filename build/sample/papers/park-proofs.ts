import { grouped } from '../money.ts'
import * as park from '../park.ts'
import { parkOffice } from '../parties.ts'
import type { OfficePaper } from './office-paper.ts'

const department = '示例工业和信息化主管部门'
const carrier = '示例通信股份有限公司常州分公司'

/** Lists and statements that prove the figures and tables of the park's form. */
export const parkProofs: readonly OfficePaper[] = [
  {
    file: 'park-output',
    name: '区域工业产值和研发投入占比证明.pdf',
    kind: 'other',
    issuer: parkOffice,
    issuedOn: '2022-09-06',
    title: '区域工业经济指标证明',
    paragraphs: [
      `经统计，园区2021年度实现区域工业产值${park.area.output[2021]}亿元，规模以上企业研发投入占营业收入比重${park.area.researchShare[2021]}%。`,
    ],
  },
  {
    file: 'park-leaders',
    name: '主营业务收入30亿元以上工业企业名单.pdf',
    kind: 'other',
    issuer: parkOffice,
    issuedOn: '2022-09-06',
    title: '主营业务收入30亿元以上工业企业名单',
    paragraphs: [
      `经统计，2021年度园区主营业务收入达到50亿元的工业企业${park.giants.length}家：${park.giants.join('、')}；介于30亿元至50亿元的${park.middling.length}家：${park.middling.join('、')}。`,
    ],
  },
  {
    file: 'park-platforms',
    name: '工业互联网平台专项项目入选通知.pdf',
    kind: 'other',
    issuer: department,
    issuedOn: '2022-07-12',
    title: '工业互联网平台专项项目入选名单（摘录）',
    paragraphs: ['园区内以下平台入选省级工业互联网平台专项项目：'],
    table: {
      widths: ['*', 120, 100, 80],
      rows: [
        ['工业互联网平台名称', '建设单位', '服务行业或方向', '服务企业（家）'],
        ...park.platforms,
      ],
    },
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
          park.starLabels[star],
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
    title: '园区工业互联网产品供应商情况表',
    paragraphs: [
      `主营业务收入1000万元以上的工业互联网供应商${park.suppliers.length}家，情况如下：`,
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
        ...park.incubated.map(([home, name, field], at) => [
          String(at + 1),
          home,
          name,
          park.directions[field],
        ]),
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
