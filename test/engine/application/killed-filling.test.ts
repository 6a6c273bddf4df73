/**
 * The engine killed a hundred times while an application is typed into, pasted into and linked: what
 * it has answered is there, the one change that was under way is there whole or not at all.
 */
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createAnswerQueue } from '../../../renderer/pages/application/form/answer-queue.ts'
import { formAnswers } from '../../../renderer/pages/application/form/answer-ways.ts'
import type { ApplicationView } from '../../../shared/model/application.ts'
import type { Answers } from '../../../shared/programme/form.ts'
import { type EngineProcess, startEngineProcess } from '../../support/engine-process.ts'
import { engineWithVault, file, tempFolder } from '../../support/house.ts'
import { type Chance, chanceOf } from '../../support/random.ts'

const rounds = 100
const slot = 'policy'

type Trial = {
  readonly engine: EngineProcess
  readonly view: ApplicationView
  readonly chance: Chance
  readonly round: number
}
/** What was answered, and what was under way, for a field or the slot. */
type Told = { readonly answered: Answers; readonly sent: Answers; readonly linked: number }

/** The engine dies so many answers on, and so many ms: a slow machine answers less in the same time. */
type Moment = { readonly answers: number; readonly ms: number }

/** Commits as controls make them, one after another, until the engine dies. */
async function filling({ engine, view }: Trial, next: (n: number) => Answers, moment: Moment) {
  let sent: Answers = {}
  const reload = async () => undefined
  const form = formAnswers({
    fill: (input) => {
      sent = queue.snapshot().pending
      return engine.wire.ask('application.fill', input)
    },
    reload,
  })
  const queue = createAnswerQueue(view, {
    ...form,
    isStale: () => false,
    reload,
    keep: () => {},
  })
  const enough = () => queue.snapshot().view.revision >= view.revision + moment.answers
  let end = Number.POSITIVE_INFINITY
  for (let n = 1; performance.now() < end; n += 1) {
    queue.save(next(n))
    await wait(2)
    if (enough()) end = Math.min(end, performance.now() + moment.ms)
  }
  await engine.kill()
  return { answered: queue.snapshot().view.answers, sent, linked: 0 }
}

const typing = (trial: Trial, moment: Moment): Promise<Told> => {
  const text = `第${trial.round}轮`
  return filling(trial, (n) => ({ industry: text + '特色产业'.repeat(n) }), moment)
}

const pasting = (trial: Trial, moment: Moment): Promise<Told> => {
  const block = (n: number) =>
    Array.from({ length: 400 }, (_, row) => ({ name: `企业${trial.round}-${n}-${row}` }))
  return filling(trial, (n) => ({ stars: block(n) }), moment)
}

async function linking({ engine, view, round }: Trial, moment: Moment): Promise<Told> {
  const dir = tempFolder()
  const { id } = view
  let linked = 0
  let over = false
  const work = async () => {
    for (let n = 1; !over; n += 1) {
      const path = file(dir, `${n}.txt`, `第${round}轮第${n}份 ${'x'.repeat(n * 997)}`)
      await engine.wire.ask('application.attach', { id, slot, files: [engine.grant(path)] })
      linked = n
    }
  }
  // The last call never comes back.
  void work()
  while (linked < moment.answers) await wait(2)
  await wait(moment.ms)
  over = true
  await engine.kill()
  return { answered: view.answers, sent: {}, linked }
}

test(`killed ${rounds} times mid-typing, mid-paste and mid-link, nothing answered is lost`, async () => {
  const chance = chanceOf(20_221_015)
  const { call, desk, handle, house } = engineWithVault()
  const first = await call('application.create', { id: 'js-internet-plus-base', edition: '2022' })
  await call('vault.close', {})
  const config = join(tempFolder(), 'config')
  const seen = { changed: 0, underWay: 0, linked: 0 }
  let papers = 0
  for (let round = 0; round < rounds; round += 1) {
    const engine = await startEngineProcess(config)
    await engine.wire.ask('vault.open', { folder: engine.grant(house.dir) })
    const view = await engine.wire.ask('application.open', { id: first.id })
    const kind = chance.pick([typing, pasting, linking])
    const told = await kind(
      { engine, view, chance, round },
      { answers: chance.below(3), ms: chance.below(60) },
    )

    const state = await call('vault.open', { folder: handle(house.dir) })
    expect(state.open?.folder).toBe(house.dir)
    const now = await call('application.open', { id: first.id })
    for (const field of ['industry', 'stars']) {
      const possible = [told.answered[field], told.sent[field] ?? told.answered[field]]
      expect(possible).toContainEqual(now.answers[field])
      if (told.answered[field] !== view.answers[field]) seen.changed += 1
      if (told.sent[field] && now.answers[field] !== told.answered[field]) seen.underWay += 1
    }
    const held = now.slots.find(({ id }) => id === slot)?.materials.length ?? 0
    expect(held - papers - told.linked).toBeOneOf([0, 1])
    if (kind !== linking) expect(held).toBe(papers)
    seen.linked += told.linked
    papers = held
    // One line of the log for each revision, no more, no less.
    const logged = desk.house?.db
      .prepare<[string], number>('SELECT count(*) FROM log WHERE subject = ?')
      .pluck()
      .get(first.id)
    expect(now.revision).toBe(logged)
    if (round % 10 === 9) {
      expect(await call('vault.fsck', {})).toMatchObject({ damages: [], orphans: 0 })
    }
    await call('vault.close', {})
  }
  // The kills fell where something was going on.
  expect(seen.changed).toBeGreaterThan(20)
  expect(seen.linked).toBeGreaterThan(20)
}, 1_800_000)
