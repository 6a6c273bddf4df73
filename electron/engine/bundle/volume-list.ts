/**
 * volumes.json: the same text in every volume of a set. It names each volume by its root and the
 * hash of its payload manifest, so that a missing or exchanged one is noticed from any of the others.
 */
import { z } from 'zod'
import type { VolumeOf } from '../../../shared/model/bundle.ts'
import { sha256 } from '../crypto.ts'
import { canonicalJson, jsonOf } from './application-file.ts'
import { tagNames } from './bag.ts'

const volumeList = z.strictObject({
  format: z.literal(1),
  kind: z.literal('volumes'),
  /** Eight hex digits in the name of every volume. */
  id: z.string().regex(/^[0-9a-f]{8}$/),
  volumes: z
    .array(
      z.strictObject({
        number: z.number().int().positive(),
        root: z.string().max(60),
        files: z.number().int().nonnegative(),
        bytes: z.number().int().nonnegative(),
        /** SHA-256 of the volume's manifest-sha256.txt. */
        manifest: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(2)
    .max(999),
})
export type VolumeList = z.infer<typeof volumeList>

/** The text of the file. */
export const volumesText = ({ id, volumes }: Pick<VolumeList, 'id' | 'volumes'>): string =>
  canonicalJson({ format: 1, kind: 'volumes', id, volumes })

const isNumbered = ({ volumes }: VolumeList): boolean =>
  volumes.every(({ number }, i) => number === i + 1) &&
  new Set(volumes.map(({ root }) => root)).size === volumes.length

/**
 * Which volume of which set a bag is; null where the list is none, is written otherwise than here,
 * or does not name this very bag.
 */
export function readVolume(
  text: string,
  root: string,
  hashes: ReadonlyMap<string, string>,
): VolumeOf | null {
  const { success, data } = volumeList.safeParse(jsonOf(text))
  if (!success || volumesText(data) !== text || !isNumbered(data)) return null
  const own = data.volumes.find((volume) => volume.root === root)
  if (!own || own.manifest !== hashes.get(tagNames.manifest)) return null
  return {
    set: sha256(text),
    id: data.id,
    number: own.number,
    roots: data.volumes.map((volume) => volume.root),
  }
}
