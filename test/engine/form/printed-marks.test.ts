import { describe, expect, it } from 'vitest'
import { renderForm } from '../../../electron/engine/form/render.ts'
import { type Answers, form } from '../../../shared/programme/form.ts'
import { testFonts } from '../../support/fonts.ts'
import { dense, inspectPdf, wordBoxes } from '../../support/poppler.ts'
import { quietJob } from '../../support/quiet-job.ts'

const fonts = await testFonts()
const sheet = form.parse({
  title: '示例申报书',
  cover: [{ field: 'project', label: '项目名称' }],
  issuers: ['某省工信厅', '某省财政厅'],
  fields: [
    { id: 'project', type: 'text', label: '项目名称' },
    { id: 'overview', type: 'narrative', label: '概况' },
    {
      id: 'aims',
      type: 'table',
      label: '定量指标',
      columns: [{ id: 'name', type: 'text', label: '指标名称' }],
    },
  ],
  sections: [
    {
      id: 'one',
      title: '一、基本信息',
      blocks: [
        {
          kind: 'grid',
          id: 'one',
          widths: [1, 2],
          rows: [
            {
              cells: [
                { text: '申报项目', head: true },
                { field: 'project', echo: true },
              ],
            },
            {
              cells: [
                { text: '概况', head: true },
                { field: 'overview', hint: '主要填写：概况。' },
              ],
            },
            { repeat: 'aims', cells: [{ number: true }, { column: 'name' }] },
          ],
        },
      ],
    },
  ],
})

/** Printed words without a heading. */
const note = (text: string) => ({ kind: 'note', title: '', paragraphs: [text] })

async function printed(answers: Answers): Promise<string> {
  const input = { form: sheet, answers, materials: [], code: '3F9A-21C7', title: '', author: '' }
  const { pdf } = await renderForm({ ...input, date: new Date(0) }, fonts, quietJob)
  return dense(inspectPdf(pdf).text)
}

describe('what the official form prints of its own', () => {
  it('names who drew it up at the foot of the cover', async () => {
    expect(await printed({})).toMatch(/某省工信厅某省财政厅.*一、基本信息/)
  })

  it('shows an answer again where the form repeats it', async () => {
    expect((await printed({ project: '云上工厂' })).match(/云上工厂/g)).toHaveLength(2)
  })

  it('says what to write only as long as nothing is written', async () => {
    expect(await printed({})).toContain('主要填写：概况。')
    const filled = await printed({ overview: '企业成立于2010年。' })
    expect(filled).toContain('企业成立于2010年。')
    expect(filled).not.toContain('主要填写')
  })

  it('numbers the rows of a table, written or not', async () => {
    expect(await printed({})).toMatch(/主要填写：概况。123/)
    expect(await printed({ aims: [{ name: '节能率' }, { name: '产值' }] })).toMatch(/1节能率2产值/)
  })
})

describe('a cover with many lines', () => {
  const fields = Array.from({ length: 9 }, (_, i) => ({
    id: `f${i}`,
    type: 'text' as const,
    label: i === 2 ? '联合申报单位（县区工信局或省级以上产业园区）' : `推荐单位${i}`,
  }))
  const long = form.parse({
    ...sheet,
    title: '省级工业互联网云服务中心（云基地）\n申报表',
    cover: fields.map(({ id, label }) => ({ field: id, label })),
    fields: [...sheet.fields, ...fields],
  })

  it('stays one page, whatever is written', async () => {
    const answers = Object.fromEntries(fields.map(({ id }) => [id, '江苏省某某经济技术开发区']))
    const input = { form: long, materials: [], code: '3F9A-21C7', title: '', author: '' }
    for (const given of [{}, answers]) {
      const { pages } = await renderForm(
        { ...input, answers: given, date: new Date(0) },
        fonts,
        quietJob,
      )
      expect(pages).toBe(2)
    }
  })
})

describe('long lists of boxes, and annexes', () => {
  const options = Array.from({ length: 11 }, (_, i) => ({ id: `o${i}`, label: `服务${i}` }))
  const services = form.parse({
    ...sheet,
    fields: [sheet.fields[0], { id: 'services', type: 'choices', label: '服务类型', options }],
    sections: [
      { id: 'one', title: '一、说明', blocks: [note('填写说明。')] },
      {
        id: 'two',
        title: '二、服务',
        newPage: true,
        blocks: [
          { kind: 'grid', id: 'two', widths: [1], rows: [{ cells: [{ field: 'services' }] }] },
        ],
      },
    ],
  })

  it('sets many boxes side by side and begins an annex on a page of its own', async () => {
    const input = { form: services, answers: {}, materials: [], code: '', title: '', author: '' }
    const { pdf, pages } = await renderForm({ ...input, date: new Date(0) }, fonts, quietJob)
    expect(pages).toBe(3)
    const { text, file } = inspectPdf(pdf)
    const boxes = wordBoxes(file, 3).filter(([word]) => word.includes('☐'))
    expect(new Set(boxes.map(([, , y]) => Math.round(y))).size).toBeLessThan(5)
    expect(text.match(/☐/g)).toHaveLength(11)
  })
})
