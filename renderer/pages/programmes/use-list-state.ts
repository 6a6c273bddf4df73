/** Filter, order and tab of 政策库, kept in the address: coming back from a programme finds them again. */
import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import { type Filter, type FilterKey, filterKeys, noFilter, type Sort, sorts } from './filter.ts'

export const views = ['list', 'year', 'ladders', 'policies'] as const
export type ViewId = (typeof views)[number]

export type ListState = {
  readonly filter: Filter
  readonly sort: Sort
  readonly view: ViewId
  readonly change: (
    part: Partial<Record<FilterKey, string>> & { readonly sort?: Sort; readonly view?: ViewId },
  ) => void
  readonly clear: () => void
}

export function useListState(): ListState {
  const [params, setParams] = useSearchParams()
  const change: ListState['change'] = useCallback(
    (part) =>
      setParams(
        (now) => {
          const next = new URLSearchParams(now)
          for (const [key, value] of Object.entries(part)) {
            if (value) next.set(key, value)
            else next.delete(key)
          }
          return next
        },
        { replace: true },
      ),
    [setParams],
  )
  const clear = useCallback(
    () =>
      setParams(
        (now) => {
          const next = new URLSearchParams(now)
          for (const key of filterKeys) next.delete(key)
          return next
        },
        { replace: true },
      ),
    [setParams],
  )
  const read = filterKeys.map((key) => [key, params.get(key) ?? ''] as const)
  return {
    filter: { ...noFilter, ...Object.fromEntries(read) },
    sort: sorts.find((one) => one === params.get('sort')) ?? 'deadline',
    view: views.find((one) => one === params.get('view')) ?? 'list',
    change,
    clear,
  }
}
