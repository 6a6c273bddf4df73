/** Who signed what lies on the desk: the same judgement as in 验证提交包, over the same list. */
import { mkdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { reviewDesk } from '../../support/review-desk.ts'
import { one as invented, type Submission, submit } from '../../support/submissions.ts'

const one = { ...invented, sample: false }

async function deskWithImpostor(told: Partial<Submission>) {
  const review = await reviewDesk()
  const honest = await submit(review.stick, one)
  await review.takeIn(honest.path)
  const impostor = await submit(review.stick, { ...one, ...told })
  const { results } = await review.takeIn(impostor.path)
  const { rows } = await review.call('review.list', {})
  const [known] = await review.call('signer.list', {})
  return { ...review, impostor, results, rows, known }
}

test.each([
  ['the name and the code', {}],
  ['the code alone', { enterprise: '别的名称' }],
  ['the name alone', { creditCode: '' }],
  ['both in the bundle, with a certificate of another name', { certificate: '某咨询公司' }],
])('an impostor with %s is told from the known one, with both fingerprints', async (_, told) => {
  const { call, results, rows, known } = await deskWithImpostor(told)
  expect(results.map(({ outcome }) => outcome)).toEqual(['changed'])
  const [strange, first] = rows
  expect(first?.trust).toMatchObject({ state: 'first', known: null })
  expect(strange?.report.ok).toBe(true)
  expect(strange?.trust).toMatchObject({ state: 'changed', known: null, others: [known] })
  expect(strange?.report.signer?.fingerprint).not.toBe(known?.fingerprint)
  const { row } = await call('review.read', { seq: strange?.seq ?? 0 })
  expect(row.trust).toEqual(strange?.trust)
  expect(await call('signer.list', {})).toEqual([known])
})

test('a signer whom a person compared is no impostor any more; forgotten, it is one again', async () => {
  const { call, rows } = await deskWithImpostor({})
  const { fingerprint = '', name = '', creditCode = '' } = rows[0]?.report.signer ?? {}
  const states = async () => (await call('review.list', {})).rows.map(({ trust }) => trust?.state)
  await call('signer.confirm', { fingerprint, name, creditCode })
  expect(await states()).toEqual(['known', 'first'])
  await call('signer.forget', { fingerprint })
  expect(await states()).toEqual(['changed', 'first'])
})

test('a known enterprise that speaks in the name of another one is an impostor', async () => {
  const { call, stick, takeIn } = await reviewDesk()
  const other = {
    sample: false,
    enterprise: '南通示例机电有限公司',
    creditCode: '',
  }
  const keys = `${stick}-keys`
  mkdirSync(keys)
  await submit(stick, { ...other, keys })
  await takeIn(stick)
  await submit(`${stick}/2`, one)
  await takeIn(`${stick}/2`)
  await submit(`${stick}/3`, { ...one, keys, certificate: other.enterprise })
  await takeIn(`${stick}/3`)
  const [newest] = (await call('review.list', {})).rows
  expect(newest?.report.signer?.name).toBe(other.enterprise)
  expect(newest?.trust).toMatchObject({
    state: 'changed',
    known: { name: other.enterprise },
    others: [{ name: one.enterprise }],
  })
})

test('an invented enterprise is remembered by nobody', async () => {
  const { call, stick, takeIn } = await reviewDesk()
  await submit(stick, invented)
  await takeIn(stick)
  expect((await call('review.list', {})).rows[0]?.trust?.state).toBe('sample')
  expect(await call('signer.list', {})).toEqual([])
})

test('a doubtful signer is recommended only with a reason, which the opinion carries', async () => {
  const { call, rows, takeIn, stick } = await deskWithImpostor({})
  await call('review.setReviewer', { office: '南京市工业和信息化局', name: '李审', level: 'city' })
  const [strange, first] = rows
  expect([strange?.doubts, first?.doubts]).toEqual([['changed'], ['unknown']])
  const seq = strange?.seq ?? 0
  const draft = { reasons: [], remark: '' }
  await call('review.draft', { seq, base: 0, verdict: 'recommend', ...draft })
  for (const signerReason of ['', '  ']) {
    await expect(call('review.issue', { seq, signerReason })).rejects.toThrow(
      'review.doubtfulSigner',
    )
  }
  const said = await call('review.issue', { seq, signerReason: '已电话核实' })
  expect(said.opinions[0]?.opinion.signerDoubt).toEqual({
    doubts: ['changed'],
    reason: '已电话核实',
  })
  // Compared with the paper, the other one needs no word.
  const { fingerprint = '', name = '', creditCode = '' } = first?.report.signer ?? {}
  await call('signer.confirm', { fingerprint, name, creditCode })
  const other = first?.seq ?? 0
  await call('review.draft', { seq: other, base: 0, verdict: 'recommend', ...draft })
  const { opinions } = await call('review.issue', { seq: other, signerReason: '多余' })
  expect(opinions[0]?.opinion.signerDoubt).toBeNull()

  // A return needs none either, and a second bundle of a known signer is no stranger's.
  await takeIn((await submit(stick, { ...invented, sample: true })).path)
  const [invention] = (await call('review.list', {})).rows
  expect(invention?.doubts).not.toContain('unknown')
})

test('a certificate that had run out when the bundle came is a doubt', async () => {
  const review = await reviewDesk(() => new Date('2050-01-01T00:00:00Z'))
  await review.takeIn((await submit(review.stick, one)).path)
  const [row] = (await review.call('review.list', {})).rows
  expect(row?.report.ok).toBe(true)
  expect(row?.doubts).toEqual(['unknown', 'expired'])
})
