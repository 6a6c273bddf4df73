/**
 * application.json: what a bundle says of itself, for machines. The schema here is loose on purpose,
 * so that bundles of programmes and versions that this program does not know can be verified.
 */
import { z } from 'zod'
import type { BundleAbout } from '../../../shared/model/bundle.ts'
import { tagNames } from './bag.ts'

const applicationFile = z.looseObject({
  format: z.literal(1),
  kind: z.literal('application'),
  exportedAt: z.iso.datetime(),
  bundle: z.looseObject({ id: z.string() }),
  application: z.looseObject({ id: z.string(), revision: z.number().int() }),
  programme: z.looseObject({
    id: z.string(),
    edition: z.string(),
    track: z.string().nullable(),
    title: z.string(),
    packHash: z.string(),
  }),
  /** The bundle that this one takes the place of. */
  previous: z
    .looseObject({ bundleId: z.string(), tagManifestSha256: z.string() })
    .nullable()
    .default(null),
  enterprise: z.looseObject({ facts: z.record(z.string(), z.string()) }),
  sample: z.boolean().default(false),
  materials: z.array(
    z.looseObject({ path: z.string(), sha256: z.string(), volume: z.number().optional() }),
  ),
})
type ApplicationFile = z.infer<typeof applicationFile>

/** Parses a text; undefined where it is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Whatever the file names must be in the bag, byte for byte, or in another volume where this is one
 * of several; the pack may be left out.
 */
function isBorneOut(
  file: ApplicationFile,
  hashes: ReadonlyMap<string, string>,
  number: number | undefined,
): boolean {
  const pack = hashes.get(tagNames.pack)
  return (
    (pack === undefined || pack === file.programme.packHash) &&
    file.materials.every(({ path, sha256, volume }) =>
      volume === number ? hashes.get(path) === sha256 : number !== undefined && !hashes.has(path),
    )
  )
}

/**
 * What the report tells of a bundle; null when the file is not one, or names other files. `volume`
 * is its number where it is one of several.
 */
export function readAbout(
  text: string,
  hashes: ReadonlyMap<string, string>,
  volume?: number,
): BundleAbout | null {
  const { success, data } = applicationFile.safeParse(jsonOf(text))
  if (!success || !isBorneOut(data, hashes, volume)) return null
  const { programme, enterprise, previous } = data
  return {
    kind: 'application',
    programme: programme.id,
    edition: programme.edition,
    track: programme.track,
    title: programme.title,
    packHash: programme.packHash,
    enterprise: enterprise.facts.name ?? '',
    creditCode: enterprise.facts.creditCode ?? '',
    office: '',
    sample: data.sample,
    exportedAt: data.exportedAt,
    bundleId: data.bundle.id,
    application: data.application.id,
    revision: data.application.revision,
    previous: previous && {
      bundleId: previous.bundleId,
      tagManifestSha256: previous.tagManifestSha256,
    },
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
