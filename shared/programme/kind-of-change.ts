import type { Difference } from '../model/snapshot.ts'

/** What a single value turned into; null where both are the same. */
export function kindOfChange(before: string, after: string): Difference['kind'] | null {
  if (before === after) return null
  return before === '' ? 'added' : after === '' ? 'removed' : 'changed'
}
