import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { useWire } from '../../app/surroundings.ts'
import { useAsk } from '../../app/use-ask.ts'
import type { CallError } from '../../app/wire.ts'
import type { Filter } from './use-material-page.ts'

/** As many as the engine hands out at once. */
const atOnce = 500

export type AllFound = {
  readonly total: number
  readonly loading: boolean
  readonly error: CallError | null
  readonly choose: () => void
}

/** Everything that the question finds, beyond the page that is shown: a page holds a hundred. */
export function useAllFound(
  filter: Filter,
  onSelect: (selected: ReadonlySet<string>) => void,
): AllFound {
  const wire = useWire()
  const facets = useAsk('material.facets', filter, { keep: true })
  const now = useRef('')
  now.current = JSON.stringify(filter)
  const act = useMutation<ReadonlySet<string>, CallError, Filter>({
    mutationFn: async (question) => {
      const found = new Set<string>()
      let before: number | undefined
      do {
        const asked = { ...question, limit: atOnce, ...(before ? { before } : {}) }
        const { materials, next } = await wire.ask('material.list', asked)
        for (const { sha256 } of materials) found.add(sha256)
        before = next ?? undefined
      } while (before !== undefined)
      return found
    },
    // Another question meanwhile begins with nothing chosen.
    onSuccess: (found, question) => {
      if (JSON.stringify(question) === now.current) onSelect(found)
    },
  })
  const { isPending: loading, error } = act
  return { total: facets.data?.total ?? 0, loading, error, choose: () => act.mutate(filter) }
}
