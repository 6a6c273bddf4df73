/**
 * Puts a bag together out of its files: declaration, lists, signatures, every byte known before one
 * is written. What the bag is about, an application or an opinion, is its composers' business.
 */
import { todayInChina } from '../../../shared/programme/calendar.ts'
import { sha256 } from '../crypto.ts'
import type { Signer } from '../identity/identities.ts'
import { rotationText } from '../identity/rotation.ts'
import { sm2Pem } from '../identity/sm2.ts'
import { declaration, infoText, type Listed, manifestText, oxum, tagNames } from './bag.ts'
import { signDetached } from './cms.ts'
import type { Source } from './file-source.ts'
import type { ArchiveSpec } from './write-archive.ts'
import { checkSize } from './zip-write.ts'

/** All that is written, and what the receipt says of it. */
export type BundleSpec = ArchiveSpec & {
  /** What the volumes of one export have in common, for the folder they lie in; the root of one. */
  readonly group: string
  readonly bundleId: string
  readonly tagManifestSha256: string
  readonly fingerprint: string
}

export type BagFile = Listed & { readonly size: number; readonly from: Source['from'] }

export const bytesFile = (path: string, bytes: Uint8Array): BagFile => ({
  path,
  sha256: sha256(bytes),
  size: bytes.length,
  from: { bytes },
})

export const textFile = (path: string, text: string): BagFile =>
  bytesFile(path, Buffer.from(text, 'utf8'))

/** A bag before it is listed. */
export type PlainBag = {
  readonly root: string
  readonly payload: readonly BagFile[]
  /** What stands beside the payload; the texts of the format itself are added. */
  readonly tags: readonly BagFile[]
  /** Who sends it, and what it is, for bag-info.txt. */
  readonly organization: string
  readonly description: string
  readonly at: Date
  /** This program's version. */
  readonly version: string
  /** How it stands in its set; absent where it is alone. */
  readonly volume?: { readonly group: string; readonly count: string; readonly list: string }
}

/** A bag before it is listed and signed. */
export type Bag = PlainBag & { readonly bundleId: string; readonly signer: Signer }

const bagInfo = ({
  organization,
  root,
  description,
  at,
  version,
  payload,
  volume,
}: PlainBag): string =>
  infoText([
    ['Source-Organization', organization],
    ['External-Identifier', root],
    ['External-Description', description],
    ['Bagging-Date', todayInChina(at)],
    ...(volume
      ? ([
          ['Bag-Group-Identifier', volume.group],
          ['Bag-Count', volume.count],
        ] as const)
      : []),
    ['Bag-Software-Agent', `Shenbaoxia ${version}`],
    ['Payload-Oxum', oxum(payload.map(({ size }) => size))],
  ])

/** What a reader of the signatures needs besides them. */
const signerFiles = ({ rotations, sm2 }: Signer): BagFile[] => [
  ...(rotations.length > 0 ? [textFile(tagNames.rotation, rotationText(rotations))] : []),
  ...(sm2 ? [textFile(tagNames.sm2Key, sm2Pem(sm2.publicKey))] : []),
]

const signatureFiles = (content: Uint8Array, { signer, at }: Bag): BagFile[] => [
  bytesFile(tagNames.signature, signDetached(content, signer, at)),
  ...(signer.sm2 ? [bytesFile(tagNames.sm2, signer.sm2.sign(content))] : []),
]

/** All files of a bag with its lists; what stands in no manifest is still to come. */
export function listBag(bag: PlainBag): {
  readonly files: readonly BagFile[]
  readonly tagManifest: BagFile
  /** What the tag manifest says. */
  readonly content: Uint8Array
} {
  const tags = [
    textFile(tagNames.declaration, declaration),
    textFile(tagNames.info, bagInfo(bag)),
    textFile(tagNames.manifest, manifestText(bag.payload)),
    ...bag.tags,
    ...(bag.volume ? [textFile(tagNames.volumes, bag.volume.list)] : []),
  ]
  const content = Buffer.from(manifestText(tags))
  const tagManifest = bytesFile(tagNames.tagManifest, content)
  return { files: [...bag.payload, ...tags, tagManifest], tagManifest, content }
}

/** The bag's files under its root, as the archive holds them. Throws `bundle.tooLarge`. */
export function archiveOf(root: string, files: readonly BagFile[]): ArchiveSpec {
  const sources = files.map(({ path, ...rest }) => ({ ...rest, name: `${root}/${path}` }))
  return { root, sources, size: checkSize(sources) }
}

/** Lists and signs. Throws `bundle.tooLarge`. */
export function sealBag(bag: Bag): BundleSpec {
  const { root, bundleId, signer, volume } = bag
  const { files, tagManifest, content } = listBag({
    ...bag,
    tags: [...bag.tags, ...signerFiles(signer)],
  })
  return {
    ...archiveOf(root, [...files, ...signatureFiles(content, bag)]),
    group: volume?.group ?? root,
    bundleId,
    tagManifestSha256: tagManifest.sha256,
    fingerprint: signer.identity.fingerprint,
  }
}
