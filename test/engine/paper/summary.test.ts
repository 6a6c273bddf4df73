/** 汇总表 in the columns of the notices, as PDF and as workbook. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { summaryPdf, summaryWorkbook } from '../../../electron/engine/paper/summary-files.ts'
import { checkPack } from '../../../electron/engine/programme/pack-check.ts'
import { pack as schema } from '../../../shared/programme/pack.ts'
import { summaryTable } from '../../../shared/programme/summary.ts'
import { testFonts } from '../../support/fonts.ts'
import { engineWithVault, file, tempFolder } from '../../support/house.ts'
import { inspectPdf } from '../../support/poppler.ts'
import { quietJob } from '../../support/quiet-job.ts'

const shipped = (name: string) => readFileSync(`assets/programmes/${name}.json`, 'utf8')
const packOf = (name: string) => schema.parse(JSON.parse(shipped(name)))
const facts = {
  name: '昆山示例精密机械有限公司',
  region: '320583',
  contact: '李示',
  phone: '0512-0000000',
  mobile: '13900000000',
  recommender: '昆山市工业和信息化局',
}

describe('the three tables of the documents', () => {
  test('附件4 of 2022: a row for each applicant, the region below the province', () => {
    const table = summaryTable(packOf('js-internet-plus-base-2022'), [
      { facts, answers: {} },
      { facts: { ...facts, name: '乙' }, answers: {} },
    ])
    expect(table).toEqual({
      title: '2022年度省“互联网+先进制造业”特色产业基地项目推荐汇总表',
      filler: { label: '推荐单位（盖章）', name: '昆山市工业和信息化局' },
      columns: ['序号', '所属地区', '申报主体', '联系人', '联系电话', '备注'],
      rows: [
        ['1', '苏州市昆山市', '昆山示例精密机械有限公司', '李示', '0512-0000000', ''],
        ['2', '苏州市昆山市', '乙', '李示', '0512-0000000', ''],
      ],
    })
  })

  test('附件3 of the cloud programme: a row for each project of each applicant', () => {
    const pack = packOf('js-cloud-demonstration-2020')
    const project = { region: '昆山市', company: '甲', summary: '三条产线', amount: '486万元' }
    const answers = { projects: [project, { ...project, company: '乙' }] }
    const table = summaryTable(
      pack,
      [
        { facts, answers },
        { facts, answers },
      ],
      '某局',
    )
    expect(table?.filler).toEqual({ label: '填报单位', name: '某局' })
    expect(table?.columns).toHaveLength(8)
    expect(table?.rows.map((row) => [row[0], row[2], row[6]])).toEqual([
      ['1', '甲', '486万元'],
      ['2', '乙', '486万元'],
      ['3', '甲', '486万元'],
      ['4', '乙', '486万元'],
    ])
  })

  test('附件4-5 of Jilin: what the form says, and the profile where it is silent', () => {
    const pack = packOf('jl-iiot-service-demonstration-2020')
    const answers = { project: '示例平台', 'contact-name': '王示' }
    expect(summaryTable(pack, [{ facts, answers }])?.rows).toEqual([
      ['1', '示例平台', '昆山示例精密机械有限公司', '', '王示', '13900000000'],
    ])
  })

  test('the city that the notice leaves open in the title is that of the applicants, if it is one', () => {
    const titleOf = (...regions: string[]) =>
      summaryTable(
        packOf('jl-iiot-service-demonstration-2020'),
        regions.map((region) => ({ facts: { ...facts, region }, answers: {} })),
      )?.title
    const rest = '省级工业互联网及制造业服务化示范项目申报信息汇总表'
    expect(titleOf('220100', '220100')).toBe(`长春市${rest}`)
    expect(titleOf('220100', '222400')).toBe(`＿＿＿＿市${rest}`)
  })

  test('a notice without one has none', () => {
    expect(summaryTable(packOf('js-iiot-benchmark-factory-2023'), [])).toBeNull()
  })

  test('columns that show what the pack does not have are named', () => {
    const spoilt = shipped('js-internet-plus-base-2022')
      .replace('"fact": "recommender" }', '"fact": "nobody" }')
      .replace('"label": "备注"', '"label": "备注", "column": "nothing"')
    expect(checkPack(spoilt).faults.map(({ path, code }) => [path, code])).toEqual([
      ['summary.filler.fact', 'unknown.fact'],
      ['summary.columns[5].column', 'unknown.column'],
    ])
  })
})

const many = Array.from({ length: 40 }, (_, at) => ({
  facts: { ...facts, name: `=示例${at + 1}公司` },
  answers: { projects: [{ company: `示例${at + 1}公司`, contact: '13900000000' }] },
}))
const by = { author: '昆山市工业和信息化局', date: new Date('2024-03-01T02:00:00Z') }

test.each([
  ['js-internet-plus-base-2022', /^595\.\d+ x 841/],
  ['js-cloud-demonstration-2020', /^841\.\d+ x 595/],
])('%s as PDF: its sheet, its headings on every page, every applicant', async (name, size) => {
  const table = summaryTable(packOf(name), many)
  if (!table) throw new Error('a table')
  const { pdf, pages } = await summaryPdf(table, by, await testFonts(), quietJob)
  const seen = inspectPdf(pdf)
  expect(seen.complaints).toBe('')
  expect(seen.info['Page size']).toMatch(size)
  expect(pages).toBeGreaterThan(1)
  expect(seen.text.match(/序号/g)).toHaveLength(pages)
  for (let at = 1; at <= 40; at += 1) expect(seen.text).toContain(`示例${at}公`)
})

test('as a workbook: the same rows, and no text that computes', async () => {
  const table = summaryTable(packOf('js-internet-plus-base-2022'), many)
  if (!table) throw new Error('a table')
  const path = file(tempFolder(), '汇总表.xlsx', await summaryWorkbook(table, by.date))
  const text = execFileSync('unzip', ['-p', path], { encoding: 'utf8', maxBuffer: 1 << 26 })
  expect(text).toContain('申报主体')
  expect(text).toContain('示例40公司')
  expect(text).not.toMatch(/<f>/)
})

test('through the gate: shown, saved as either, refused where the notice has none', async () => {
  const engine = engineWithVault()
  const dir = tempFolder()
  const make = async (id: string, edition: string) =>
    (await engine.call('application.create', { id, edition })).id
  const id = await make('js-internet-plus-base', '2022')
  const [pdf, xlsx] = [join(dir, '汇总表.pdf'), join(dir, '汇总表.xlsx')]
  const shown = await engine.call('application.summary', { ids: [id], to: engine.handle(pdf) })
  expect(shown).toMatchObject({ pages: 1, rows: 1 })
  await engine.call('application.summary', {
    ids: [id],
    to: engine.handle(xlsx),
    format: 'xlsx',
  })
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  expect(readFileSync(xlsx).subarray(0, 2).toString()).toBe('PK')
  const other = await make('js-iiot-benchmark-factory', '2023')
  for (const ids of [[other], [id, other]])
    await expect(engine.call('application.summary', { ids })).rejects.toMatchObject({
      fault: { code: 'programme.noSummary' },
    })
})
