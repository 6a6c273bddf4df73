/** Answers against a model: what was typed is what is read back, whatever happened in between. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Answer, Answers, Field } from '../../../shared/programme/form.ts'
import { type CallFailed, engineWithVault, file, root, tempFolder } from '../../support/house.ts'
import { type Chance, chanceOf } from '../../support/random.ts'

const base = { id: 'js-internet-plus-base', edition: '2022' }

const texts = ['', '甲', ' 前后有空格 ', '812.50', '约800', '第一行\n第二行', '"引号"\\', '😀', '0']

function answerFor(field: Field, chance: Chance): Answer {
  const text = () => chance.pick(texts)
  if (field.type === 'choices') {
    return chance.below(3) === 0
      ? ''
      : (field.options ?? []).slice(chance.below(3)).map(({ id }) => id)
  }
  if (field.type !== 'table') return text()
  if (chance.below(4) === 0) return chance.pick(['', []])
  return Array.from({ length: 1 + chance.below(4) }, () =>
    Object.fromEntries(field.columns.map(({ id }) => [id, text()])),
  )
}

/** What the view shows: cleared answers are not among them. */
const shown = (model: Map<string, Answer>): Answers =>
  Object.fromEntries([...model].filter(([, answer]) => answer.length > 0))

test.each([1, 2, 3])(
  'random edits, undo, reopening and stale edits agree with the model (seed %i)',
  async (seed) => {
    const chance = chanceOf(seed)
    const { call, handle, house, close } = engineWithVault()
    const first = await call('application.create', base)
    const { id } = first
    const fields = first.pack.form?.fields ?? []
    const model = new Map(Object.entries(first.answers) as [string, Answer][])
    const changedAt = new Map<string, number>()
    const undo: [string, Answer][][] = []
    let revision = first.revision
    for (let n = 0; n < 80; n += 1) {
      const picked = Array.from({ length: 1 + chance.below(4) }, () => chance.pick(fields))
      const fresh = picked.map((field) => [field.id, answerFor(field, chance)] as [string, Answer])
      const edit = chance.below(4) === 0 ? (undo.pop() ?? fresh) : fresh
      const on = Math.max(1, revision - chance.below(4))
      const stale = edit.some(([field]) => (changedAt.get(field) ?? 0) > on)
      const filled = call('application.fill', {
        id,
        base: on,
        answers: Object.fromEntries(edit) as never,
      })
      if (stale) {
        await expect(filled).rejects.toMatchObject({ fault: { code: 'application.stale' } })
      } else {
        undo.push(edit.map(([field]) => [field, model.get(field) ?? '']))
        await filled
        revision += 1
        for (const [field, answer] of edit) {
          model.set(field, answer)
          changedAt.set(field, revision)
        }
      }
      const view = await call('application.open', { id })
      expect([view.revision, view.answers]).toEqual([revision, shown(model)])
      if (chance.below(25) === 0) {
        close()
        await call('vault.open', { folder: handle(house.dir) })
      }
    }
    expect(revision).toBeGreaterThan(20)
    expect((await call('vault.fsck', {})).damages).toEqual([])
  },
)

