/** Turns what was entered about the course of an application into the call that records it. */
import type { Input } from '../../../../shared/contract.ts'
import type { ApplicationState, ApplicationView } from '../../../../shared/model/application.ts'
import type { TodoKind } from '../../../../shared/model/course.ts'
import type { Place } from '../../../../shared/model/finding.ts'
import { nextStates } from '../../../../shared/programme/course.ts'
import { trackOf } from '../../../../shared/programme/track.ts'
import { useAct } from '../../../app/use-act.ts'
import type { CallError } from '../../../app/wire.ts'
import { useApplication } from '../application-context.ts'

export type Reason = {
  /** Tells apart what is being entered. */
  readonly key: number
  readonly place: Place
  readonly kind: TodoKind
  readonly text: string
}

export type CourseDraft = {
  readonly state: ApplicationState
  readonly day: string
  readonly note: string
  readonly reasons: readonly Reason[]
  readonly award: NonNullable<Input<'reserve.close'>['award']>
}

/** Codes of the titles that a success brings. */
export const awardsOf = ({ pack, track }: ApplicationView): readonly string[] => [
  ...new Set([...pack.awards, ...(trackOf(pack, track)?.awards ?? [])]),
]

export const emptyDraft = (view: ApplicationView, today: string): CourseDraft => ({
  state: nextStates(view.pack, view.state)[0] ?? 'draft',
  day: today,
  note: '',
  reasons: [],
  award: { code: awardsOf(view)[0] ?? '', number: '', level: '', issued: today, expires: null },
})

type Recording = {
  readonly record: (draft: CourseDraft, then: () => void) => void
  readonly error: CallError | null
  readonly isPending: boolean
}

export function useRecordCourse(): Recording {
  const { view } = useApplication()
  const event = useAct('event.record', { key: view.id })
  const returned = useAct('application.return', { key: view.id })
  const close = useAct('reserve.close', { key: view.id })
  const reserve = useAct('reserve.put', { key: view.id })
  const record: Recording['record'] = ({ state, day, note, reasons, award }, onSuccess) => {
    const { id } = view
    if (state === 'returned') {
      const told = reasons
        .filter(({ text }) => text.trim() !== '')
        .map(({ place, kind, text }) => ({ place, kind, text }))
      return returned.mutate({ id, day, note, reasons: told }, { onSuccess })
    }
    if (state === 'recognised' || state === 'rejected') {
      const won = state === 'recognised' && award.code !== '' ? award : null
      return close.mutate({ id, outcome: state, day, note, award: won }, { onSuccess })
    }
    if (state === 'reserved') return reserve.mutate({ id, note }, { onSuccess })
    event.mutate({ id, state, day, note }, { onSuccess })
  }
  const all = [event, returned, close, reserve]
  return {
    record,
    error: all.find(({ error }) => error)?.error ?? null,
    isPending: all.some(({ isPending }) => isPending),
  }
}
