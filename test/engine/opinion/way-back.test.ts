/** Enterprise and bureau on two machines, and what goes back and forth between them on a stick. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeBundle } from '../../../electron/engine/bundle/write.ts'
import { sha256 } from '../../../electron/engine/crypto.ts'
import { identityFor } from '../../../electron/engine/identity/identities.ts'
import { composeOpinion, named } from '../../../electron/engine/review/opinion-bundle.ts'
import type { Opinion, OpinionReason, ReviewVerdict } from '../../../shared/model/review.ts'
import { engineWithVault, tempFolder } from '../../support/house.ts'
import { inspectPdf } from '../../support/poppler.ts'
import { quietJob } from '../../support/quiet-job.ts'
import { reviewDesk, type TestReview } from '../../support/review-desk.ts'

const base = { id: 'js-internet-plus-base', edition: '2022' }
const clock = () => new Date('2022-10-20T02:00:00Z')
const office = { office: '南京市工业和信息化局', name: '李审', level: 'city' } as const
const wrong: OpinionReason = {
  kind: 'incorrect',
  place: { step: 'form', ref: 'applicant' },
  label: '申报单位',
  material: null,
  text: '名称与公章不一致',
}

async function enterprise() {
  const engine = engineWithVault(clock)
  const { call, handle } = engine
  const facts = { name: '江苏示例产业园', creditCode: '91320506MA1EXAMP17' }
  await call('enterprise.fill', { base: 0, facts })
  const { id, revision } = await call('application.create', base)
  await call('application.fill', { id, base: revision, answers: { applicant: '示例园区' } })
  const out = tempFolder()
  const send = () => call('application.export', { id, to: handle(out), reason: '演练' })
  const take = (path: string, accept?: string) =>
    call('opinion.import', { file: handle(path), ...(accept ? { accept } : {}) })
  return { ...engine, id, send, take }
}

/** Judges the newest bundle on the desk and brings the opinion back on a stick. */
async function judge(bureau: TestReview, verdict: ReviewVerdict, reasons: OpinionReason[] = []) {
  const { call, handle } = bureau
  const seq = (await call('review.list', {})).rows[0]?.seq ?? 0
  const { draft } = await call('review.judgement', { seq })
  await call('review.draft', { seq, base: draft.revision, verdict, reasons, remark: '' })
  await call('review.issue', { seq, signerReason: '已与盖章的交接单比对' })
  const stick = tempFolder()
  const { files } = await call('review.saveOpinions', { seqs: [seq], to: handle(stick) })
  return join(stick, files[0] ?? '')
}

async function bureauOf(enterpriseSide: Awaited<ReturnType<typeof enterprise>>) {
  const bureau = await reviewDesk(clock)
  await bureau.call('review.setReviewer', office)
  const receipt = await enterpriseSide.send()
  await bureau.takeIn(receipt.path)
  return { bureau, receipt }
}

test('returned, put right, handed in again, recommended', async () => {
  const applicant = await enterprise()
  const { bureau, receipt } = await bureauOf(applicant)
  const paper: OpinionReason = {
    kind: 'incomplete',
    place: { step: 'conditions', ref: 'no-such-condition' },
    label: '已从政策包中删去的条件',
    material: { sha256: 'ab'.repeat(32), name: '审计报告.pdf' },
    text: '缺附注',
  }
  const { view, trust } = await applicant.take(await judge(bureau, 'return', [wrong, paper]))
  expect(trust.state).toBe('first')
  expect(view.state).toBe('returned')
  expect(view.todos.map(({ place, kind, text }) => [place.step, place.ref, kind, text])).toEqual([
    ['form', 'applicant', 'incorrect', '名称与公章不一致'],
    ['export', 'application', 'incomplete', '已从政策包中删去的条件：缺附注（审计报告.pdf）'],
  ])
  expect(view.findings.filter(({ code }) => code === 'return.open')).toHaveLength(2)
  expect(view.events.at(-1)).toMatchObject({ state: 'returned', source: 'opinion' })

  const { id, call } = applicant
  await call('application.fill', {
    id,
    base: view.revision,
    answers: { applicant: '江苏示例产业园' },
  })
  for (const { id: todo } of view.todos) {
    await call('todo.answer', { id, todo, answer: '已按公章更正' })
  }
  const second = await applicant.send()
  await bureau.takeIn(second.path)
  const { rows } = await bureau.call('review.list', {})
  expect(
    rows.map(({ bundleId, previous, superseded }) => [bundleId, previous, superseded]),
  ).toEqual([
    [second.bundleId, receipt.bundleId, false],
    [receipt.bundleId, null, true],
  ])
  const { changes } = await bureau.call('review.read', { seq: rows[0]?.seq ?? 0 })
  expect(changes?.since.bundleId).toBe(receipt.bundleId)
  expect(changes?.answers.map(({ label, answer }) => [label, answer])).toEqual([
    ['申报单位', '已按公章更正'],
    [view.title, '已按公章更正'],
  ])
  expect(changes?.differences.map(({ label, before, after }) => [label, before, after])).toEqual([
    ['申报单位', '示例园区', '江苏示例产业园'],
  ])
  const done = await applicant.take(await judge(bureau, 'recommend'))
  expect(done.trust.state).toBe('known')
  expect(done.view.state).toBe('province')
  const taken = await call('opinion.list', { id })
  expect(taken.map(({ opinion: { verdict } }) => verdict)).toEqual(['recommend', 'return'])
})

