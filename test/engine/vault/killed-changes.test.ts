/** A program killed in the midst of every kind of change: what it acknowledged is there, whole. */
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { verifyBundle } from '../../../electron/engine/bundle/verify.ts'
import { engineWithVault, root, tempFolder } from '../../support/house.ts'
import { quietJob } from '../../support/quiet-job.ts'
import { chanceOf } from '../../support/random.ts'

const script = join(root, 'test', 'support', 'busy-child.ts')

/**
 * Runs the busy program and kills it some ms after so many answers: counted, because a slow machine
 * answers less in the same time. Returns the last number of each.
 */
async function killedAfter(answers: number, ms: number, args: readonly string[]) {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  const ready = new Promise<void>((done) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if ((said.match(/^ACK /gm) ?? []).length >= answers) done()
    })
  })
  const ended = new Promise((done) => child.once('close', done))
  await Promise.race([ready, ended])
  await wait(ms)
  child.kill('SIGKILL')
  await ended
  const whole = said.slice(0, said.lastIndexOf('\n') + 1)
  const last = new Map<string, number>()
  for (const [, what = '', number] of whole.matchAll(/^ACK (\w+) (\d+)$/gm))
    last.set(what, Number(number))
  return last
}

test('killed at random moments, an application keeps every change that was answered', async () => {
  const chance = chanceOf(20_230_206)
  let changes = 0
  let bundles = 0
  for (let round = 0; round < 12; round += 1) {
    const { call, desk, handle, house } = engineWithVault()
    const { id } = await call('application.create', {
      id: 'js-internet-plus-base',
      edition: '2022',
    })
    await call('vault.close', {})
    const [papers, out] = [tempFolder(), join(tempFolder(), 'out')]
    mkdirSync(out)
    const last = await killedAfter(chance.below(40), chance.below(300), [
      house.dir,
      papers,
      out,
      id,
    ])
    const state = await call('vault.open', { folder: handle(house.dir) })
    expect(state.open?.folder).toBe(house.dir)
    expect(await call('vault.fsck', {})).toMatchObject({ damages: [], orphans: 0 })

    // Answered means kept; the one change that was under way may be there or not, never half.
    const view = await call('application.open', { id })
    const { facts } = await call('enterprise.open', {})
    const count = (text: string | undefined) => Number(text ?? 0)
    const within = (found: number, what: string) => {
      const told = last.get(what) ?? 0
      expect({ what, found, told }).toEqual({ what, found: found > told ? told + 1 : told, told })
      changes += told
    }
    const slotOf = (name: string) => view.slots.find((slot) => slot.id === name)
    const papersIn = slotOf('policy')?.materials ?? []
    within(count(view.answers.applicant as string | undefined), 'fill')
    within(count(slotOf('star-certificates')?.waived ?? undefined), 'waive')
    within(papersIn.length, 'attach')
    within(Math.max(0, ...papersIn.map(({ note }) => Number(note))), 'describe')
    within(count(facts.phone), 'profile')

    // Every change of the application is one line of the log and one revision, no more, no less.
    const logged = desk.house?.db
      .prepare<[string], number>(
        `SELECT count(*) FROM log WHERE subject = ? AND action <> 'application.export'`,
      )
      .pluck()
      .get(id)
    expect(view.revision).toBe(logged)
    const written = view.receipts.map(({ name }) => name)
    const lying = readdirSync(out).filter((name) => name.endsWith('.zip'))
    expect(written.filter((name) => !lying.includes(name))).toEqual([])
    // Between the rename of a bundle and its receipt a kill may leave one bundle more: a whole one.
    expect(lying.length - written.length).toBeLessThanOrEqual(1)
    for (const name of lying) {
      expect((await verifyBundle(join(out, name), quietJob)).ok).toBe(true)
      bundles += 1
    }
    const next = { id, base: view.revision, answers: { applicant: '接着填' } }
    expect((await call('application.fill', next)).revision).toBe(view.revision + 1)
  }
  expect(changes).toBeGreaterThan(50)
  expect(bundles).toBeGreaterThan(3)
})
