/**
 * The six official forms beside the annexes they come from: what each prints, in the annex's order,
 * and the things that were found wrong when the pages were looked at.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { renderForm } from '../../../electron/engine/form/render.ts'
import type { Answers, Form } from '../../../shared/programme/form.ts'
import { pack } from '../../../shared/programme/pack.ts'
import { inventedAnswers } from '../../fixtures/form-answers.ts'
import { testFonts } from '../../support/fonts.ts'
import { setText } from '../../support/form-pdf.ts'
import { tempFolder } from '../../support/house.ts'
import { dense, inspectPdf, wordBoxes } from '../../support/poppler.ts'
import { quietJob } from '../../support/quiet-job.ts'

const fonts = await testFonts()
const formOf = (name: string): Form => {
  const { form } = pack.parse(JSON.parse(readFileSync(`assets/programmes/${name}.json`, 'utf8')))
  if (!form) throw new Error(`${name} has no form`)
  return form
}

async function printed(form: Form, answers: Answers = {}) {
  const input = { form, answers, materials: [], code: '3F9A-21C7', title: '', author: '' }
  const { pdf, pages } = await renderForm({ ...input, date: new Date(0) }, fonts, quietJob)
  const file = join(tempFolder(), 'form.pdf')
  writeFileSync(file, pdf)
  return { pdf, pages, file, text: setText(file) }
}

/** Words of the annexes, in their order; the tables' first and last labels, headings, hints, places. */
const annexes: Readonly<Record<string, readonly string[]>> = {
  'js-internet-plus-base-2022': [
    '申报单位（盖章）：',
    '推荐单位（盖章）：',
    '申报日期：',
    '一、基本条件',
    '(一)基础情况',
    '指标',
    '数量',
    '区域工业产值(亿元)',
    '☐1-10家　☐10-50家　☐50家以上',
    '相关企业名称',
    '☐新型工业化示范基地',
    '荣誉名称',
    '获得时间',
    '(二)工业互联网产业支撑能力',
    '数量(截止2022年10月)',
    '国家级/省市级工业互联网平台专项项目情况',
    '工业互联网产品供应商情况',
    '(三)平台建设应用',
    '星级上云企业名称',
    '(四)信息基础设施',
    '光纤到企覆盖率',
    '(五)区域创新生态',
    '(六)政策措施',
    '(七)创业孵化环境',
    '区域内孵化器情况',
    '指标解释:',
    '二、创建产业基地的条件分析',
    '（二）区域创建条件分析',
    '（在相关行业、区域以及工业互联网方面',
    '三、创建产业基地的主要思路与目标',
    '四、产业基地整体发展规划',
    '五、产业基地重点领域与主要措施',
    '（每部分从现状、目标、主要措施和重点工程展开）',
    '六、政策支持',
    '七、相关证明材料',
  ],
  'js-iiot-cloud-centre-2020': [
    '省级工业互联网云服务中心（云基地）',
    '联合申报单位：（县区工信局',
    '推荐单位：',
    '（设区市工信局）',
    '地址及邮编：',
    '填报日期：',
    '江苏省工信厅编制',
    '申报项目名称',
    'XXX工业互联网云服务中心',
    '申报单位名称',
    '负责人/法人代',
    '联系人',
    '电话',
    '项目投资规模',
    '投入运营',
    '申报单位概况',
    '主要填写：有关部门概况',
    '申报项目基本情况',
    '项目绩效',
    '主要填写：项目建成后取得的经济和社会效益评估。',
  ],
  'js-iiot-cloud-base-2020': [
    '推荐单位：',
    '（设区市工信局）',
    '江苏省工信厅编制',
    '申报项目名称',
    'XXX工业互联网云基地',
    '项目所在地址',
    '计划投资规模',
    '投入运营时间',
    '申报单位名称',
    '联系人',
    '申报单位概况',
    '申报项目基本',
    '项目绩效',
  ],
  'js-iiot-service-backbone-2020': [
    '工业互联网服务骨干企业',
    '项目申报表',
    '推荐单位：',
    '（设区市工信局）',
    '单位传真：',
    '江苏省工信厅编制',
    '一、基本信息',
    '单位名称',
    '注册地址',
    '成立时间',
    '☐国有　☐民营　☐三资',
    '法定代表人',
    '2017年2018年2019年',
    '总资产(万元)',
    '负债率(%)',
    '信用等级',
    '二、申报材料',
    '（请提供详细文字材料）',
    '（一）申报单位情况介绍',
    '（五）申报单位工业互联网典型案例介绍',
  ],
  'js-cloud-demonstration-2020': [
    '上云上平台示范企业推进项目汇总表',
    '填报单位：',
    '序号',
    '地区',
    '企业名称',
    '项目情况简介',
    '项目实施期限',
    '项目合同金额',
  ],
  'jl-iiot-service-demonstration-2020': [
    '项目责任人（法人代表）：',
    '项目年限：',
    '吉林省工业和信息化厅',
    '吉林省财政厅',
    '填写说明',
    '六、填报格式说明',
    '一、项目基本信息',
    '（一）项目基本信息表',
    '预计完成',
    '☐两化融合创新示范项目',
    '☐其他（请注明）',
    '项目责任单位信息',
    '电子信箱',
    '利润（万元）',
    '项目责任人信息',
    '项目联系人信息',
    '项目基本情况',
    '自主可控',
    '标准制定',
    '工业互联网项目已具备能力',
    '工业资源管理能力',
    '数据存储与管理☐第三方数据存储与管理系统☐自主研发的数据存储与管理系统',
    '项目应用服务能力',
    '项目基础技术能力',
    '是否具有完整的云计算架构☐是　☐否',
    '云部署模式☐私有云',
    '附件4-2',
    '1.项目简介',
    '10.附件',
    '附件4-3',
    '定量指标',
    '定性指标',
    '附件4-4',
    '法定代表人（授权人）签章：',
    '公章：',
    '年　　月　　日',
  ],
}