test('a recommendation that the application cannot follow is taken in and says so', async () => {
  const applicant = await enterprise()
  const { bureau } = await bureauOf(applicant)
  const { id, call } = applicant
  const day = '2022-10-20'
  const path = await judge(bureau, 'recommend')
  await call('event.record', { id, state: 'rejected', day })
  const { taken, view } = await applicant.take(path)
  expect(view.state).toBe('rejected')
  expect(view.events.map(({ source }) => source)).toEqual(['export', 'hand'])
  expect(taken.came).toEqual({
    name: path.slice(path.lastIndexOf('/') + 1),
    sha256: sha256(readFileSync(path)),
    trust: 'first',
    step: null,
  })
  expect(await call('opinion.list', { id })).toEqual([taken])
})

test('the 修改说明 is seen before it leaves, and its answers can still be put better', async () => {
  const applicant = await enterprise()
  const { id, call, handle } = applicant
  expect(await call('application.changes', { id })).toBeNull()
  const to = join(tempFolder(), '修改说明.pdf')
  const save = () => call('application.changesPdf', { id, to: handle(to) })
  await expect(save()).rejects.toThrow('export.first')
  const { bureau, receipt } = await bureauOf(applicant)
  const { view } = await applicant.take(await judge(bureau, 'return', [wrong]))
  const [todo] = view.todos
  await call('application.fill', { id, base: view.revision, answers: { applicant: '示例园' } })
  await call('todo.answer', { id, todo: todo?.id ?? '', answer: '改了' })
  const made = await call('application.changes', { id })
  expect(made).toMatchObject({
    todos: [todo?.id],
    note: {
      since: { bundleId: receipt.bundleId },
      answers: [{ label: '申报单位', answer: '改了' }],
      differences: [{ label: '申报单位', before: '示例园区', after: '示例园' }],
    },
  })
  await call('todo.answer', { id, todo: todo?.id ?? '', answer: '已按公章更正' })
  await save()
  const { text } = inspectPdf(readFileSync(to))
  expect(text).toContain('已按公章更正')
  // Whoever the form names, not the enterprise that fills it in.
  expect(text).not.toContain('江苏示例产业园')
  const second = await applicant.send()
  await bureau.takeIn(second.path)
  const [row] = (await bureau.call('review.list', {})).rows
  const { changes } = await bureau.call('review.read', { seq: row?.seq ?? 0 })
  expect(changes?.answers.map(({ answer }) => answer)).toEqual(['已按公章更正'])
})

test('a refusal ends the path', async () => {
  const applicant = await enterprise()
  const { bureau } = await bureauOf(applicant)
  const { view } = await applicant.take(await judge(bureau, 'reject', [wrong]))
  expect(view.state).toBe('rejected')
  expect(view.todos).toEqual([])
})

test('the same opinion twice, an older one, and one on an earlier export are refused by name', async () => {
  const applicant = await enterprise()
  const { bureau } = await bureauOf(applicant)
  const first = await judge(bureau, 'return', [wrong])
  const second = await judge(bureau, 'return', [{ ...wrong, text: '另一处' }])
  await applicant.take(second)
  await expect(applicant.take(second)).rejects.toThrow('opinion.known')
  await expect(applicant.take(first)).rejects.toThrow('opinion.older')

  const other = await enterprise()
  const met = await bureauOf(other)
  const late = await judge(met.bureau, 'return', [wrong])
  await other.call('application.fill', { id: other.id, base: 2, answers: { applicant: '改' } })
  await other.send()
  const before = await other.call('application.open', { id: other.id })
  await expect(other.take(late)).rejects.toThrow('opinion.superseded')
  expect(await other.call('application.open', { id: other.id })).toEqual(before)
})

