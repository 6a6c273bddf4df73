import { expect, test } from 'vitest'
import { CallError, type Port, wireOver } from '../../../renderer/app/wire.ts'
import type { Reply, Request } from '../../../shared/wire.ts'

/** The engine's end of a real message channel, and a wire on the other. */
function channel() {
  const { port1, port2 } = new MessageChannel()
  const got: Request[] = []
  let hear = () => {}
  port2.onmessage = ({ data }) => {
    got.push(data)
    hear()
  }
  const arrived = async (count: number) => {
    while (got.length < count) await new Promise<void>((resolve) => (hear = resolve))
  }
  const reply = (message: Reply) => port2.postMessage(message)
  return { port: port1 as unknown as Port, got, arrived, reply, close: () => port2.close() }
}

test('answers find their question whatever their order', async () => {
  const { port, got, arrived, reply, close } = channel()
  const wire = wireOver(Promise.resolve(port))
  const first = wire.ask('vault.state', {})
  const second = wire.ask('application.list', {})
  await arrived(2)
  expect(got.map((one) => 'call' in one && one.call)).toEqual(['vault.state', 'application.list'])
  reply({ id: got[1]?.id ?? 0, value: [] })
  reply({ id: got[0]?.id ?? 0, value: { open: null } })
  expect(await second).toEqual([])
  expect(await first).toEqual({ open: null })
  close()
})

test('what is asked before the port comes is sent once it is there', async () => {
  const { port, got, arrived, reply, close } = channel()
  let hand = (_: Port) => {}
  const wire = wireOver(new Promise<Port>((resolve) => (hand = resolve)))
  const answer = wire.ask('vault.state', {})
  expect(got).toEqual([])
  hand(port)
  await arrived(1)
  reply({ id: got[0]?.id ?? 0, value: 'there' })
  expect(await answer).toBe('there')
  close()
})

test('a fault comes back as an error that carries code and data', async () => {
  const { port, got, arrived, reply, close } = channel()
  const wire = wireOver(Promise.resolve(port))
  const answer = wire.ask('vault.fsck', {})
  await arrived(1)
  reply({ id: got[0]?.id ?? 0, fault: { code: 'vault.none', data: {} } })
  const error = await answer.catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(CallError)
  expect((error as CallError).failure).toEqual({ code: 'vault.none', data: {} })
  close()
})

test('a long call is listed from its first progress to its end, and can be cancelled', async () => {
  const { port, got, arrived, reply, close } = channel()
  const wire = wireOver(Promise.resolve(port))
  const seen: number[] = []
  let changed = () => {}
  wire.subscribe(() => changed())
  const answer = wire.ask('vault.fsck', {}, { onProgress: ({ done }) => seen.push(done) })
  await arrived(1)
  const id = got[0]?.id ?? 0
  expect(wire.jobs()).toEqual([])

  const listed = new Promise<void>((resolve) => (changed = resolve))
  reply({ id, progress: { done: 3, total: 9, unit: 'files' } })
  await listed
  expect(seen).toEqual([3])
  expect(wire.jobs()).toMatchObject([{ call: 'vault.fsck', progress: { done: 3, total: 9 } }])

  wire.jobs()[0]?.cancel()
  await arrived(2)
  expect(got[1]).toEqual({ id, cancel: true })
  reply({ id, fault: { code: 'job.cancelled', data: {} } })
  await expect(answer).rejects.toMatchObject({ failure: { code: 'job.cancelled' } })
  expect(wire.jobs()).toEqual([])
  close()
})

test('an aborted signal cancels the call', async () => {
  const { port, got, arrived, close } = channel()
  const wire = wireOver(Promise.resolve(port))
  const stop = new AbortController()
  wire.ask('vault.fsck', {}, { signal: stop.signal }).catch(() => {})
  await arrived(1)
  stop.abort()
  await arrived(2)
  expect(got[1]).toEqual({ id: got[0]?.id, cancel: true })
  close()
})
