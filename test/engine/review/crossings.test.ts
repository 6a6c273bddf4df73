import { expect, test } from 'vitest'
import type { Material } from '../../../shared/model/material.ts'
import { reviewDesk } from '../../support/review-desk.ts'
import { one, type Submission, submit } from '../../support/submissions.ts'

const other: Submission = {
  enterprise: '南通示例机电有限公司',
  creditCode: '91320600MA1EXAMP25',
}

const invoice =
  (number: string) =>
  (material: Material): Material => ({ ...material, kind: 'invoice', facts: { number } })

async function crossings(...told: readonly Submission[]) {
  const { call, stick, takeIn } = await reviewDesk()
  for (const each of told) await submit(stick, each)
  await takeIn(stick)
  const { rows } = await call('review.list', {})
  const all = new Map<string, string[]>()
  for (const { seq, enterprise, title, crossings: count } of rows) {
    const { crossings: found } = await call('review.read', { seq })
    expect(found.filter(({ kind }) => kind !== 'applicant')).toHaveLength(count)
    const lines = found.map(
      ({ kind, what, slot, other: { enterprise: who, paper } }) =>
        `${kind} ${what} ${slot} ${who} ${paper}`,
    )
    all.set(`${enterprise} ${title.slice(0, 4)}`, lines)
  }
  return all
}

test('one invoice claimed by two applicants is shown in both, whatever its file', async () => {
  const found = await crossings(
    { ...one, papers: [['proof', '发票甲.pdf', Buffer.from('甲')]], material: invoice('2331') },
    { ...other, papers: [['audit', '发票乙.pdf', Buffer.from('乙')]], material: invoice('2331') },
  )
  expect(found.get(`${one.enterprise} 示例项目`)).toEqual([
    `invoice -2331 佐证材料/其他（含照片） ${other.enterprise} 发票乙.pdf`,
  ])
  expect(found.get(`${other.enterprise} 示例项目`)).toEqual([
    `invoice -2331 审计报告 ${one.enterprise} 发票甲.pdf`,
  ])
})

test('one invoice in two programmes of the same applicant, and the applicant in both', async () => {
  const told = { ...one, papers: [['proof', '发票.pdf', Buffer.from('甲')]] as const }
  const found = await crossings(
    { ...told, material: invoice('77') },
    { ...told, material: invoice('77'), programme: { id: 'js-other', title: '另一项目' } },
  )
  expect(found.get(`${one.enterprise} 另一项目`)?.map((line) => line.split(' ')[0])).toEqual([
    'invoice',
    'applicant',
  ])
})

test('the same applicant twice in one programme, and the same paper of two applicants', async () => {
  const papers = [['proof', '照片.jpg', Buffer.from('同一张照片')]] as const
  const found = await crossings(
    { ...one, papers },
    { ...one, papers },
    { ...other, papers: [['proof', '现场.jpg', Buffer.from('同一张照片')]] },
  )
  const shared = `paper 现场.jpg 佐证材料/其他（含照片） ${one.enterprise} 照片.jpg`
  expect(found.get(`${other.enterprise} 示例项目`)).toEqual([shared, shared])
  const own = found.get(`${one.enterprise} 示例项目`)?.map((line) => line.split(' ')[0])
  expect(own).toEqual(['paper', 'category'])
})

test('an earlier bundle of the same application does not count against the later one', async () => {
  const { call, stick, takeIn, folder } = await reviewDesk()
  const told = {
    ...one,
    application: 'a',
    keys: folder,
    papers: [['proof', '发票.pdf', Buffer.from('甲')]] as const,
    material: invoice('5'),
  }
  await submit(stick, told)
  await submit(stick, { ...told, revision: 8, at: new Date('2023-06-01T00:00:00Z') })
  await takeIn(stick)
  for (const { seq } of (await call('review.list', {})).rows) {
    expect((await call('review.read', { seq })).crossings).toEqual([])
  }
})
