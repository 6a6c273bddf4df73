/** How each step stands, told from the check's findings alone. Pure. */
import type { ApplicationView } from '../../../shared/model/application.ts'
import type { Tone } from '../../parts/state-mark.tsx'
import type { StepId } from './application-context.ts'

export type StepState = { readonly tone: Tone; readonly key: string; readonly count: number }

const fixed = (tone: Tone, key: string): StepState => ({ tone, key, count: 0 })

export function stepState(view: ApplicationView, step: StepId): StepState {
  if (step === 'export') return exportState(view)
  if (step !== 'materials' && step !== 'conditions' && !view.pack.form)
    return fixed('none', 'noForm')
  const here = view.findings.filter(({ place }) => place.step === step)
  const blocking = here.filter(({ severity }) => severity === 'blocking').length
  if (blocking > 0) return { tone: 'bad', key: 'blocking', count: blocking }
  const warnings = here.filter(({ severity }) => severity === 'warning').length
  if (warnings > 0) return { tone: 'doubt', key: 'warning', count: warnings }
  return step === 'preview' ? fixed('info', 'preview') : fixed('good', 'done')
}

function exportState(view: ApplicationView): StepState {
  // What came back has to leave again, changed or not.
  const isOut = view.unsent !== null && view.state !== 'returned'
  if (isOut) return view.unsent === 0 ? fixed('good', 'exported') : fixed('doubt', 'changed')
  if (view.blocking > 0) return { tone: 'bad', key: 'blocked', count: view.blocking }
  return fixed('good', 'ready')
}
