import type { FactSource } from '../../../shared/model/extraction.ts'
import type { Findings } from './read-document.ts'
export type Paper = Findings & { readonly kind: string; readonly kindFrom: string }
export function paperOf(
  _pages: readonly (readonly string[])[],
  _source: FactSource,
  _codes: number,
): Paper | null {
  return null
}
