/** Which stations an application passes, told from its pack, and where it can go next. Pure. */
import type { ApplicationState } from '../model/application.ts'
import { type ReviewStage, reviewStages } from '../model/course.ts'
import type { Pack } from './pack.ts'

/** Who examines, where a pack's own texts do not say: everybody below whom it is decided by. */
const usual: Readonly<Record<Pack['level'], readonly ReviewStage[]>> = {
  county: ['county'],
  city: ['county', 'city'],
  provincial: ['county', 'city', 'province'],
  national: ['county', 'city', 'province', 'nation'],
}

/** The stages of review, in their order, as the notice describes its chain and its windows. */
export function stagesOf({ procedure, windows, level }: Pack): readonly ReviewStage[] {
  const told: readonly string[] = [
    ...procedure.chain.flatMap(({ stages = [] }) => stages),
    ...windows.map(({ role }) => role),
  ]
  const named = procedure.chain.some(({ stages }) => stages) ? told : usual[level]
  return reviewStages.filter((stage) => named.includes(stage))
}

/** Results: the path ends there. */
export const results = ['recognised', 'rejected'] as const

/** True while somebody still works on it or decides about it: no result yet, and not set aside. */
export const isInProgress = (state: ApplicationState): boolean =>
  state !== 'reserved' && !(results as readonly ApplicationState[]).includes(state)

/** True once it lies, or lay, with an authority: it counts against other applications. */
export const isHandedIn = (state: ApplicationState): boolean =>
  state !== 'draft' && state !== 'reserved'

/** The states that can follow; exporting is the only way to `exported`. */
export function nextStates(pack: Pack, state: ApplicationState): readonly ApplicationState[] {
  const stages = stagesOf(pack)
  if (state === 'recognised' || state === 'reserved') return []
  if (state === 'rejected') return ['reserved']
  const passed: readonly string[] = stages
  const at = passed.indexOf(state)
  const open = state === 'returned' ? stages : stages.slice(at + 1)
  const branches: readonly ApplicationState[] = state === 'returned' ? [] : ['returned']
  return [...open, ...results, ...branches, 'reserved']
}