test('an opinion on another enterprise’s export is refused, and so is a bundle', async () => {
  const [one, two] = [await enterprise(), await enterprise()]
  const { bureau, receipt } = await bureauOf(one)
  const opinion = await judge(bureau, 'recommend')
  await two.send()
  await expect(two.take(opinion)).rejects.toThrow('opinion.foreign')
  await expect(one.take(receipt.path)).rejects.toThrow('opinion.isBundle')
})

test('every damage is refused, whatever byte it hits', async () => {
  const applicant = await enterprise()
  const { bureau } = await bureauOf(applicant)
  const path = await judge(bureau, 'return', [wrong])
  const bytes = readFileSync(path)
  for (let at = 11; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
    const hurt = Buffer.from(bytes)
    hurt[at] = (hurt[at] ?? 0) ^ (1 << (at % 8))
    const copy = join(tempFolder(), 'opinion.zip')
    writeFileSync(copy, hurt)
    await expect(applicant.take(copy), String(at)).rejects.toThrow('opinion.unverified')
  }
  expect((await applicant.call('application.open', { id: applicant.id })).state).toBe('exported')
})

/** An opinion of somebody's own making, signed with a key of theirs. */
async function forged(
  from: string,
  change: (opinion: Opinion) => Opinion,
  name?: string,
): Promise<string> {
  const folder = tempFolder()
  const text = readFileSync(from)
  const start = text.indexOf('{\n "about"')
  const end = text.indexOf('\n}\n', start) + 3
  const honest = JSON.parse(text.subarray(start, end).toString()) as Opinion
  const { bundle: _, ...rest } = change(honest)
  const opinion = named(rest)
  mkdirSync(join(folder, 'keys'))
  const holder = { name: name ?? opinion.reviewer.office, creditCode: '', at: clock() }
  const signer = identityFor({ dir: folder }, holder)
  const spec = composeOpinion(opinion, Buffer.from('%PDF-1.7'), signer)
  const path = join(folder, 'forged.zip')
  await writeBundle(spec, path, quietJob)
  return path
}

test('an impostor with the office’s name is shouted, and taken in only when the person accepts', async () => {
  const applicant = await enterprise()
  const { bureau } = await bureauOf(applicant)
  const honest = await judge(bureau, 'return', [wrong])
  await applicant.take(honest)
  const impostor = await forged(honest, (opinion) => ({
    ...opinion,
    desk: { id: 'ff'.repeat(16), number: 9 },
    verdict: 'reject',
  }))
  const refused = await applicant.take(impostor).catch((error) => error)
  const [known] = await applicant.call('signer.list', {})
  expect(refused.fault).toMatchObject({
    code: 'opinion.signerChanged',
    data: { office: office.office, known: known?.fingerprint },
  })
  expect((await applicant.call('application.open', { id: applicant.id })).state).toBe('returned')
  const { view } = await applicant.take(impostor, refused.fault.data.fingerprint)
  expect(view.state).toBe('rejected')
  expect((await applicant.call('signer.list', {})).map(({ confirmed }) => confirmed)).toEqual([
    false,
    true,
  ])
})

test('a certificate of another name speaks for no office that is known by its own', async () => {
  const applicant = await enterprise()
  const { bureau } = await bureauOf(applicant)
  const honest = await judge(bureau, 'return', [wrong])
  await applicant.take(honest)
  const later = { desk: { id: 'ff'.repeat(16), number: 9 } }
  const impostor = await forged(honest, (opinion) => ({ ...opinion, ...later }), '某咨询公司')
  await expect(applicant.take(impostor)).rejects.toThrow('opinion.signerChanged')
})

test('what this computer knows of signers counts for bundles and opinions alike', async () => {
  const applicant = await enterprise()
  const { bureau } = await bureauOf(applicant)
  const honest = await judge(bureau, 'return', [wrong])
  const verified = await applicant.call('bundle.verify', { file: applicant.handle(honest) })
  expect(verified.trust?.state).toBe('first')
  expect((await applicant.take(honest)).trust.state).toBe('known')
})

test('an opinion that names our export by its id alone, or gives no reason, is refused', async () => {
  const applicant = await enterprise()
  const { bureau } = await bureauOf(applicant)
  const honest = await judge(bureau, 'return', [wrong])
  const tricks: readonly (readonly [string, (opinion: Opinion) => Opinion])[] = [
    [
      'opinion.foreign',
      (it) => ({ ...it, about: { ...it.about, tagManifestSha256: '0'.repeat(64) } }),
    ],
    ['opinion.foreign', (it) => ({ ...it, about: { ...it.about, application: 'another' } })],
  ]
  for (const [code, change] of tricks) {
    await expect(applicant.take(await forged(honest, change))).rejects.toThrow(code)
  }
  const reasonless = forged(honest, (it) => ({ ...it, reasons: [] }))
  await expect(reasonless).rejects.toThrow('export.unverified')
})
