import { useState } from 'react'
import type { Input } from '../../../shared/contract.ts'
import { useAsk } from '../../app/use-ask.ts'

export type Filter = Omit<Input<'material.list'>, 'before' | 'offset' | 'limit'>

/** Rows of one page; the grid shows no more than a hundred. */
export const pageSize = 100

type Place = {
  readonly page: number
  readonly cursors: readonly (number | undefined)[]
  readonly filtered: string
}
const start = { page: 0, cursors: [undefined] } as const

/**
 * One page of the archive, newest first. Pages are continued from the last row of the page before,
 * so that what arrives meanwhile shifts nothing; `cursors` remembers where each page began.
 */
export function useMaterialPage(filter: Filter) {
  const filtered = JSON.stringify(filter)
  const [place, setPlace] = useState<Place>({ ...start, filtered })
  // Another filter begins at its first page.
  const { page, cursors } = place.filtered === filtered ? place : start
  const before = cursors[page]
  const ask = useAsk(
    'material.list',
    { ...filter, limit: pageSize, ...(before ? { before } : {}) },
    { keep: true },
  )
  const turn = (to: number) => {
    const next = ask.data?.next ?? undefined
    if (to > page && next === undefined) return
    const known = to > page ? [...cursors.slice(0, page + 1), next] : cursors
    setPlace({ page: Math.min(to, page + 1), cursors: known, filtered })
  }
  return { ask, page, turn }
}
