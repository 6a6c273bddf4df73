import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyBundle } from '../../../electron/engine/bundle/verify.ts'
import type { OpinionReason } from '../../../shared/model/review.ts'
import { inspectPdf } from '../../support/poppler.ts'
import { quietJob } from '../../support/quiet-job.ts'
import { reviewDesk } from '../../support/review-desk.ts'
import { one, submit } from '../../support/submissions.ts'

const office = { office: '南京市工业和信息化局', name: '李审', level: 'city' } as const
const reason: OpinionReason = {
  kind: 'incorrect',
  place: { step: 'form', ref: 'people', row: 1, column: 'age' },
  label: '团队 第2行 年龄',
  material: null,
  text: '年龄与身份证不一致 <b>请核对</b>',
}

/** A desk with one bundle on it. */
async function judging() {
  const review = await reviewDesk()
  const submitted = await submit(review.stick)
  await review.takeIn(submitted.path)
  const seq = (await review.call('review.list', {})).rows[0]?.seq ?? 0
  const draft = (change: object) =>
    review
      .call('review.judgement', { seq })
      .then(({ draft: { revision: base, ...held } }) =>
        review.call('review.draft', { seq, base, ...held, reasons: [...held.reasons], ...change }),
      )
  return { ...review, submitted, seq, draft }
}

test('a draft is saved as it is made; a stale edit is refused; nothing is issued by it', async () => {
  const { call, seq, draft } = await judging()
  const saved = await draft({ reasons: [reason] })
  expect(saved).toMatchObject({ status: 'open', draft: { verdict: null, revision: 1 } })
  expect(saved.draft.reasons).toEqual([reason])
  const row = (await call('review.list', {})).rows[0]
  expect(row).toMatchObject({ status: 'open', drafted: true })
  const stale = { seq, base: 0, verdict: null, reasons: [], remark: '' }
  await expect(call('review.draft', stale)).rejects.toThrow('review.stale')
})

test('an opinion needs a reviewer, a verdict, and reasons unless it recommends', async () => {
  const { call, seq, draft } = await judging()
  const issue = () => call('review.issue', { seq })
  await expect(issue()).rejects.toThrow('review.noReviewer')
  await call('review.setReviewer', office)
  await expect(issue()).rejects.toThrow('review.noVerdict')
  for (const verdict of ['return', 'reject'] as const) {
    await draft({ verdict })
    await expect(issue()).rejects.toThrow('review.noReason')
  }
  await draft({ verdict: 'recommend' })
  expect(await issue()).toMatchObject({ status: 'recommend', opinions: [{ number: 1 }] })
  expect((await call('review.list', {})).rows[0]).toMatchObject({ drafted: false })
})

