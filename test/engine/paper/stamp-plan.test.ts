/** 盖章指南: every place that the pack names, with pages once a volume is bound. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stampPlan } from '../../../electron/engine/paper/stamp-plan.ts'
import { engineWithVault, tempFolder } from '../../support/house.ts'
import { pageTexts } from '../../support/volume.ts'

async function begun(id: string, edition: string, track: string | null = null) {
  const engine = engineWithVault()
  return { engine, view: await engine.call('application.create', { id, edition, track }) }
}

test('the cover, the printed words of the form, and the pages of the volume', async () => {
  const { view } = await begun('js-internet-plus-base', '2022')
  const { rows, asked } = stampPlan(view, new Map([['form', 7]]))
  expect(rows.slice(0, 2)).toEqual([
    { place: '申报书封面：申报单位（盖章）', page: '第 7 页', what: '公章', copies: '' },
    { place: '申报书封面：推荐单位（盖章）', page: '第 7 页', what: '公章', copies: '' },
  ])
  expect(asked).toContainEqual(['附件2 封面', '申报书封面：申报单位盖章。'])
  expect(stampPlan(view, new Map()).rows[0]?.page).toBe('')
})

test('slots that ask for seals, hands or copies; the seal across the edges', async () => {
  const { view } = await begun('jl-iiot-service-demonstration', '2020', 'industry-platform')
  const { rows } = stampPlan(view, new Map())
  expect(rows.at(-1)).toMatchObject({ page: '全册', what: '骑缝章' })
  const asked = view.pack.slots.filter(({ stamped, signed, form }) => (stamped || signed) && !form)
  for (const { title, stamped, signed } of asked) {
    const row = rows.find(({ place }) => place === title)
    expect(row?.what, title).toBe(
      [stamped ? '公章' : '', signed ? '签字' : ''].filter(Boolean).join('、'),
    )
  }
})

test('on paper, saved where it was asked for', async () => {
  const { engine, view } = await begun('js-internet-plus-base', '2022')
  const target = join(tempFolder(), '盖章指南.pdf')
  const order = { id: view.id, to: engine.handle(target) }
  const { pages } = await engine.call('application.stampPlan', order)
  const texts = pageTexts(target)
  expect(texts).toHaveLength(pages)
  expect(texts.join('')).toContain('尚未装订成册')
  expect(texts.join('')).toContain('推荐单位（盖章）')
  await engine.call('application.stampPlan', { ...order, starts: { form: 5 } })
  expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-')
  expect(pageTexts(target).join('')).toContain('第5页')
})
