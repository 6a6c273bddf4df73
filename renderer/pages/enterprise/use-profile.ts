/** The profile as it is edited: every change is saved as made, and can be taken back. */
import { useState } from 'react'
import type { EnterpriseView, IndicatorValue } from '../../../shared/model/enterprise.ts'
import { type Act, useAct } from '../../app/use-act.ts'
import { useLatest } from '../../app/use-latest.ts'
import { inverse, type ProfileChange } from './profile-change.ts'

export type Profile = {
  readonly fillFact: (key: string, value: string) => void
  readonly fillFigures: (figures: readonly IndicatorValue[]) => void
  readonly undo: () => void
  readonly canUndo: boolean
  readonly act: Act<'enterprise.fill'>
  /** Sends the change again that could not be saved. */
  readonly retry: () => void
}

/** As many changes as anyone takes back one by one. */
const remembered = 100

export function useProfile(view: EnterpriseView): Profile {
  const act = useAct('enterprise.fill')
  const latest = useLatest('enterprise.open')
  const [undoable, setUndoable] = useState<readonly ProfileChange[]>([])
  const [sent, setSent] = useState<ProfileChange | null>(null)

  const send = (change: ProfileChange, onSuccess?: () => void) => {
    setSent(change)
    act.mutate(
      () => ({
        base: latest({})?.revision ?? view.revision,
        facts: { ...change.facts },
        indicators: [...change.indicators],
      }),
      onSuccess ? { onSuccess } : {},
    )
  }
  const fill = (change: ProfileChange) => {
    const back = inverse(latest({}) ?? view, change)
    send(change)
    setUndoable((held) => [...held, back].slice(-remembered))
  }
  return {
    fillFact: (key, value) => fill({ facts: { [key]: value }, indicators: [] }),
    fillFigures: (figures) => {
      if (figures.length > 0) fill({ facts: {}, indicators: figures })
    },
    undo: () => {
      const back = undoable.at(-1)
      if (!back) return
      setUndoable(undoable.slice(0, -1))
      send(back)
    },
    canUndo: undoable.length > 0,
    act,
    retry: () => sent && send(sent),
  }
}
