/** An import's results in words: for the screen and for the list that is kept of them. */
import type { TFunction } from 'i18next'
import type { ImportResult } from '../../shared/model/material.ts'
import { type Label, materialKinds } from '../../shared/registry/registry.ts'
import { faultText } from '../app/fault-text.tsx'

export const groups = [
  'imported',
  'noted',
  'same',
  'refused',
  'asked',
  'litter',
  'cancelled',
] as const
export type Group = (typeof groups)[number]

/** Which group a result counts in: what came in with something to look at stands apart. */
export function groupOf({ outcome, marks = [], trouble }: ImportResult): Group {
  if (outcome === 'restored') return 'same'
  return outcome === 'imported' && (marks.length > 0 || trouble) ? 'noted' : outcome
}

/** The last part of a path, whichever way its separators lean, and what is around it. */
export function fileName(from: string): { readonly name: string; readonly folder: string } {
  const at = Math.max(from.lastIndexOf('/'), from.lastIndexOf('\\'))
  return { name: from.slice(at + 1), folder: at > 0 ? from.slice(0, at) : '' }
}

/** Why it was not taken; empty where it was. */
export function whyOf(t: TFunction, { fault, trouble, outcome }: ImportResult): string {
  if (fault) return faultText(t, fault)
  return trouble && outcome === 'refused' ? t(`extract:trouble.${trouble.code}`, trouble.data) : ''
}

export function stateText(t: TFunction, result: ImportResult): string {
  const group = groupOf(result)
  if (group === 'noted') return t('archive:import.noted')
  const why = whyOf(t, result)
  return t(`archive:import.${result.outcome}`, { name: result.as, why })
}

/** What a file that was read carries, and why it could not be read. */
export function notesOf(t: TFunction, { marks = [], trouble, outcome }: ImportResult): string[] {
  const unread = trouble && outcome !== 'refused' ? [trouble] : []
  return [
    ...marks.map((mark) => t(`extract:mark.${mark}`)),
    ...unread.map(({ code, data }) => t(`extract:trouble.${code}`, data)),
  ]
}

export const kindText = (label: (of: Label) => string, { kind }: ImportResult): string => {
  const known = materialKinds.find(({ id }) => id === kind)
  return known ? label(known.label) : ''
}

export function reasonText(t: TFunction, { reason }: ImportResult): string {
  if (!reason) return ''
  const why = t(`extract:reason.${reason.by}`, { words: reason.words })
  return t('extract:reason', { why, sure: t(`extract:confidence.${reason.confidence}`) })
}

export function sumText(t: TFunction, results: readonly ImportResult[]): string {
  const count = (...wanted: Group[]) =>
    results.filter((each) => wanted.includes(groupOf(each))).length
  const sum = t('archive:import.sum', {
    imported: count('imported', 'noted'),
    same: count('same'),
    refused: count('refused'),
  })
  const more = (['asked', 'litter', 'cancelled'] as const).filter((group) => count(group) > 0)
  return more.reduce(
    (text, group) => t(`archive:import.sum.${group}`, { sum: text, count: count(group) }),
    sum,
  )
}
