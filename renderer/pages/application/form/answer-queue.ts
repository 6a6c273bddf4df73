/**
 * Keeps what is typed. Changed answers wait here until the engine has them, one request at a time,
 * and only answers that changed are sent. It outlives the step on screen, so that leaving a page
 * loses nothing.
 *
 * [Note: Stale answers] A change made on an older revision of the same field is refused. The page
 * then shows what is kept, and hands back what was typed for the person to compare.
 */
import type { Input } from '../../../../shared/contract.ts'
import type { ApplicationView } from '../../../../shared/model/application.ts'
import type { Answers } from '../../../../shared/programme/form.ts'

export type Fill = (input: Input<'application.fill'>) => Promise<ApplicationView>

export type QueueState = {
  /** The newest view that the queue knows: its own answer may come before the page has drawn it. */
  readonly view: ApplicationView
  /** Answers that the engine does not have yet. */
  readonly pending: Answers
  readonly fault: unknown
  /** Answers that were refused as stale, until dismissed. */
  readonly refused: Answers | null
}

export type AnswerQueue = {
  readonly subscribe: (listener: () => void) => () => void
  readonly snapshot: () => QueueState
  /** Tells of a newer view; older ones are ignored. */
  readonly seen: (view: ApplicationView) => void
  readonly save: (changes: Answers) => void
  readonly retry: () => void
  readonly dismiss: () => void
}

type Ways = {
  readonly fill: Fill
  readonly isStale: (fault: unknown) => boolean
  /** Asks for the view again, after a stale refusal. */
  readonly reload: () => void
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
const isEmpty = (answers: Answers) => Object.keys(answers).length === 0
const without = (pending: Answers, sent: Answers): Answers =>
  Object.fromEntries(Object.entries(pending).filter(([key, value]) => sent[key] !== value))

/** The changes that differ from what is kept; an absent answer equals an empty one. */
function changesOf(kept: Answers, changes: Answers): Answers {
  const differs = ([key, value]: [string, Answers[string]]) =>
    !same(kept[key] ?? (Array.isArray(value) ? [] : ''), value)
  return Object.fromEntries(Object.entries(changes).filter(differs))
}

export function createAnswerQueue(first: ApplicationView, ways: Ways): AnswerQueue {
  let busy = false
  let state: QueueState = { view: first, pending: {}, fault: null, refused: null }
  const listeners = new Set<() => void>()
  const set = (change: Partial<QueueState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const newer = (next: ApplicationView) =>
    next.revision >= state.view.revision ? next : state.view

  async function send(sent: Answers): Promise<void> {
    const answers = sent as Input<'application.fill'>['answers']
    const { id, revision } = state.view
    try {
      const view = await ways.fill({ id, base: revision, answers })
      set({ view: newer(view), pending: without(state.pending, sent), fault: null })
    } catch (fault) {
      if (!ways.isStale(fault)) return set({ fault })
      set({ pending: without(state.pending, sent), refused: { ...state.refused, ...sent } })
      ways.reload()
    }
  }
  async function flush(): Promise<void> {
    if (busy) return
    busy = true
    set({ fault: null })
    while (!isEmpty(state.pending) && state.fault === null) await send(state.pending)
    busy = false
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    snapshot: () => state,
    seen: (next) => {
      if (newer(next) !== state.view) set({ view: next })
    },
    save: (changes) => {
      const changed = changesOf({ ...state.view.answers, ...state.pending }, changes)
      if (isEmpty(changed)) return
      set({ pending: { ...state.pending, ...changed } })
      void flush()
    },
    retry: () => void flush(),
    dismiss: () => set({ refused: null }),
  }
}
