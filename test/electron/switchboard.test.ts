import { expect, test } from 'vitest'
import { openSwitchboard } from '../../electron/engine/switchboard.ts'
import type { Reply, Request } from '../../shared/wire.ts'

const board = () => {
  const received: Request[] = []
  let answer: (reply: Reply) => void = () => {}
  const { connect } = openSwitchboard((send) => {
    answer = send
    return { receive: (message: Request) => received.push(message) }
  })
  return { received, connect, answer: (reply: Reply) => answer(reply) }
}

test('answers come back under the number that the page gave', () => {
  const { received, connect, answer } = board()
  const replies: Reply[] = []
  const line = connect((reply) => replies.push(reply))
  line.receive({ id: 7, call: 'vault.state', input: {} })
  const id = received[0]?.id as number
  answer({ id, progress: { done: 1, total: 2, unit: 'files' } })
  answer({ id, value: 'done' })
  answer({ id, value: 'again' })
  expect(replies).toEqual([
    { id: 7, progress: { done: 1, total: 2, unit: 'files' } },
    { id: 7, value: 'done' },
  ])
})

test('after a reload the old answers reach nobody, and what was running is cancelled', () => {
  const { received, connect, answer } = board()
  const before: Reply[] = []
  const after: Reply[] = []
  const old = connect((reply) => before.push(reply))
  old.receive({ id: 1, call: 'vault.fsck', input: {} })
  old.close()
  const fresh = connect((reply) => after.push(reply))
  fresh.receive({ id: 1, call: 'vault.state', input: {} })
  const [fsck, cancelled, state] = received
  expect(cancelled).toEqual({ id: fsck?.id, cancel: true })
  answer({ id: fsck?.id as number, value: 'late' })
  answer({ id: state?.id as number, value: 'state' })
  expect(before).toEqual([])
  expect(after).toEqual([{ id: 1, value: 'state' }])
})

test('a page cancels its own question and no other', () => {
  const { received, connect } = board()
  const one = connect(() => {})
  const two = connect(() => {})
  one.receive({ id: 1, call: 'vault.fsck', input: {} })
  two.receive({ id: 1, call: 'vault.fsck', input: {} })
  two.receive({ id: 1, cancel: true })
  two.receive({ id: 9, cancel: true })
  expect(received.slice(2)).toEqual([{ id: received[1]?.id, cancel: true }])
})

test('what is no request reaches nobody and harms nothing', () => {
  const { received, connect } = board()
  const line = connect(() => {})
  for (const noise of [null, undefined, 'x', 7, {}, { id: '1', call: 'x' }, { id: 1 }])
    line.receive(noise as never)
  expect(received).toEqual([])
})
