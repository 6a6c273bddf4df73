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
import { checkSize } from './zip-write.ts'

/** All that is written, and what the receipt says of it. */
export type BundleSpec = {
  /** The bag's root folder; `<root>.zip` is the name to offer. */
  readonly root: string
  /** What the volumes of one export have in common, for the folder they lie in; the root of one. */
  readonly group: string
  readonly bundleId: string
  readonly sources: readonly Source[]
  /** Size of the whole archive in bytes. */
  readonly size: number
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

/** A bag before it is listed and signed. */
export type Bag = {
  readonly root: string
  readonly bundleId: string
  readonly payload: readonly BagFile[]
  /** What stands beside the payload; the texts of the format itself are added. */
  readonly tags: readonly BagFile[]
  /** Who sends it, and what it is, for bag-info.txt. */
  readonly organization: string
  readonly description: string
  readonly signer: Signer
  readonly at: Date
  /** This program's version. */
  readonly version: string
  /** How it stands in its set; absent where it is alone. */
  readonly volume?: { readonly group: string; readonly count: string; readonly list: string }
}

const bagInfo = ({ organization, root, description, at, version, payload, volume }: Bag): string =>
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

/** Lists and signs. Throws `bundle.tooLarge`. */
export function sealBag(bag: Bag): BundleSpec {
  const { root, bundleId, payload, signer, volume } = bag
  const tags = [
    textFile(tagNames.declaration, declaration),
    textFile(tagNames.info, bagInfo(bag)),
    textFile(tagNames.manifest, manifestText(payload)),
    ...bag.tags,
    ...(volume ? [textFile(tagNames.volumes, volume.list)] : []),
    ...signerFiles(signer),
  ]
  const tagManifest = textFile(tagNames.tagManifest, manifestText(tags))
  const signatures = signatureFiles(Buffer.from(manifestText(tags)), bag)
  const sources = [...payload, ...tags, tagManifest, ...signatures].map(({ path, ...rest }) => ({
    ...rest,
    name: `${root}/${path}`,
  }))
  return {
    root,
    group: volume?.group ?? root,
    bundleId,
    sources,
    size: checkSize(sources),
    tagManifestSha256: tagManifest.sha256,
    fingerprint: signer.identity.fingerprint,
  }
}
