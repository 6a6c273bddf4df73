/**
 * Keeps what is typed. Changed answers wait here until the engine has them, one request at a time,
 * and only answers that changed are sent. It outlives the step on screen, so that leaving a page
 * loses nothing.
 *
 * [Note: Stale answers] A change made on an older revision of the same field is refused. The page
 * then shows what is kept beside what was typed, and the person chooses.
 */
import type { ApplicationView } from '../../../../shared/model/application.ts'
import type { Place } from '../../../../shared/model/finding.ts'
import type { Answers } from '../../../../shared/programme/form.ts'
import {
  closed,
  emptyLike,
  type History,
  noHistory,
  recorded,
  sameAnswer,
  turned,
} from './answer-history.ts'
import type { Kept } from './answer-ways.ts'

export type QueueState = {
  /** The newest view that the queue knows: its own answer may come before the page has drawn it. */
  readonly view: ApplicationView
  /** Answers that the engine does not have yet. */
  readonly pending: Answers
  readonly fault: unknown
  /** Answers that were refused as stale, until the person has chosen. */
  readonly refused: Answers | null
  readonly history: History
}

/** Where a change was made, and whether typing goes on there. */
export type Made = { readonly place: string; readonly typing: boolean }

export type AnswerQueue = {
  readonly subscribe: (listener: () => void) => () => void
  readonly snapshot: () => QueueState
  /** Tells of a newer view; older ones are ignored. */
  readonly seen: (view: ApplicationView) => void
  readonly save: (changes: Answers, made?: Made) => void
  /** Takes the last change back, or does it again; tells where it was. */
  readonly undo: () => Place | null
  readonly redo: () => Place | null
  readonly retry: () => void
  /** Of what was refused: `mine` writes it over what is kept, otherwise the kept answer stays. */
  readonly settle: (field: string, mine: boolean) => void
}

export type Ways = Kept & {
  readonly isStale: (fault: unknown) => boolean
  /** Asks for the view again, after a stale refusal; undefined where that failed too. */
  readonly reload: () => Promise<ApplicationView | undefined>
  /** Is told of the view after each change. */
  readonly keep: (view: ApplicationView) => void
}

const isEmpty = (answers: Answers) => Object.keys(answers).length === 0
const without = (pending: Answers, sent: Answers): Answers =>
  Object.fromEntries(Object.entries(pending).filter(([key, value]) => sent[key] !== value))

/** The changes that differ from what is kept; an absent answer equals an empty one. */
function changesOf(kept: Answers, changes: Answers): Answers {
  const differs = ([key, value]: [string, Answers[string]]) =>
    !sameAnswer(kept[key] ?? emptyLike(value), value)
  return Object.fromEntries(Object.entries(changes).filter(differs))
}

type Held = {
  readonly now: () => QueueState
  readonly set: (change: Partial<QueueState>) => void
  readonly subscribe: AnswerQueue['subscribe']
}

function held(first: ApplicationView): Held {
  const listeners = new Set<() => void>()
  let state: QueueState = {
    view: first,
    pending: {},
    fault: null,
    refused: null,
    history: noHistory,
  }
  return {
    now: () => state,
    set: (change) => {
      state = { ...state, ...change }
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const newer = (known: ApplicationView, next: ApplicationView) =>
  next.revision >= known.revision ? next : known

/** Sends what is pending, one request at a time. */
function sender({ now, set }: Held, ways: Ways): () => Promise<void> {
  let busy = false
  async function send(sent: Answers): Promise<void> {
    try {
      const view = await ways.send(() => now().view, sent)
      set({
        view: newer(now().view, view),
        pending: without(now().pending, sent),
        fault: null,
      })
      ways.keep(now().view)
    } catch (fault) {
      const known = ways.keptOf(now().view)
      const view = ways.isStale(fault) ? await ways.reload() : undefined
      if (view) refuse(sent, known, view)
      else set({ fault })
    }
  }
  /** Keeps from being sent what was changed elsewhere; the rest is sent again. */
  function refuse(sent: Answers, known: Answers, view: ApplicationView): void {
    const kept = ways.keptOf(view)
    const overtaken = Object.fromEntries(
      Object.entries(sent).filter(
        ([key, value]) => !sameAnswer(kept[key], known[key]) && !sameAnswer(kept[key], value),
      ),
    )
    const { refused, pending } = now()
    set({
      view: newer(now().view, view),
      pending: without(pending, overtaken),
      refused: isEmpty(overtaken) ? refused : { ...refused, ...overtaken },
    })
  }
  return async () => {
    if (busy) return
    busy = true
    set({ fault: null })
    while (!isEmpty(now().pending) && now().fault === null) await send(now().pending)
    busy = false
  }
}

/** Changes answers, and remembers how they were. */
function editor({ now, set }: Held, { keptOf }: Ways, flush: () => Promise<void>) {
  const answers = (): Answers => ({ ...keptOf(now().view), ...now().pending })
  /** Puts changes on their way; tells what of them was a change at all. */
  function put(changes: Answers): Answers {
    const changed = changesOf(answers(), changes)
    if (isEmpty(changed)) return changed
    set({ pending: { ...now().pending, ...changed } })
    void flush()
    return changed
  }
  function save(changes: Answers, made: Made = { place: '', typing: false }): void {
    const before = answers()
    const after = put(changes)
    if (isEmpty(after) && made.typing) return
    const were = Object.entries(after).map(([key, value]) => [key, before[key] ?? emptyLike(value)])
    const step = { place: made.place, before: Object.fromEntries(were), after, open: made.typing }
    const { history } = now()
    const next = isEmpty(after) ? closed(history, made.place) : recorded(history, step)
    if (next !== history) set({ history: next })
  }
  function turn(back: boolean): Place | null {
    const { history, changes, at } = turned(now().history, back, answers())
    set({ history })
    if (changes) put(changes)
    return at
  }
  return { save, undo: () => turn(true), redo: () => turn(false) }
}

export function createAnswerQueue(first: ApplicationView, ways: Ways): AnswerQueue {
  const state = held(first)
  const { now, set, subscribe } = state
  const flush = sender(state, ways)
  const edits = editor(state, ways, flush)
  return {
    subscribe,
    snapshot: now,
    ...edits,
    seen: (next) => {
      if (newer(now().view, next) !== now().view) set({ view: next })
    },
    retry: () => void flush(),
    settle: (field, mine) => {
      const { [field]: typed, ...others } = now().refused ?? {}
      set({ refused: isEmpty(others) ? null : others })
      if (mine && typed !== undefined) edits.save({ [field]: typed })
    },
  }
}
