import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Input, Output } from '../../shared/contract.ts'
import { type AskName, keyOf } from './views.ts'

/**
 * Reads the answer that the cache holds at the moment of the call, not of the render: what an act
 * needs that waits for its turn (`useAct` takes a function) and must name the revision it edits.
 */
export function useLatest<N extends AskName>(name: N): (input: Input<N>) => Output<N> | undefined {
  const cache = useQueryClient()
  return useCallback((input) => cache.getQueryData<Output<N>>(keyOf(name, input)), [cache, name])
}
