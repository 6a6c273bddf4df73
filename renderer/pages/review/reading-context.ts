/** What the parts of the reading view share: the bundle, and how a reason is begun at a place. */
import { createContext, useContext } from 'react'
import type { OpinionReason, ReviewPaper, ReviewReading } from '../../../shared/model/review.ts'

/** A place that a reason can be bound to, in the bundle's own words. */
export type ReasonPlace = Pick<OpinionReason, 'place' | 'label' | 'material'>

export type Reading = {
  readonly reading: ReviewReading
  readonly onReason: (place: ReasonPlace) => void
  readonly onPaper: (paper: ReviewPaper) => void
  /** How many reasons are bound to a place already. */
  readonly reasonsAt: (step: OpinionReason['place']['step'], ref: string) => number
}

export const ReadingContext = createContext<Reading | null>(null)

export function useReading(): Reading {
  const found = useContext(ReadingContext)
  if (!found) throw new Error('ReadingContext has no value.')
  return found
}
