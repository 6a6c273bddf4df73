/** The draft in hand: every change is saved as it is made, in order. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { Draft, JudgementView } from '../../../shared/model/review.ts'
import { type Act, useAct } from '../../app/use-act.ts'
import { keyOf } from '../../app/views.ts'

export type Held = Pick<Draft, 'verdict' | 'reasons' | 'remark'>

export type Judgement = {
  readonly held: Held
  readonly change: (part: Partial<Held>) => void
  readonly saving: Act<'review.draft'>
}

export function useJudgement(view: JudgementView): Judgement {
  const cache = useQueryClient()
  const { seq } = view
  const saving = useAct('review.draft', { key: String(seq) })
  const { verdict, reasons, remark } = view.draft
  const [held, setHeld] = useState<Held>({ verdict, reasons, remark })
  const latest = useRef(held)
  const { mutate } = saving
  const change = useCallback(
    (part: Partial<Held>) => {
      const next = { ...latest.current, ...part }
      latest.current = next
      setHeld(next)
      mutate(() => {
        // Read when its turn comes: the save before it has counted the revision up.
        const now = cache.getQueryData<JudgementView>(keyOf('review.judgement', { seq }))
        const base = now?.draft.revision ?? 0
        return { seq, base, ...next, reasons: [...next.reasons] }
      })
    },
    [cache, mutate, seq],
  )
  return { held, change, saving }
}
