/** One application: its header, its five steps, and everything that is still open. */
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { ApplicationView } from '../../../shared/model/application.ts'
import type { Place } from '../../../shared/model/finding.ts'
import { paths } from '../../app/paths.ts'
import { useAct } from '../../app/use-act.ts'
import { useAsk } from '../../app/use-ask.ts'
import { keyOf } from '../../app/views.ts'
import { CallError } from '../../app/wire.ts'
import { Asked } from '../../parts/asked.tsx'
import { ApplicationContext, type StepId, steps } from './application-context.ts'
import { ApplicationFrame } from './application-frame.tsx'
import { formAnswers, statementTexts } from './form/answer-ways.ts'
import { useAnswers, worst } from './form/use-answers.ts'

const isStale = (fault: unknown) =>
  fault instanceof CallError && fault.failure.code === 'application.stale'

export function ApplicationPage() {
  const { id = '', step } = useParams()
  const ask = useAsk('application.open', { id })
  const vault = useAsk('vault.state', {})
  const known = steps.find((one) => one === step) ?? 'conditions'
  return (
    <Asked ask={ask}>
      {(view) => (
        <Opened
          key={id}
          view={view}
          step={known}
          today={vault.data?.today ?? ''}
          reload={async () => (await ask.refetch()).data}
        />
      )}
    </Asked>
  )
}

type Props = {
  readonly view: ApplicationView
  readonly step: StepId
  readonly today: string
  readonly reload: () => Promise<ApplicationView | undefined>
}

function Opened({ view, step, today, reload }: Props) {
  const navigate = useNavigate()
  const { mutateAsync: fill } = useAct('application.fill', { key: view.id })
  const { mutateAsync: write } = useAct('statement.write', { key: view.id })
  const cache = useQueryClient()
  const keep = (next: ApplicationView) =>
    cache.setQueryData<ApplicationView>(keyOf('application.open', { id: next.id }), (held) =>
      held && held.revision > next.revision ? held : next,
    )
  const ways = { isStale, reload, keep }
  const inHand = useAnswers(view, { ...ways, ...formAnswers({ fill, reload }) })
  const texts = useAnswers(view, { ...ways, ...statementTexts(write) })
  const saved = worst([inHand.state, texts.state])
  const goTo = useCallback(
    (to: StepId) => void navigate(paths.application(view.id, to)),
    [navigate, view.id],
  )
  const goToPlace = useCallback(
    (place: Place) => void navigate(paths.application(view.id, place.step), { state: { place } }),
    [navigate, view.id],
  )
  const value = useMemo(
    () => ({ view, inHand, texts, saved, today, goTo, goToPlace }),
    [view, inHand, texts, saved, today, goTo, goToPlace],
  )
  return (
    <ApplicationContext value={value}>
      <ApplicationFrame step={step} />
    </ApplicationContext>
  )
}
