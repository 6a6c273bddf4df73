/** Tables whose rows are joined by a label go on from page to page without leaving them half empty. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { page } from '../../../electron/engine/form/measure.ts'
import { renderForm } from '../../../electron/engine/form/render.ts'
import { pack } from '../../../shared/programme/pack.ts'
import { inventedAnswers } from '../../fixtures/form-answers.ts'
import { testFonts } from '../../support/fonts.ts'
import { tempFolder } from '../../support/house.ts'
import { pageText, wordBoxes } from '../../support/poppler.ts'
import { quietJob } from '../../support/quiet-job.ts'

const fonts = await testFonts()
const file = 'assets/programmes/jl-iiot-service-demonstration-2020.json'
const { form } = pack.parse(JSON.parse(readFileSync(file, 'utf8')))
if (!form) throw new Error('no form')
const official = form

const paragraph = '平台建设运营情况良好，已完成设备联网和数据采集，累计上云设备超过三万台。'

/** The pages of the joined table, with how much of each is filled. */
async function tablePages(paragraphs: number) {
  const long = Array.from({ length: paragraphs }, () => paragraph.repeat(3)).join('\n')
  const narratives = official.fields.filter(({ type }) => type === 'narrative')
  const answers = {
    ...inventedAnswers(official),
    ...Object.fromEntries(narratives.map(({ id }) => [id, long])),
  }
  const input = { form: official, answers, materials: [], code: '', title: '', author: '' }
  const { pdf, pages } = await renderForm({ ...input, date: new Date(0) }, fonts, quietJob)
  const path = join(tempFolder(), 'form.pdf')
  writeFileSync(path, pdf)
  const all = Array.from({ length: pages }, (_, at) => {
    const lows = wordBoxes(path, at + 1).map(([, , y]) => (y - page.top) / page.textHeight)
    const filled = Math.max(0, ...lows.filter((low) => low < 1))
    return { text: pageText(path, at + 1), filled }
  })
  const from = all.findIndex(({ text }) => text.includes('（一）项目基本信息表'))
  const to = all.findIndex(({ text }) => text.startsWith('附件4-2'))
  return all.slice(from, to)
}

test.each([3, 12])('with %i paragraphs in each answer', async (paragraphs) => {
  const pages = await tablePages(paragraphs)
  expect(pages.length).toBeGreaterThan(3)
  // Joined rows begin below what is above them, and do not wait for a page of their own.
  expect(pages[0]?.filled).toBeGreaterThan(0.75)
  // The highest label of all takes two fifths of a page: it may have to go overleaf.
  for (const { filled } of pages.slice(0, -1)) expect(filled).toBeGreaterThan(0.49)
  // A label is never parted by the end of a page.
  const begun = pages.filter(({ text }) => text.includes('项目基本情况')).length
  const ended = pages.filter(({ text }) => text.includes('（可提供合作云平台服务商相关资质）'))
  expect(ended).toHaveLength(begun)
})
