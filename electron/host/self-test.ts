/**
 * `--self-test`: proves on a strange machine that the installed program does its main job — opens a
 * vault, renders a PDF, signs, verifies — through the same engine process that the page uses.
 */
import type { Input, Name, Output } from '../../shared/contract.ts'
import type { Reply, Request } from '../../shared/wire.ts'

export type Ask = <N extends Name>(name: N, input: Input<N>) => Promise<Output<N>>

type Port = {
  readonly post: (message: Request) => void
  readonly listen: (take: (reply: Reply) => void) => void
}

/** Questions over a port, as the page would put them. A fault becomes an error with its code. */
export const askOver = ({ post, listen }: Port): Ask => {
  const waiting = new Map<number, (reply: Reply) => void>()
  let last = 0
  listen((reply) => {
    if ('progress' in reply) return
    waiting.get(reply.id)?.(reply)
    waiting.delete(reply.id)
  })
  return <N extends Name>(call: N, input: Input<N>) =>
    new Promise<Output<N>>((resolve, reject) => {
      last += 1
      waiting.set(last, (reply) => {
        if ('fault' in reply)
          reject(new Error(`${call}: ${reply.fault.code} ${JSON.stringify(reply.fault.data)}`))
        else if ('value' in reply) resolve(reply.value as Output<N>)
      })
      post({ id: last, call, input })
    })
}

/** Runs the main job with handles for an empty folder and for a bundle's place; throws if it fails. */
export const runSelfTest = async (ask: Ask, folder: string, bundle: string): Promise<void> => {
  await ask('vault.create', { folder, name: 'self-test' })
  await ask('sample.load', {})
  const rows = await ask('application.list', {})
  const views = await Promise.all(rows.map(({ id }) => ask('application.open', { id })))
  const withForm = views.find(({ pack }) => pack.form)
  if (!withForm) throw new Error('application.list: none with a form')
  const { id } = withForm
  const { pages } = await ask('application.render', { id })
  if (pages < 1) throw new Error('application.render: no page')
  await ask('application.export', { id, to: bundle, reason: 'self-test' })
  const { ok, reasons } = await ask('bundle.verify', { file: bundle })
  if (!ok) throw new Error(`bundle.verify: ${JSON.stringify(reasons)}`)
  await ask('vault.close', {})
}
