/** Guesses a material's kind from its file name; a person confirms. The patterns are data. */
import { materialKinds } from '../../../shared/registry/registry.ts'

export const proposeKind = (name: string): string =>
  materialKinds.find((kind) => kind.names.some((part) => name.includes(part)))?.id ?? 'other'

export const isKind = (id: string): boolean => materialKinds.some((kind) => kind.id === id)
