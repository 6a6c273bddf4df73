/**
 * application.json: what a bundle says of itself, for machines. The schema here is loose on purpose,
 * so that bundles of programmes and versions that this program does not know can be verified.
 */
import { z } from 'zod'
import type { VerifyReport } from '../../../shared/model/bundle.ts'

const applicationFile = z.looseObject({
  format: z.literal(1),
  kind: z.literal('application'),
  exportedAt: z.iso.datetime(),
  programme: z.looseObject({
    id: z.string(),
    edition: z.string(),
    track: z.string().nullable(),
    title: z.string(),
  }),
  enterprise: z.looseObject({ facts: z.record(z.string(), z.string()) }),
  materials: z.array(z.looseObject({ path: z.string(), sha256: z.string() })),
})

/** What the report tells of a bundle; null when the file is not one, or names other files. */
export function readAbout(
  text: string,
  hashes: ReadonlyMap<string, string>,
): NonNullable<VerifyReport['about']> | null {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  const { success, data } = applicationFile.safeParse(json)
  if (!success) return null
  const { programme, enterprise, materials, exportedAt } = data
  if (!materials.every(({ path, sha256 }) => hashes.get(path) === sha256)) return null
  return {
    programme: programme.id,
    edition: programme.edition,
    track: programme.track,
    enterprise: enterprise.facts.name ?? '',
    title: programme.title,
    exportedAt,
  }
}

/** JSON with the keys of every object in order, so that equal content gives equal bytes. */
export function canonicalJson(value: unknown): string {
  const ordered = (_: string, each: unknown): unknown =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each
  return `${JSON.stringify(value, ordered, 1)}\n`
}
