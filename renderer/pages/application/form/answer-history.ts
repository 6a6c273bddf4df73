/**
 * What was changed in the form, step by step, so that it can be undone and done again. A step holds
 * whole answers before and after it; what is typed into one place without leaving it is one step,
 * however often it was saved in between. Pure.
 */
import type { Place } from '../../../../shared/model/finding.ts'
import type { Answer, Answers } from '../../../../shared/programme/form.ts'
import { rowsOf } from './rows.ts'

export type Step = {
  /** Where it was made; typing goes on in the same place. */
  readonly place: string
  readonly before: Answers
  readonly after: Answers
  /** The typing was not over yet. */
  readonly open: boolean
}
export type History = { readonly past: readonly Step[]; readonly future: readonly Step[] }

export const noHistory: History = { past: [], future: [] }

/** Steps that are kept; older ones can no longer be undone. */
const kept = 200

/** Rows that are shared by both are not looked into: a table may have thousands. */
export function sameAnswer(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (!Array.isArray(a) || !Array.isArray(b)) return JSON.stringify(a) === JSON.stringify(b)
  return a.length === b.length && a.every((row, at) => sameRow(row, b[at]))
}

const sameRow = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b)

const changesNothing = ({ before, after }: Step) =>
  Object.keys(after).every((key) => sameAnswer(before[key], after[key]))

/** The history with one more step; a new one leaves nothing to do again. */
export function recorded({ past }: History, step: Step): History {
  const last = past.at(-1)
  const goesOn = last?.open && last.place === step.place
  const made = goesOn
    ? {
        ...step,
        before: { ...step.before, ...last.before },
        after: { ...last.after, ...step.after },
      }
    : step
  const earlier = goesOn ? past.slice(0, -1) : past
  const steps = changesNothing(made) ? earlier : [...earlier, made]
  return { past: steps.slice(-kept), future: [] }
}

/** The typing in a place is over. */
export function closed(history: History, place: string): History {
  const last = history.past.at(-1)
  if (!last?.open || last.place !== place) return history
  return { ...history, past: [...history.past.slice(0, -1), { ...last, open: false }] }
}

export type Turn = {
  readonly history: History
  /** What has to be saved; null where nothing is left to undo. */
  readonly changes: Answers | null
  readonly at: Place | null
}

/**
 * One step back (or forth again). An answer that was changed elsewhere since is left as it is, and a
 * step of which nothing is left is passed over.
 */
export function turned(history: History, back: boolean, now: Answers): Turn {
  const [from, to] = back ? [history.past, history.future] : [history.future, history.past]
  const step = from.at(-1)
  if (!step) return { history, changes: null, at: null }
  const [held, wanted] = back ? [step.after, step.before] : [step.before, step.after]
  const rest = from.slice(0, -1)
  const turn = [...to, { ...step, open: false }]
  const next = back ? { past: rest, future: turn } : { past: turn, future: rest }
  const keys = Object.keys(step.after).filter((key) =>
    sameAnswer(now[key] ?? emptyLike(held[key]), held[key]),
  )
  if (keys.length === 0) {
    const without = back ? { ...next, future: to } : { ...next, past: to }
    return turned(without, back, now)
  }
  const changes = Object.fromEntries(keys.map((key) => [key, wanted[key] ?? '']))
  const [first = ''] = keys
  return { history: next, changes, at: placeOf(first, held[first], wanted[first]) }
}

/** An answer that was never given equals an empty one. */
export const emptyLike = (answer: Answer | undefined): Answer => (Array.isArray(answer) ? [] : '')

/** The first cell that differs, in a table, or the last row where that is gone; otherwise the field. */
function placeOf(key: string, a: Answer | undefined, b: Answer | undefined): Place {
  const place: Place = { step: 'form', ref: key.replace(/\.other$/, '') }
  const [left, right] = [rowsOf(a), rowsOf(b)]
  const longer = left.length > right.length ? left : right
  const row = longer.findIndex((_, at) => !sameAnswer(left[at], right[at]))
  if (row < 0) return place
  if (row >= right.length) return { ...place, row: Math.max(0, right.length - 1) }
  const [one = {}, two = {}] = [left[row], right[row]]
  const column = [...new Set([...Object.keys(two), ...Object.keys(one)])].find(
    (id) => !sameAnswer(one[id], two[id]),
  )
  return { ...place, row, ...(column && { column: column.replace(/\.other$/, '') }) }
}
