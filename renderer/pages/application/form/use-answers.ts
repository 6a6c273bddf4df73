/** The answers as the person sees them, and the way to change them. */
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { ApplicationView } from '../../../../shared/model/application.ts'
import type { Answers } from '../../../../shared/programme/form.ts'
import type { SaveStatus } from '../../../parts/save-mark.tsx'
import { type AnswerQueue, createAnswerQueue, type Ways } from './answer-queue.ts'

/** Of several things that are kept, what has to be said of all. */
export const worst = (states: readonly SaveStatus[]): SaveStatus =>
  (['failed', 'saving'] as const).find((each) => states.includes(each)) ?? 'saved'

export type AnswersInHand = {
  /** Kept answers, with those on their way on top. */
  readonly answers: Answers
  readonly save: AnswerQueue['save']
  readonly retry: AnswerQueue['retry']
  readonly settle: AnswerQueue['settle']
  readonly undo: AnswerQueue['undo']
  readonly redo: AnswerQueue['redo']
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly state: SaveStatus
  readonly fault: unknown
  readonly refused: Answers | null
}

export function useAnswers(view: ApplicationView, ways: Ways): AnswersInHand {
  const latest = useRef(ways)
  latest.current = ways
  const [queue] = useState(() =>
    createAnswerQueue(view, {
      keptOf: ways.keptOf,
      send: (now, sent) => latest.current.send(now, sent),
      isStale: (fault) => latest.current.isStale(fault),
      reload: () => latest.current.reload(),
      keep: (changed) => latest.current.keep(changed),
    }),
  )
  const {
    view: known,
    pending,
    fault,
    refused,
    history,
  } = useSyncExternalStore(queue.subscribe, queue.snapshot)
  useEffect(() => queue.seen(view), [queue, view])
  const unsaved = Object.keys(pending).length > 0
  useLeaveWarning(unsaved)
  const kept = ways.keptOf(known.revision > view.revision ? known : view)
  const answers = useMemo(() => ({ ...kept, ...pending }), [kept, pending])
  const state = fault ? 'failed' : unsaved ? 'saving' : 'saved'
  return {
    answers,
    save: queue.save,
    retry: queue.retry,
    settle: queue.settle,
    undo: queue.undo,
    redo: queue.redo,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    state,
    fault,
    refused,
  }
}

/** Closing the window while something is still unsaved asks first. */
function useLeaveWarning(unsaved: boolean): void {
  const warn = useCallback((event: BeforeUnloadEvent) => event.preventDefault(), [])
  useEffect(() => {
    if (!unsaved) return
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [unsaved, warn])
}
