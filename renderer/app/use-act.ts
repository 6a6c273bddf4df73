/** The hook for every call that changes something or takes long. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { Input, Output } from '../../shared/contract.ts'
import type { Progress } from '../../shared/wire.ts'
import { useWire } from './surroundings.ts'
import { type ActName, settle, unsettle } from './views.ts'
import type { CallError } from './wire.ts'

/** A function is called when the act's turn comes: it can read the revision that then holds. */
export type ActInput<N extends ActName> = Input<N> | (() => Input<N>)

export type Act<N extends ActName> = {
  readonly mutate: (
    input: ActInput<N>,
    then?: { readonly onSuccess?: (view: Output<N>) => void },
  ) => void
  readonly mutateAsync: (input: ActInput<N>) => Promise<Output<N>>
  readonly isPending: boolean
  readonly isSuccess: boolean
  readonly error: CallError | null
  readonly data: Output<N> | undefined
  /** Forgets the last answer and failure. */
  readonly reset: () => void
  /** How far a long call has come; null before its first report and after its end. */
  readonly progress: Progress | null
  readonly cancel: () => void
}

/**
 * One call that changes. Acts of the same noun and `key` (an application's id, a material's hash)
 * run one after another, in the order in which they were asked.
 */
export function useAct<N extends ActName>(name: N, options: { key?: string } = {}): Act<N> {
  const wire = useWire()
  const cache = useQueryClient()
  const [progress, setProgress] = useState<Progress | null>(null)
  const stop = useRef<AbortController | null>(null)
  const noun = name.slice(0, name.indexOf('.'))
  const mutation = useMutation<Output<N>, CallError, ActInput<N>>({
    mutationKey: [name],
    scope: { id: `${noun}:${options.key ?? ''}` },
    mutationFn: (input) => {
      const controller = new AbortController()
      stop.current = controller
      const now = typeof input === 'function' ? (input as () => Input<N>)() : input
      return wire.ask(name, now, { signal: controller.signal, onProgress: setProgress })
    },
    onSuccess: (view) => settle(cache, name, view),
    onError: () => unsettle(cache, name),
    onSettled: () => setProgress(null),
  })
  const cancel = useCallback(() => stop.current?.abort(), [])
  const { mutate, mutateAsync, isPending, isSuccess, error, data, reset } = mutation
  return { mutate, mutateAsync, isPending, isSuccess, error, data, reset, progress, cancel }
}
