/**
 * What is invented of the park, as of October 2022: the tables of its 申报书 and the papers that
 * prove them are both made from this.
 */

export const area = {
  /** 亿元 */
  output: { 2021: '986.42', 2022: '1052.70' },
  /** % */
  researchShare: { 2021: '3.42', 2022: '3.58' },
  fibreShare: { 2021: '97.80', 2022: '98.60' },
  /** 万元 */
  fund: { 2021: '1000.00', 2022: '1200.00' },
} as const

/** Enterprises above scale in industries around the industrial internet. */
export const relatedCount = '46'

export const giants = ['云澜动力装备集团', '示远新能源科技']
export const middling = ['恒澜轨道交通装备', '示捷电子材料', '云岭工程机械']

export const honours = [
  ['国家新型工业化产业示范基地（装备制造·示例）', '2018-02'],
  ['江苏省两化融合示范区（示例）', '2019-11'],
  ['江苏省智能制造示范区（示例）', '2021-12'],
] as const

export const platforms = [
  ['云澜装备协同制造平台', '云澜动力装备集团', '高端装备协同制造', '326'],
  ['示远新能源设备运维平台', '示远新能源科技', '新能源设备运维', '188'],
] as const

/** 企业名称, option id of 产品类型, 典型产品, 年收入 in 万元. */
export const suppliers = [
  ['云澜网络技术', 'network', '工业互联网边缘网关', '4860.50'],
  ['示标标识科技', 'identifier', '工业标识解析中间件', '2130.80'],
  ['澜智工业互联', 'platform', '设备联网与协同平台', '8920.00'],
  ['澜栈工业软件', 'software', '制造执行系统', '12650.30'],
  ['示数大数据', 'bigdata', '工业数据治理套件', '3480.60'],
  ['恒盾安全科技', 'security', '工业控制安全监测系统', '5275.40'],
] as const

export const projects = [
  ['江苏省工业互联网创新发展工程项目（示例）', '云澜动力装备集团', '2020-08'],
  ['制造业与互联网融合发展试点示范项目（示例）', '示远新能源科技', '2020-12'],
  ['新一代信息技术与制造业融合发展试点示范（示例）', '恒澜轨道交通装备', '2021-10'],
  ['智能制造试点示范项目（示例）', '云岭工程机械', '2021-12'],
] as const

export const parkPilots = [
  ['工业互联网平台+园区试点示范（示例）', '云澜高新技术产业园', '2021-09'],
] as const

/** 企业名称, option id of 上云星级, 获评时间. */
export const starred = [
  ['云澜动力装备集团', 'five', '2021-12'],
  ['示远新能源科技', 'four', '2021-12'],
  ['恒澜轨道交通装备', 'four', '2022-06'],
  ['示捷电子材料', 'three', '2020-12'],
  ['云岭工程机械', 'three', '2020-12'],
  ['澜泰精密轴承', 'three', '2020-12'],
  ['示锋刀具', 'three', '2021-06'],
  ['云禾包装机械', 'three', '2021-06'],
  ['恒澜液压', 'three', '2021-12'],
  ['示成模具', 'three', '2021-12'],
  ['澜光光电', 'three', '2022-06'],
  ['云樾精密制造', 'three', '2022-06'],
] as const

export const factories = [
  ['云澜动力总成智能工厂', '云澜动力装备集团', '动力装备'],
  ['示远电池模组标杆工厂', '示远新能源科技', '新能源'],
] as const

export const nodes = [['装备制造标识解析二级节点（示例）', '高端装备制造', '215']] as const

export const pool = [
  ['澜智工业互联', '江苏省智能化改造和数字化转型服务资源池（示例）', '设备联网、平台建设'],
  ['澜栈工业软件', '常州市智能化改造和数字化转型服务资源池（示例）', '制造执行、质量追溯系统'],
  ['恒盾安全科技', '常州市智能化改造和数字化转型服务资源池（示例）', '工业安全评估与防护'],
] as const

export const laboratories = [
  ['工业互联网应用创新中心（示例）', '云澜产业技术研究院', '江苏省工业和信息化厅'],
  ['工业软件联合实验室（示例）', '澜栈工业软件', '常州市科学技术局'],
] as const

/** 主要业务方向 as the form prints its options. */
export const directions = {
  network: '网络',
  platform: '平台',
  security: '安全',
  app: '工业APP',
  software: '工业软件',
  data: '数据采集',
  bigdata: '大数据服务',
} as const
export const starLabels = { three: '三星级', four: '四星级', five: '五星级' } as const

/** 孵化载体, 入驻企业, 主要业务方向 and 孵化效果 as option ids. */
export const incubated = [
  ['云澜数智加速器', '示联边缘计算', 'network', 'revenue'],
  ['云澜数智加速器', '示平协同科技', 'platform', 'revenue'],
  ['云澜数智加速器', '示安工控安全', 'security', 'acquired'],
  ['云澜数智加速器', '示维设备健康', 'app', ''],
  ['云澜数智加速器', '示排智能排产', 'software', 'revenue'],
  ['云澜数智加速器', '示采物联', 'data', ''],
  ['示创众创空间', '示湖数据', 'bigdata', 'listed'],
  ['示创众创空间', '示仿工业仿真', 'software', ''],
  ['示创众创空间', '示检视觉', 'app', ''],
  ['示创众创空间', '示网时敏网络', 'network', ''],
  ['示创众创空间', '示云轻量平台', 'platform', 'revenue'],
] as const