test('what is issued is a bag that verifies, names its bundle, and is read without this program', async () => {
  const { call, seq, draft, submitted, stick, handle } = await judging()
  await call('review.setReviewer', office)
  await draft({ verdict: 'return', reasons: [reason], remark: '请于五月底前修改。' })
  const { opinions } = await call('review.issue', { seq })
  const { files } = await call('review.saveOpinions', { seqs: [seq], to: handle(stick) })
  expect(files).toEqual([opinions[0]?.name])
  const path = join(stick, files[0] ?? '')
  const report = await verifyBundle(path, quietJob)
  expect(report).toMatchObject({
    ok: true,
    signer: { name: office.office },
    about: { kind: 'opinion', enterprise: one.enterprise, bundleId: opinions[0]?.opinionId },
  })
  execFileSync('unzip', ['-q', path, '-d', stick])
  const cwd = join(stick, report.root)
  const opinion = JSON.parse(readFileSync(join(cwd, 'opinion.json'), 'utf8'))
  expect(opinion).toMatchObject({
    verdict: 'return',
    reasons: [reason],
    reviewer: office,
    about: { bundleId: submitted.bundleId, tagManifestSha256: submitted.tagManifestSha256 },
  })
  const note = readFileSync(join(cwd, '验证说明.txt'), 'utf8')
  for (const command of note.match(/^ {4}(sha256sum|openssl) .*$/gm) ?? []) {
    execFileSync('bash', ['-c', command], { cwd, stdio: 'pipe' })
  }
  const page = readFileSync(join(cwd, 'index.html'), 'utf8')
  expect(page).toContain('年龄与身份证不一致 &lt;b&gt;请核对&lt;/b&gt;')
  expect(page).not.toMatch(/<b>|\{\{|undefined/)
  const sheet = readFileSync(join(cwd, 'data/01_审核意见/001_审核意见书.pdf'))
  const { text: printed } = inspectPdf(sheet)
  for (const text of ['退回修改', '年龄与身份证不一致', '请于五月底前修改', office.office]) {
    expect(printed).toContain(text)
  }
})

test('another opinion takes the place of the first; both stay on record', async () => {
  const { call, seq, draft, stick, handle } = await judging()
  await call('review.setReviewer', office)
  await draft({ verdict: 'return', reasons: [reason] })
  const [first] = (await call('review.issue', { seq })).opinions
  await draft({ verdict: 'recommend', reasons: [] })
  const { status, opinions } = await call('review.issue', { seq })
  expect(status).toBe('recommend')
  expect(opinions.map(({ number }) => number)).toEqual([2, 1])
  expect(opinions[0]?.opinion.replaces).toBe(first?.opinionId)
  const saved = () => call('review.saveOpinions', { seqs: [seq], to: handle(stick) })
  const { files } = await saved()
  expect(files).toEqual([opinions[0]?.name])
  expect((await saved()).files).toEqual(files)
  writeFileSync(join(stick, files[0] ?? ''), '别的文件')
  await expect(saved()).rejects.toThrow('target.exists')
})

test('an opinion is no bundle: the desk refuses it by name', async () => {
  const { call, seq, draft, stick, handle, takeIn } = await judging()
  await call('review.setReviewer', office)
  await draft({ verdict: 'recommend' })
  await call('review.issue', { seq })
  const { files } = await call('review.saveOpinions', { seqs: [seq], to: handle(stick) })
  const { results } = await takeIn(join(stick, files[0] ?? ''))
  expect(results[0]).toMatchObject({ outcome: 'refused', fault: { code: 'review.notBundle' } })
})

test('a later bundle of the same application takes the place of the earlier one', async () => {
  const review = await reviewDesk()
  const { call, stick, takeIn } = review
  const told = { ...one, application: 'application-a', keys: review.folder, sample: false }
  const first = await submit(stick, told)
  await submit(stick, {
    ...told,
    revision: 9,
    at: new Date('2023-05-20T00:00:00Z'),
    previous: first,
  })
  await takeIn(stick)
  const rows = (await call('review.list', {})).rows.toSorted((a, b) => a.revision - b.revision)
  expect(rows.map(({ superseded }) => superseded)).toEqual([true, false])
  expect(rows[1]?.previous).toBe(first.bundleId)
  const [old, now] = rows.map(({ seq }) => seq)
  expect((await call('review.read', { seq: now ?? 0 })).before).toMatchObject({ seq: old })
  await call('review.setReviewer', office)
  await call('review.draft', {
    seq: old ?? 0,
    base: 0,
    verdict: 'recommend',
    reasons: [],
    remark: '',
  })
  await expect(call('review.issue', { seq: old ?? 0 })).rejects.toThrow('review.superseded')
  // A stranger who names the same application takes nobody's place.
  await submit(stick, {
    ...told,
    keys: stick,
    revision: 99,
    at: new Date('2023-06-01T00:00:00Z'),
  })
  await takeIn(stick)
  const after = (await call('review.list', {})).rows
  expect(after.find(({ revision }) => revision === 9)?.superseded).toBe(false)
  expect(after.find(({ revision }) => revision === 99)?.trust?.state).toBe('changed')
})
