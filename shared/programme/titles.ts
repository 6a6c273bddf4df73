/**
 * Which titles the archive's certificates show. Only certificates that a person has confirmed speak,
 * and only by a name that the registry knows: its code, its official label, or one of its other
 * names. Nothing is guessed from file names; a title that no certificate shows is not recorded.
 */
import type { Material } from '../model/material.ts'
import { titles } from '../registry/registry.ts'
import { isDay } from './calendar.ts'
import type { HeldTitle } from './evidence.ts'

const codeByName: ReadonlyMap<string, string> = new Map(
  titles.flatMap(({ code, label, names = [] }) =>
    [code, label['zh-CN'], ...names].map((name) => [name, code] as const),
  ),
)

/** The code of the title that a certificate names, or undefined. */
export const titleCode = (name: string): string | undefined => codeByName.get(name.trim())

/** The titles recorded, in the order of the materials. */
export function titlesOf(materials: readonly Material[]): readonly HeldTitle[] {
  return materials.flatMap((material) => {
    const speaks = material.kind === 'certificate' && material.confirmed && !material.deletedAt
    const code = speaks ? titleCode(material.facts.title ?? '') : undefined
    if (code === undefined) return []
    const issued = material.facts.issuedOn?.trim() ?? ''
    const since = isDay(issued) ? issued : material.validFrom
    return [{ code, since, until: material.validTo, sha256: material.sha256 }]
  })
}
