import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startEngine } from '../../electron/engine/engine.ts'
import { serve } from '../../electron/engine/serve.ts'
import type { Reply } from '../../shared/wire.ts'
import { builtAssets, engineWithVault, file, tempFolder } from '../support/house.ts'
import { quietJob } from '../support/quiet-job.ts'

test('a wrong input, an unknown call and an unknown handle are refused by name', async () => {
  const { desk } = engineWithVault()
  const answer = (call: string, input: unknown) => serve(desk, call, input, quietJob)
  expect(await answer('material.open', { sha256: 'XYZ' })).toMatchObject({
    fault: { code: 'input.invalid', data: { path: 'material.open sha256' } },
  })
  expect(await answer('material.open', { sha256: 'a'.repeat(64), more: 1 })).toMatchObject({
    fault: { code: 'input.invalid' },
  })
  for (const call of ['no.such', 'toString', '__proto__']) {
    expect(await answer(call, {})).toMatchObject({ fault: { code: 'call.unknown' } })
  }
  expect(await answer('material.import', { files: ['0'.repeat(32)] })).toMatchObject({
    fault: { code: 'handle.unknown' },
  })
})

test('without an open vault every call that needs one says so', async () => {
  const { desk, close } = engineWithVault()
  close()
  expect(await serve(desk, 'application.list', {}, quietJob)).toEqual({
    fault: { code: 'vault.none', data: {} },
  })
})

test('a surprise is recorded with its stack under the reference that the page shows', async () => {
  const { desk, house } = engineWithVault()
  house.db.exec('DROP TABLE waiver')
  const answer = await serve(
    desk,
    'application.create',
    {
      id: 'js-internet-plus-base',
      edition: '2022',
    },
    quietJob,
  )
  if (!('fault' in answer)) throw new Error('a failure was expected')
  expect(answer.fault.code).toBe('unexpected')
  const ref = String(answer.fault.data.ref)
  expect(ref).toMatch(/^[0-9a-f]{8}$/)
  const log = readFileSync(join(desk.config, 'surprises.log'), 'utf8')
  expect(log).toContain(ref)
  expect(log).toContain('no such table: waiver')
})

test('messages: every request gets one answer under its id, and a cancelled one its report or fault', async () => {
  const dir = tempFolder()
  const replies: Reply[] = []
  const waiting = new Map<number, () => void>()
  const engine = startEngine({
    assets: builtAssets,
    config: join(dir, 'config'),
    version: '0.1.0',
    send: (reply) => {
      replies.push(reply)
      if (!('progress' in reply)) waiting.get(reply.id)?.()
    },
  })
  const ask = (id: number, call: string, input: unknown) =>
    new Promise<void>((done) => {
      waiting.set(id, done)
      engine.receive({ id, call, input })
    })
  const last = (id: number) => replies.filter((reply) => reply.id === id).at(-1)
  const handle = 'f'.repeat(32)
  engine.grant(handle, join(dir, 'vault'))
  await ask(1, 'vault.create', { folder: handle, name: '库' })
  expect(engine.storeDirs()).toEqual([join(dir, 'vault')])
  const papers = Array.from({ length: 100 }, (_, n) => file(dir, `${n}.txt`, `${n}`))
  const files = papers.map((path, n) => {
    const each = n.toString(16).padStart(32, '0')
    engine.grant(each, path)
    return each
  })
  const importing = ask(2, 'material.import', { files })
  engine.receive({ id: 2, cancel: true })
  await importing
  // An import says what it had taken in; what only reads has nothing to say.
  expect(last(2)).toMatchObject({ value: { imported: 0, cancelled: 100 } })
  await ask(3, 'material.import', { files })
  const checking = ask(4, 'vault.fsck', {})
  engine.receive({ id: 4, cancel: true })
  await checking
  expect(last(4)).toMatchObject({ fault: { code: 'job.cancelled' } })
  await ask(5, 'vault.close', {})
  expect(last(5)).toMatchObject({ value: { open: null, recent: [{ name: '库' }] } })
  expect(replies.filter((reply) => reply.id === 1)).toHaveLength(1)
  engine.close()
})
