import * as park from '../park.ts'
import { parkOffice } from '../parties.ts'
import type { OfficePaper } from './office-paper.ts'

const department = '示例工业和信息化主管部门'

/** Papers for the guiding items: pool, node, networks, funds, laboratories, incubation. */
export const parkExtras: readonly OfficePaper[] = [
  {
    file: 'park-pool',
    name: '智改数转服务资源池入选名单.pdf',
    kind: 'other',
    issuer: department,
    issuedOn: '2022-05-20',
    title: '智能化改造和数字化转型服务资源池入选名单（园区部分）',
    paragraphs: ['园区内以下单位入选省市智能化改造和数字化转型服务资源池：'],
    table: {
      widths: [110, '*', 140],
      rows: [['单位名称', '资源池名称', '主要产品和服务'], ...park.pool],
    },
  },
  {
    file: 'park-node',
    name: '标识解析二级节点上线证明.pdf',
    kind: 'other',
    issuer: department,
    issuedOn: '2022-09-12',
    title: '工业互联网标识解析二级节点上线证明',
    paragraphs: park.nodes.map(
      ([name, field, served]) =>
        `兹证明，${name}已建成上线，服务${field}行业，截至2022年8月底接入应用企业${served}家。`,
    ),
  },
  {
    file: 'park-wireless',
    name: '5G与窄带物联网建设应用情况说明.pdf',
    kind: 'other',
    issuer: '示例通信股份有限公司常州分公司',
    issuedOn: '2022-09-09',
    title: '5G与窄带物联网建设应用情况说明',
    paragraphs: [
      '截至2022年8月底，园区建成5G基站168个，接入窄带物联网终端1.6万个，建成5G全连接车间3个，开展5G工业应用11项，IPv6改造已启动。',
    ],
  },
  {
    file: 'park-invest',
    name: '园区产业投资基金投资情况证明.pdf',
    kind: 'other',
    issuer: parkOffice,
    issuedOn: '2022-09-13',
    title: '园区产业投资基金投资情况证明',
    paragraphs: [
      '园区产业投资基金规模3亿元，2021年9月至2022年8月投向工业互联网领域0.86亿元，带动社会资本1.5亿元；合作银行“改造贷”授信2.4亿元，支持企业41家。',
    ],
  },
  {
    file: 'park-labs',
    name: '创新中心和联合实验室批准文件.pdf',
    kind: 'other',
    issuer: department,
    issuedOn: '2021-06-25',
    title: '创新中心和联合实验室批准名单',
    paragraphs: ['经评审，以下机构获得批准：'],
    table: {
      widths: ['*', 120, 140],
      rows: [['机构名称', '所属企（事）业', '批准/认证机构'], ...park.laboratories],
    },
  },
  {
    file: 'park-incubation-finance',
    name: '重点培育型企业投融资情况表.pdf',
    kind: 'other',
    issuer: parkOffice,
    issuedOn: '2022-09-14',
    title: '重点培育型企业投融资情况表',
    paragraphs: ['2020年9月至2022年8月，园区重点培育型企业9家获得的资金如下：'],
    table: {
      widths: ['*', 140],
      rows: [
        ['资金类别', '金额（万元）'],
        ['政府资金', '1,860.00'],
        ['银行贷款', '6,200.00'],
        ['担保贷款', '2,100.00'],
        ['风险投资', '8,500.00'],
      ],
    },
  },
]
