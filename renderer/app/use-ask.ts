/** The hook for every call that only reads. */
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { Input, Output } from '../../shared/contract.ts'
import { useWire } from './surroundings.ts'
import { type AskName, keyOf } from './views.ts'
import type { CallError } from './wire.ts'

export type AskSettings = {
  /** Ask nothing while false. */
  readonly enabled?: boolean
  /** Go on showing the previous answer while a question with other input is asked. */
  readonly keep?: boolean
  /** Ask again each time it comes on screen: for what every change alters a little. */
  readonly fresh?: boolean
}

/** The answer to a question, from the cache where it is still good. */
export function useAsk<N extends AskName>(
  name: N,
  input: Input<N>,
  { enabled = true, keep = false, fresh = false }: AskSettings = {},
): UseQueryResult<Output<N>, CallError> {
  const wire = useWire()
  return useQuery<Output<N>, CallError, Output<N>>({
    queryKey: keyOf(name, input),
    queryFn: () => wire.ask(name, input),
    enabled,
    ...(fresh ? { refetchOnMount: 'always' as const } : {}),
    // An identity function in place of the type-narrowed one: outputs are never functions.
    ...(keep ? { placeholderData: keepPreviousData as never } : {}),
  })
}
