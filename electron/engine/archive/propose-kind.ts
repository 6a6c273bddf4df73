/** Guesses a material's kind from its file name; a person confirms. The patterns are data. */
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

export const isKind = (id: string): boolean => materialKinds.some((kind) => kind.id === id)
