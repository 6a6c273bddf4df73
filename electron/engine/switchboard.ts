/**
 * Lets one engine serve several loads of the page in turn: a reload brings a new line, and an
 * answer to a question of the old page must never reach the new one. Of a message it reads whether
 * it is one, and its id; what is none goes no further.
 */
import type { Reply, Request } from '../../shared/wire.ts'

type Asked = { readonly id: number; readonly line: Line }

/** One page's end of the wire. */
export type Line = {
  receive(message: Request): void
  /** The page is gone: what it still waits for is cancelled. */
  close(): void
}

/** A port carries whatever the page puts on it. */
const isRequest = (message: Request): boolean =>
  typeof message === 'object' &&
  message !== null &&
  Number.isSafeInteger(message.id) &&
  ('cancel' in message || typeof message.call === 'string')

type Receiver = { receive(message: Request): void }

/** Starts one engine with `start` and connects pages to it, each by a line of its own. */
export const openSwitchboard = <E extends Receiver>(
  start: (send: (reply: Reply) => void) => E,
): { readonly engine: E; connect(send: (reply: Reply) => void): Line } => {
  const asked = new Map<number, Asked & { readonly send: (reply: Reply) => void }>()
  let last = 0

  const engine = start((reply) => {
    const question = asked.get(reply.id)
    if (!question) return
    if (!('progress' in reply)) asked.delete(reply.id)
    question.send({ ...reply, id: question.id })
  })

  const cancel = (wanted: (question: Asked) => boolean) => {
    for (const [id, question] of asked) if (wanted(question)) engine.receive({ id, cancel: true })
  }

  const connect = (send: (reply: Reply) => void): Line => {
    const line: Line = {
      receive(message) {
        if (!isRequest(message)) return
        if ('cancel' in message) return cancel((q) => q.line === line && q.id === message.id)
        last += 1
        asked.set(last, { id: message.id, line, send })
        engine.receive({ ...message, id: last })
      },
      close() {
        cancel((question) => question.line === line)
        for (const [id, question] of asked) if (question.line === line) asked.delete(id)
      },
    }
    return line
  }
  return { engine, connect }
}
