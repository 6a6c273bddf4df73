import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reviewDesk } from '../../support/review-desk.ts'
import { submit } from '../../support/submissions.ts'

test('a summary lists recommended bundles of a programme that has one; the ledger lists all', async () => {
  const { call, stick, takeIn, handle } = await reviewDesk()
  await submit(stick)
  await takeIn(stick)
  const seq = (await call('review.list', {})).rows[0]?.seq ?? 0
  const to = join(stick, '汇总表.pdf')
  const save = () => call('review.saveSummary', { seqs: [seq], format: 'pdf', to: handle(to) })
  await expect(save()).rejects.toThrow('review.noReviewer')
  await call('review.setReviewer', { office: '南京市工信局', name: '李审', level: 'city' })
  await expect(save()).rejects.toThrow('review.notRecommended')
  const said = { verdict: 'recommend' as const, reasons: [], remark: '' }
  await call('review.draft', { seq, base: 0, ...said })
  await call('review.issue', { seq })
  // The example's notice has no such table.
  await expect(save()).rejects.toThrow('programme.noSummary')
  expect(existsSync(to)).toBe(false)
  const ledger = join(stick, '台账.xlsx')
  expect(await call('review.saveLedger', { to: handle(ledger) })).toEqual({ rows: 1 })
  expect(existsSync(ledger)).toBe(true)
})
