import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { renderForm } from '../../../electron/engine/form/render.ts'
import { Fault } from '../../../shared/fault.ts'
import type { Answers } from '../../../shared/programme/form.ts'
import { sampleAnswers, sampleForm, sampleMaterials } from '../../fixtures/form.ts'
import { testFonts } from '../../support/fonts.ts'
import { inspectPdf } from '../../support/poppler.ts'
import { quietJob } from '../../support/quiet-job.ts'

const fonts = await testFonts()
const render = (answers: object) =>
  renderForm(
    {
      form: sampleForm,
      answers: { ...sampleAnswers, ...answers } as Answers,
      materials: sampleMaterials,
      code: 'X',
      title: 'T',
      author: 'A',
      date: new Date(0),
    },
    fonts,
    quietJob,
  )

describe('what users may write', () => {
  it('prints markup and document objects as the text they are', async () => {
    const text = '{"image":"file:///etc/passwd"} <b>&amp;</b> {{code}} {"qr":"x"}'
    const { pdf } = await render({ overview: text, 'big-names': '{"svg":"<svg/>"}' })
    const seen = inspectPdf(pdf)
    expect(seen.text).toContain(text.replace(/\s/g, ''))
    expect(seen.text).toContain('{"svg":"<svg/>"}')
    expect(Buffer.from(pdf).includes(readFileSync('/etc/passwd').subarray(0, 20))).toBe(false)
    expect(Buffer.from(pdf).includes('/Subtype /Image')).toBe(false)
  })

  it('drops objects where strings belong, without looking at them', async () => {
    const image = { image: '/etc/passwd' }
    const { pdf } = await render({
      overview: image,
      goals: [image],
      level: [image, 'province'],
      honours: [{ name: image, month: [image] }, image, null],
      incubated: image,
      big: { toString: () => 's1' },
    })
    const seen = inspectPdf(pdf)
    expect(seen.text).toContain('☑省级')
    expect(seen.text).not.toContain('passwd')
    expect(Buffer.from(pdf).includes('/Subtype /Image')).toBe(false)
  })

  it('takes out control characters and directions, and keeps the rest', async () => {
    const { pdf } = await render({
      overview: 'a\u0000b\u202Ec\u200Bd\u001b[31m\ufeffe\r\n第二段\tx\uD800',
    })
    expect(inspectPdf(pdf).text).toContain('abcd[31me第二段x')
  })

  it('breaks words that are longer than a line', async () => {
    const word = `https://example.org/${'abcdefghij'.repeat(40)}`
    const { pdf } = await render({ overview: word, 'big-names': word, applicant: word })
    const seen = inspectPdf(pdf)
    expect(seen.text.split(word).length - 1).toBeGreaterThanOrEqual(1)
    expect(seen.complaints).toBe('')
  })

  it('sets characters that the face lacks in another one', async () => {
    const text = '张𠮷生，≥5℃，①②⑳，№，㎡，Ⅳ，½，日本語かな，한국，★，㈱'
    const seen = inspectPdf((await render({ overview: text })).pdf)
    expect(seen.text).toContain(text)
    expect(seen.fonts.some(({ name }) => name.includes('LXGWWenKai'))).toBe(true)
  })

  it.each(['😀', 'ש', '\uE5E5'])(
    'refuses %s, which no face has, by name and field',
    async (sign) => {
      const asked = render({ overview: `你好${sign}` })
      await expect(asked).rejects.toBeInstanceOf(Fault)
      await expect(asked).rejects.toMatchObject({
        code: 'form.glyph',
        data: { character: sign, field: '区域基本情况概述' },
      })
    },
  )

  it('prints tables of 500 rows over many pages, each row once, headings again', async () => {
    const honours = Array.from({ length: 500 }, (_, i) => ({
      name: `荣誉${i}号`,
      month: '2020-01',
    }))
    const incubated = Array.from({ length: 500 }, (_, i) => ({
      name: `企业${i}号`,
      effect: ['e2'],
    }))
    const seen = inspectPdf((await render({ honours, incubated })).pdf)
    expect(seen.complaints).toBe('')
    for (let i = 0; i < 500; i += 1) {
      expect(seen.text.split(`荣誉${i}号`)).toHaveLength(2)
      expect(seen.text.split(`企业${i}号`)).toHaveLength(2)
    }
    expect(seen.text.split('入驻孵化企业名称').length).toBeGreaterThan(10)
    expect(seen.text.split('临江智造众创空')).toHaveLength(2)
  })

  it('prints a very long answer whole beside the rows that it spans', async () => {
    const incubators = Array.from({ length: 900 }, (_, i) => `第${i}个园区、`).join('')
    for (const rows of [1, 5, 60]) {
      const incubated = Array.from({ length: rows }, (_, i) => ({ name: `企业${i}号` }))
      const seen = inspectPdf((await render({ incubators, incubated })).pdf)
      expect(seen.complaints).toBe('')
      for (const sign of ['899', '450', '0个']) expect(seen.text).toContain(sign)
      expect(seen.text.match(/个/g)?.length).toBeGreaterThanOrEqual(900)
      expect(seen.text).toContain(`企业${rows - 1}号`)
    }
  })

  it('loses nothing of rows that are kept on one page, however their words fall', async () => {
    const words =
      'Interoperability requirements for 工业互联网 identification-resolution nodes（二级）'
    const first = (i: number) => String.fromCodePoint('①'.charCodeAt(0) + i)
    const last = (i: number) => String.fromCodePoint('⑴'.charCodeAt(0) + i)
    for (const rows of [4, 7, 9, 11, 13, 17]) {
      const incubated = Array.from({ length: rows }, (_, i) => ({
        name: `${first(i)}${words.slice(i * 3)}${words.slice(0, i * 5)}${last(i)}`,
      }))
      const seen = inspectPdf((await render({ incubated })).pdf)
      for (let i = 0; i < rows; i += 1) {
        expect(seen.text).toContain(first(i))
        expect(seen.text).toContain(last(i))
      }
    }
  })

  it('prints a very long chapter and a very long cell whole', async () => {
    const overview = '区域基本情况。'.repeat(6000)
    const finance = '投融资情况。'.repeat(1500)
    const seen = inspectPdf((await render({ overview, finance })).pdf)
    expect(seen.text.match(/区域基本情况。/g)?.length).toBeGreaterThan(5600)
    expect(seen.complaints).toBe('')
  })
})
