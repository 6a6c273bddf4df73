import { describe, expect, it } from 'vitest'
import { type FormInput, renderForm } from '../../../electron/engine/form/render.ts'
import { Fault } from '../../../shared/fault.ts'
import { sampleAnswers, sampleForm, sampleMaterials } from '../../fixtures/form.ts'
import { testFonts } from '../../support/fonts.ts'
import { inspectPdf, pageText, wordBoxes } from '../../support/poppler.ts'
import { quietJob } from '../../support/quiet-job.ts'

const fonts = await testFonts()
const input: FormInput = {
  form: sampleForm,
  answers: sampleAnswers,
  materials: sampleMaterials,
  code: '3F9A-21C7',
  title: '2022年特色产业基地申报书',
  author: '示例企业',
  date: new Date('2022-11-08T02:00:00Z'),
}
const rendered = await renderForm(input, fonts, quietJob)
const seen = inspectPdf(rendered.pdf)

const inOrder = (text: string, parts: readonly string[]) => {
  let at = -1
  for (const part of parts) {
    const next = text.indexOf(part, at + 1)
    expect(next, `${part} after ${at}`).toBeGreaterThan(at)
    at = next
  }
}

describe('a filled-in form', () => {
  it('is A4 with title, author and page count', () => {
    expect(seen.info['Page size']).toContain('A4')
    expect(Number(seen.info.Pages)).toBe(rendered.pages)
    expect(seen.info.Title).toBe('2022年特色产业基地申报书')
    expect(seen.info.Author).toBe('示例企业')
    expect(seen.info.CreationDate).toContain('2022')
    expect(seen.info.JavaScript).toBe('no')
    expect(seen.complaints).toBe('')
  })

  it('embeds every face as TrueType, none as Type 3', () => {
    for (const { row, type } of seen.fonts) {
      expect(type).toBe('CID TrueType')
      expect(row).toMatch(/yes yes yes/)
    }
    const names = seen.fonts.map(({ name }) => name.replace(/^[A-Z]+\+/, ''))
    expect(names).toEqual(
      expect.arrayContaining(['NotoSerifSC-Regular', 'NotoSansSC-Medium', 'LXGWWenKai-Regular']),
    )
  })

  it('says that 仿宋 was stood in for, and only outside the form', () => {
    expect(rendered.substituted).toEqual(['仿宋'])
    expect(seen.text).not.toContain('仿宋')
  })

  it('prints cover, tables and chapters in the order of the form', () => {
    inOrder(seen.text, [
      '省“互联网+先进制造业”',
      '申报单位（盖章）：',
      '推荐单位（盖章）：',
      '2022年11月8日',
      '一、基本条件',
      '（一）基础情况',
      '1,268.4',
      '☐1-10家☑10-50家☐50家以上',
      '☑省级',
      '☑其他：国家火炬计划特色产业基地',
      '98.5%',
      '12,500万元2019年6月',
      '江苏省两化融合试验区2019年11月',
      '（七）创业孵化环境',
      '江苏智联甲号科技',
      '累计获得风险投资3.2亿元。',
      '指标解释',
      '二、创建产业基地的条件分析',
      '（一）区域基本情况概述',
      '（二）主要目标',
      '三、相关证明材料',
      '产业基地相关资质证书',
    ])
  })

  it('numbers the pages from the one after the cover and prints the code on each', () => {
    expect(pageText(seen.file, 1)).not.toMatch(/—\d+—|3F9A/)
    for (let page = 2; page <= rendered.pages; page += 1) {
      expect(pageText(seen.file, page)).toContain(`—${page - 1}—`)
      expect(pageText(seen.file, page)).toContain('数据校验码3F9A-21C7')
    }
  })

  it('puts page numbers on the outer side, and text inside 28 mm and 37 mm', () => {
    const number = (page: number) => wordBoxes(seen.file, page).find(([text]) => /^—$/.test(text))
    expect(number(2)?.[1]).toBeGreaterThan(400)
    expect(number(3)?.[1]).toBeLessThan(140)
    for (const [, x, y] of wordBoxes(seen.file, 2)) {
      expect(x).toBeGreaterThan(79)
      expect(y).toBeGreaterThan(100)
    }
  })

  it('prints a merged cell once, beside all rows that it spans', () => {
    const table = pageText(seen.file, 3)
    expect(table.match(/临江智造众创空/g)).toHaveLength(1)
    expect(table.match(/江苏智联/g)).toHaveLength(5)
  })

  it('carries bookmarks of sections and chapters', async () => {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const loading = getDocument({ data: new Uint8Array(rendered.pdf), verbosity: 0 })
    const outline = await (await loading.promise).getOutline()
    await loading.destroy()
    expect(outline.map(({ title }) => title)).toEqual(sampleForm.sections.map((s) => s.title))
    expect(outline[0]?.items.map(({ title }: { title: string }) => title)).toEqual([
      '（一）基础情况',
      '（七）创业孵化环境',
      '指标解释',
    ])
  })

  it('sets title in 二号, headings and chapters in 三号, page numbers in 四号', async () => {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const loading = getDocument({ data: new Uint8Array(rendered.pdf), verbosity: 0 })
    const document = await loading.promise
    const sizes = async (page: number) => {
      const { items } = await (await document.getPage(page)).getTextContent()
      return items.flatMap((item) =>
        'str' in item ? [[item.str, item.transform[0]] as const] : [],
      )
    }
    const sizeOf = async (page: number, start: string) =>
      (await sizes(page)).find(([text]) => text.startsWith(start))?.[1]
    expect(await sizeOf(1, '省')).toBe(22)
    expect(await sizeOf(2, '一')).toBe(16)
    expect(await sizeOf(2, '（')).toBe(16)
    expect(await sizeOf(2, '—')).toBe(14)
    expect(await sizeOf(4, '本')).toBe(16)
    await loading.destroy()
  })

  it('gives the same bytes for the same input, other bytes for another', async () => {
    const again = await renderForm(input, fonts, quietJob)
    expect(Buffer.compare(again.pdf, rendered.pdf)).toBe(0)
    const other = { ...input, answers: { ...sampleAnswers, output: '1268.5' } }
    expect(Buffer.compare((await renderForm(other, fonts, quietJob)).pdf, rendered.pdf)).not.toBe(0)
  })

  it('stops when nobody waits any more', async () => {
    const job = { ...quietJob, signal: AbortSignal.abort() }
    await expect(renderForm(input, fonts, job)).rejects.toEqual(new Fault('job.cancelled'))
  })
})

describe('a blank form', () => {
  it('prints its labels, empty boxes and rows to write in', async () => {
    const blank = await renderForm({ ...input, answers: {}, materials: [] }, fonts, quietJob)
    const { text, complaints } = inspectPdf(blank.pdf)
    expect(complaints).toBe('')
    expect(text).not.toContain('☑')
    expect(text).toContain('☐其他＿＿＿＿')
    inOrder(text, [
      '申报日期：',
      '一、基本条件',
      '荣誉名称获得时间',
      '二、',
      '三、相关证明材料',
      '序号',
    ])
    // Three rows of boxes for an unanswered repeating table.
    expect(text.match(/☐上市/g)).toHaveLength(3)
  })
})
