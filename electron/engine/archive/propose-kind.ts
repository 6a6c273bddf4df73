/** Guesses a material's kind from its file name; a person confirms. The patterns are data. */
import type { Confidence, KindSign, Reading } from '../../../shared/model/extraction.ts'
import type { KindReason } from '../../../shared/model/material.ts'
import { materialKinds } from '../../../shared/registry/registry.ts'

/** The kind, and the words of the name that made it; `other` without a reason where none did. */
export function proposeKind(name: string): {
  readonly kind: string
  readonly reason: KindReason | null
} {
  for (const { id, names } of materialKinds) {
    const words = names.find((part) => name.includes(part))
    if (words !== undefined) return { kind: id, reason: { by: 'name', words, confidence: 'low' } }
  }
  return { kind: 'other', reason: null }
}

/** Data and codes are sure of their kind, a title is fairly, and mere words are not. */
const sureness: Readonly<Record<KindSign, Confidence>> = {
  data: 'high',
  code: 'high',
  title: 'medium',
  text: 'low',
}

/** Why a paper is taken for its kind: what its content shows, else words of its name. */
export function reasonFor(
  kind: string,
  name: string,
  reading: Pick<Reading, 'kind' | 'kindBy' | 'kindFrom'> | null,
): KindReason | null {
  if (reading && reading.kindBy !== null && reading.kind === kind)
    return { by: reading.kindBy, words: reading.kindFrom, confidence: sureness[reading.kindBy] }
  const named = proposeKind(name)
  return named.kind === kind ? named.reason : null
}

export const isKind = (id: string): boolean => materialKinds.some((kind) => kind.id === id)
