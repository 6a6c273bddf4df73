/**
 * The two applications that the example has begun. [Note: Faults on purpose] The factory's links
 * hold the certificate that ran out (the renewed one lies in the archive), the same invoice twice,
 * and no stamped 申报书; the base's lack only the stamped 申报书, which is printed from the form.
 */
import type { SampleApplication } from '../../shared/model/sample.ts'
import { answers } from './base/answers.ts'
import { repeatedInvoiceFile } from './materials.ts'
import { expiredCertificate } from './papers/certificate.ts'
import { purchases } from './purchases.ts'

const pdf = (stem: string) => `${stem}.pdf`
const note = (text: string) => `${text}（示例意见）`

/** What only a person can judge, by condition. */
const judged: Readonly<Record<string, string>> = {
  registered: note('营业执照登记机关在常州市，为独立法人'),
  'sound-finance': note('设财务部，2021、2022年度审计报告均为标准无保留意见'),
  reputation: note('已查询信用报告，无失信记录'),
  guide: note('已对照附件2建设指南逐项核对'),
  team: note('信息化部专职18人，研发人员83人'),
  built: note('项目于2022年11月建成并投入运行'),
  'basic-technology': note('设备联网、数据采集、网络安全三个方面均满足'),
  'production-system': note('生产、质量、物流三个方向均有涉及'),
  'benchmark-ability': note('涉及质量追溯方向'),
  'business-mode': note('所选方向：智能化制造'),
  cluster: note('属于高端装备集群'),
}

const factory: SampleApplication = {
  programme: 'js-iiot-benchmark-factory',
  edition: '2023',
  track: null,
  links: {
    'special-audit': ['special-audit.pdf'],
    invoices: [...purchases.map(({ id }) => pdf(id)), repeatedInvoiceFile],
    certificate: [pdf(expiredCertificate.file)],
    licence: ['licence.pdf'],
  },
  answers: {},
  attestations: Object.entries(judged).map(([condition, text]) => ({
    condition,
    outcome: 'met',
    name: '林示文',
    note: text,
    on: '2023-02-10',
  })),
  waivers: [],
}

const base: SampleApplication = {
  programme: 'js-internet-plus-base',
  edition: '2022',
  track: null,
  links: {
    'output-proof': ['park-output.pdf'],
    'enterprise-list': ['park-leaders.pdf'],
    'honour-proof': ['park-honour-1.pdf', 'park-honour-2.pdf', 'park-honour-3.pdf'],
    'rd-proof': ['park-output.pdf'],
    'supplier-list': ['park-suppliers.pdf'],
    'pool-list': ['park-pool.pdf'],
    'platform-award': ['park-platforms.pdf'],
    'project-awards': ['park-projects.pdf'],
    'star-certificates': ['park-stars.pdf'],
    'factory-award': ['park-factories.pdf'],
    'fibre-proof': ['park-fibre.pdf'],
    'node-proof': ['park-node.pdf'],
    'wireless-proof': ['park-wireless.pdf'],
    'invest-proof': ['park-invest.pdf'],
    'lab-proof': ['park-labs.pdf'],
    'work-plan': ['park-group.pdf', 'park-plan-2022.pdf'],
    policy: ['park-policy.pdf'],
    'fund-proof': ['park-fund-2022.pdf'],
    'alliance-proof': ['park-alliance.pdf'],
    'talent-proof': ['park-talent.pdf'],
    'incubator-proof': ['park-incubators.pdf'],
    'finance-proof': ['park-incubation-finance.pdf'],
  },
  answers: { ...answers } as SampleApplication['answers'],
  attestations: [],
  waivers: [],
}

export const applications: SampleApplication[] = [factory, base]
