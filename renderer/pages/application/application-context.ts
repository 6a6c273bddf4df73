/** The application on screen, for every part of its page. */
import { createContext, useContext } from 'react'
import type { ApplicationView } from '../../../shared/model/application.ts'
import type { Place } from '../../../shared/model/finding.ts'
import type { SaveStatus } from '../../parts/save-mark.tsx'
import type { AnswersInHand } from './form/use-answers.ts'

export const steps = ['conditions', 'form', 'materials', 'preview', 'export'] as const
export type StepId = (typeof steps)[number]

export type ApplicationInHand = {
  readonly view: ApplicationView
  readonly inHand: AnswersInHand
  /** What is written into statements, by its `textRef`. */
  readonly texts: AnswersInHand
  /** Of all that is typed here. */
  readonly saved: SaveStatus
  /** Today in China, YYYY-MM-DD. */
  readonly today: string
  readonly goTo: (step: StepId) => void
  /** Goes to the step of a finding and puts the focus where it is put right. */
  readonly goToPlace: (place: Place) => void
}

export const ApplicationContext = createContext<ApplicationInHand | null>(null)

export function useApplication(): ApplicationInHand {
  const found = useContext(ApplicationContext)
  if (!found) throw new Error('ApplicationContext has no value.')
  return found
}