test('of two windows, the later edit of one field is refused whole, and of another taken', async () => {
  const { call } = engineWithVault()
  const { id } = await call('application.create', base)
  const cases = [
    { first: ['applicant'], second: ['applicant'], passes: false },
    { first: ['applicant'], second: ['recommender'], passes: true },
    { first: ['applicant', 'recommender'], second: ['recommender'], passes: false },
    { first: ['applicant'], second: ['recommender', 'applicant'], passes: false },
    { first: ['level'], second: ['level.other'], passes: true },
    { first: ['level.other'], second: ['level.other'], passes: false },
    { first: ['honours'], second: ['honours'], passes: false },
    { first: ['honours'], second: ['level'], passes: true },
    { first: [], second: ['applicant'], passes: true },
  ]
  const value = (key: string, text: string) =>
    key === 'level' ? ['national'] : key === 'honours' ? [] : text
  for (const { first, second, passes } of cases) {
    const seen = await call('application.open', { id })
    const answers = (names: string[], text: string) =>
      Object.fromEntries(names.map((key) => [key, value(key, text)]))
    await call('application.fill', { id, base: seen.revision, answers: answers(first, '一') })
    const one = await call('application.open', { id })
    const two = call('application.fill', {
      id,
      base: seen.revision,
      answers: answers(second, '二'),
    })
    const refused = await two.then(
      () => null,
      (error: CallFailed) => error.fault.code,
    )
    expect({ first, second, refused }).toEqual({
      first,
      second,
      refused: passes ? null : 'application.stale',
    })
    if (!passes) {
      const now = await call('application.open', { id })
      expect([now.revision, now.answers]).toEqual([one.revision, one.answers])
    }
  }
})

test('a table of 5,000 rows is kept whole, told as too long, and one row more is refused', async () => {
  const { call } = engineWithVault()
  const { id, pack } = await call('application.create', base)
  const table = pack.form?.fields.find((field) => field.type === 'table')
  const columns = table?.type === 'table' ? table.columns : []
  const row = (n: number) =>
    Object.fromEntries(columns.map((column) => [column.id, `第${n}行 ${column.label}`]))
  const rows = Array.from({ length: 5000 }, (_, n) => row(n))
  await call('application.fill', { id, base: 1, answers: { [table?.id ?? '']: rows } })
  const view = await call('application.open', { id })
  expect(view.answers[table?.id ?? '']).toEqual(rows)
  expect(view.findings).toContainEqual(
    expect.objectContaining({ code: 'table.rows', data: expect.objectContaining({ count: 5000 }) }),
  )
  await expect(
    call('application.fill', { id, base: 2, answers: { [table?.id ?? '']: [...rows, row(0)] } }),
  ).rejects.toMatchObject({ fault: { code: 'input.invalid' } })
  expect((await call('application.open', { id })).revision).toBe(2)
})

test('an edition whose fields have changed their kind takes the application without a stumble', async () => {
  const { call, handle } = engineWithVault()
  const dir = tempFolder()
  const { id, pack } = await call('application.create', base)
  const fields = pack.form?.fields ?? []
  const chance = chanceOf(7)
  const told = Object.fromEntries(fields.map((field) => [field.id, answerFor(field, chance)]))
  // No font prints an emoji; that is told elsewhere.
  const answers = JSON.parse(JSON.stringify(told).replaceAll('😀', '甲'))
  await call('application.fill', { id, base: 1, answers })
  const filled = await call('application.open', { id })

  const body = JSON.parse(
    readFileSync(`${root}assets/programmes/js-internet-plus-base-2022.json`, 'utf8'),
  )
  // Every plain text becomes a choice of several: its old answer is of the wrong shape now.
  const options = [{ id: 'yes', label: '是' }]
  const turned = body.form.fields.map((field: { id: string; type: string; label: string }) =>
    field.type === 'text' ? { id: field.id, type: 'choices', label: field.label, options } : field,
  )
  const next = { ...body, edition: '2099', form: { ...body.form, fields: turned } }
  const path = file(dir, '新版.json', JSON.stringify(next))
  const preview = await call('pack.preview', { file: handle(path) })
  expect(preview.faults).toEqual([])
  await call('pack.import', { file: handle(path) })
  const [plan] = await call('application.moves', { id })
  const moved = await call('application.move', { id, hash: plan?.hash ?? '' })
  expect(moved.edition).toBe('2099')
  await call('application.render', { id })
  await call('application.list', {})
  const exported = { id, to: handle(tempFolder()), reason: '演练' }
  expect((await call('application.export', exported)).path).toMatch(/\.zip$/)
  const [back] = await call('application.moves', { id })
  const returned = await call('application.move', { id, hash: back?.hash ?? '' })
  expect(returned.answers).toEqual(filled.answers)
})
