/**
 * Checks an unpacked view of a bag: every file against both manifests, in both directions, and the
 * few texts that BagIt and the product prescribe. Pure; faults are answers.
 */
import type { VerifyReason } from '../../../shared/model/bundle.ts'
import { declaration, oxum, readInfo, readManifest, tagNames } from './bag.ts'
import type { Reason } from './zip-check.ts'

/** A bag's files by path below its root. `texts` holds those that are small and must be read. */
export type Bag = {
  readonly root: string
  readonly hashes: ReadonlyMap<string, string>
  readonly sizes: ReadonlyMap<string, number>
  readonly texts: ReadonlyMap<string, Uint8Array>
}

const reason = (code: VerifyReason, place: string, detail = ''): Reason => ({ code, place, detail })
const isPayload = (path: string): boolean => path.startsWith('data/')
const outsideManifests: readonly string[] = [tagNames.tagManifest, tagNames.signature, tagNames.sm2]

/** UTF-8 without a byte order mark; null for anything else. */
export function strictText(bytes: Uint8Array | undefined): string | null {
  if (!bytes) return null
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Compares what a manifest lists with the files that it has to list. */
function against(
  manifest: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, string>,
): Reason[] {
  const listed = [...manifest].flatMap(([path, sha256]) => {
    const found = files.get(path)
    if (found === undefined) return [reason('bag.fileMissing', path)]
    return found === sha256 ? [] : [reason('bag.fileDamaged', path)]
  })
  const unlisted = [...files.keys()].filter((path) => !manifest.has(path))
  return [...listed, ...unlisted.map((path) => reason('bag.fileUnlisted', path))]
}

function checkManifest(
  bag: Bag,
  path: string,
  missing: VerifyReason,
  belongs: (path: string) => boolean,
): Reason[] {
  if (!bag.hashes.has(path)) return [reason(missing, path)]
  const text = strictText(bag.texts.get(path))
  const manifest = text === null ? null : readManifest(text)
  if (!manifest) return [reason('bag.manifestFormat', path)]
  return against(manifest, new Map([...bag.hashes].filter(([file]) => belongs(file))))
}

function checkInfo(bag: Bag): Reason[] {
  if (!bag.hashes.has(tagNames.info)) return [reason('bag.info', tagNames.info, 'missing')]
  const text = strictText(bag.texts.get(tagNames.info))
  const info = text === null ? null : readInfo(text)
  if (!info) return [reason('bag.info', tagNames.info, 'format')]
  const payload = [...bag.sizes].filter(([path]) => isPayload(path)).map(([, size]) => size)
  const reasons: Reason[] = []
  if (info.get('Payload-Oxum') !== oxum(payload)) reasons.push(reason('bag.oxum', tagNames.info))
  if (info.get('External-Identifier') !== bag.root) {
    reasons.push(reason('bag.info', tagNames.info, 'External-Identifier'))
  }
  return reasons
}

/** Things that BagIt knows and a bundle never has: other algorithms, files fetched from elsewhere. */
const isForeign = (path: string): boolean =>
  path === 'fetch.txt' ||
  (/^(tag)?manifest-[^/]*$/.test(path) &&
    path !== tagNames.manifest &&
    path !== tagNames.tagManifest)

/** All reasons why this is not a whole bag of ours; empty when it is. */
export function checkBag(bag: Bag): Reason[] {
  const stated = strictText(bag.texts.get(tagNames.declaration))
  const isTag = (path: string) => !isPayload(path) && !outsideManifests.includes(path)
  return [
    ...(stated === declaration ? [] : [reason('bag.declaration', tagNames.declaration)]),
    ...[...bag.hashes.keys()].filter(isForeign).map((path) => reason('bag.foreign', path)),
    ...checkManifest(bag, tagNames.manifest, 'bag.manifestMissing', isPayload),
    ...checkManifest(bag, tagNames.tagManifest, 'bag.tagManifestMissing', isTag),
    ...checkInfo(bag),
  ]
}