test.each(Object.entries(annexes))('%s prints the annex, in its order', async (name, words) => {
  const { text } = await printed(formOf(name))
  let at = -1
  for (const word of words) {
    const next = text.indexOf(dense(word), at + 1)
    expect(next, word).toBeGreaterThan(at)
    at = next
  }
})

const jilin = formOf('jl-iiot-service-demonstration-2020')

describe('looked at', () => {
  test('an annex stands at the left above its title in the middle; signing places stand at the right', async () => {
    const { file, pages } = await printed(jilin)
    const boxes = wordBoxes(file, pages)
    const find = (part: string) => boxes.find(([word]) => word.startsWith(part)) ?? ['', 0, 0]
    const [annex, title, seal] = ['附件4-4', '项目申报材料', '公章：'].map(find)
    expect(annex?.[1]).toBeLessThan(90)
    // Eighteen characters of 22 points in the middle of the page's text.
    expect(Math.abs((title?.[1] ?? 0) + (18 * 22) / 2 - (79.4 + 442.2 / 2))).toBeLessThan(6)
    expect(title?.[2]).toBeGreaterThan(annex?.[2] ?? 0)
    expect(seal?.[1]).toBeGreaterThan(220)
  })

  test('what to write is printed as long as nothing is written, and no longer', async () => {
    const hint = dense('包括名称、建设单位、建设目标、投资规模及筹资方案等')
    expect((await printed(jilin)).text).toContain(hint)
    const { text } = await printed(jilin, { 'chapter-intro': '本项目建设装备行业平台。' })
    expect(text).not.toContain(hint)
    expect(text).toContain('本项目建设装备行业平台。')
  })

  test('a summary that is a form is one sheet turned sideways, its title said once, without a cover', async () => {
    const form = formOf('js-cloud-demonstration-2020')
    const { pdf, text } = await printed(form, { filler: '示例科技公司' })
    expect(inspectPdf(pdf).info.Pages).toBe('1')
    expect(inspectPdf(pdf).info['Page size']).toMatch(/^841\.\d+ x 595\.\d+/)
    expect(text.split('推进项目汇总表')).toHaveLength(2)
    expect(text).toContain('填报单位：示例科技公司')
  })

  test('a company name stands on one line of every cover', async () => {
    const name = '苏州云帆工业互联网科技有限公司'
    for (const each of Object.keys(annexes)) {
      const form = formOf(each)
      const first = form.cover.find(({ label }) => /单位/.test(label) && !/联合/.test(label))
      const { file } = await printed(form, { [first?.field ?? '']: name })
      expect(
        wordBoxes(file, 1).some(([word]) => word.includes(name)),
        each,
      ).toBe(true)
    }
  })

  test('answers below each other are set alike: all in the middle, or all from the left', async () => {
    const form = formOf('js-internet-plus-base-2022')
    const row = (name: string) => ({ name, date: '2021-07' })
    const names = ['短名', '一个长得在这一栏里一行放不下因而要分成好几行来写的示范区资质名称']
    const { file } = await printed(form, { honours: names.map(row) })
    const lefts = [...wordBoxes(file, 2), ...wordBoxes(file, 3)]
      .filter(([word]) => word === '短名' || word.startsWith('一个长得'))
      .map(([, left]) => Math.round(left))
    expect(lefts).toHaveLength(2)
    expect(lefts[0]).toBe(lefts[1])
  })

  test('an answer too high for a page leaves no cell of the table open', async () => {
    const long = Array.from(
      { length: 30 },
      (_, i) => `第${i + 1}段：${'平台建设运营情况良好。'.repeat(6)}`,
    )
    const answers = { ...inventedAnswers(jilin), 'platform-state': long.join('\n') }
    const { text } = await printed(jilin, answers)
    // The joined label begins again beside what goes on after it.
    expect(
      text.split(dense('（可提供合作云平台服务商相关资质）')).length - 1,
    ).toBeGreaterThanOrEqual(3)
  })
})
