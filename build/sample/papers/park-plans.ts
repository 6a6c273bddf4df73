import { grouped } from '../money.ts'
import * as park from '../park.ts'
import { parkOffice } from '../parties.ts'
import type { OfficePaper } from './office-paper.ts'

/** What the park's administration decided: mechanism, plan, policy, fund, talents. */
export const parkPlans: readonly OfficePaper[] = [
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
  {
    file: 'park-talent',
    name: '关于加强工业互联网人才引育的若干措施.pdf',
    kind: 'policy',
    number: '云澜园示〔2021〕35号',
    issuer: parkOffice,
    issuedOn: '2021-09-17',
    title: '关于加强园区工业互联网人才引育的若干措施',
    paragraphs: [
      '一、对新引进的工业互联网领军人才，给予最高60万元安家补助；对创业团队给予最高200万元项目资助。',
      '二、支持职业院校与企业共建实训基地，年培训不少于800人次。',
      '三、截至目前，园区已引进领军人才3人、创业团队6个，集聚开发者约700人。',
    ],
  },
]
