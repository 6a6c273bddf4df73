/** Whether a slot of the checklist counts in a case at all. */
import type { Missing } from '../model/verdict.ts'
import { holds } from './evaluate.ts'
import type { Case } from './evidence.ts'
import type { Slot } from './pack.ts'

/** `open`: it cannot be told yet; the papers are asked for, but do not block. */
export type Applies = 'yes' | 'no' | 'open'

export type SlotApplies = { readonly applies: Applies; readonly missing: readonly Missing[] }

const always: SlotApplies = { applies: 'yes', missing: [] }

/** A slot without a rule always applies; one whose rule is unmet does not. */
export function slotApplies(slot: Slot, c: Case): SlotApplies {
  if (!slot.when) return always
  const { outcome, missing } = holds(slot.when, c)
  if (outcome === 'met') return always
  const applies = outcome === 'unmet' || outcome === 'notApplicable' ? 'no' : 'open'
  return { applies, missing }
}
