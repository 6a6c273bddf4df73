/**
 * Composes a bundle: every file's name, bytes and hash, manifests and signature included, before a
 * single byte is written. It reads no file; what the vault holds is promised by its hash and kept to
 * by the writer.
 */
import type { ApplicationView } from '../../../shared/model/application.ts'
import type { Receipt } from '../../../shared/model/bundle.ts'
import type { EnterpriseView } from '../../../shared/model/enterprise.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import { sha256 } from '../crypto.ts'
import type { Signer } from '../identity/identities.ts'
import { rotationText } from '../identity/rotation.ts'
import { sm2Pem } from '../identity/sm2.ts'
import { applicationText } from './application-text.ts'
import { declaration, infoText, type Listed, manifestText, oxum, tagNames } from './bag.ts'
import { carryKit } from './carry-kit.ts'
import { signDetached } from './cms.ts'
import type { Source } from './file-source.ts'
import { rootName } from './names.ts'
import { noteName, verificationNote } from './note.ts'
import { layPayload, type Payload } from './payload.ts'
import { type Language, type Words, wordsIn } from './words.ts'
import { checkSize } from './zip-write.ts'

export type BundleInput = {
  readonly view: ApplicationView
  readonly enterprise: EnterpriseView
  /** The pack's text as it was taken in; `view.packHash` is its SHA-256. */
  readonly packBody: string
  /** The 申报书, or null where the programme has no form. */
  readonly formPdf: Uint8Array | null
  readonly vaultId: string
  /** Digest of the newest line of the vault's log. */
  readonly logHead: string
  /** This program's version. */
  readonly version: string
  readonly at: Date
  /** Why it leaves with open blocking findings, or an empty string. */
  readonly reason: string
  /** The export before this one, which it takes the place of. */
  readonly previous: Pick<Receipt, 'bundleId' | 'tagManifestSha256' | 'revision' | 'at'> | null
  /** Id of the vault's snapshot of what leaves: an opinion on the bundle names it. */
  readonly snapshot: string
  readonly signer: Signer
  /** The vault's file that holds a material. */
  readonly fileOf: (sha256: string) => string
  readonly language?: Language
}

/** All that is written, and what the receipt says of it. */
export type BundleSpec = {
  /** The bag's root folder; `<root>.zip` is the name to offer. */
  readonly root: string
  readonly bundleId: string
  readonly sources: readonly Source[]
  /** Size of the whole archive in bytes. */
  readonly size: number
  readonly tagManifestSha256: string
  readonly fingerprint: string
  /** Which file lies where. */
  readonly payload: Payload
}

type File = Listed & { readonly size: number; readonly from: Source['from'] }

const textFile = (path: string, text: string): File => {
  const bytes = Buffer.from(text, 'utf8')
  return { path, sha256: sha256(bytes), size: bytes.length, from: { bytes } }
}

function payloadFiles({ form, slots }: Payload, fileOf: BundleInput['fileOf']): File[] {
  const materials = slots.flatMap(({ placed }) =>
    placed.map(({ material: { sha256, size }, path }) => ({
      path,
      sha256,
      size,
      from: { file: fileOf(sha256) },
    })),
  )
  return form ? [{ ...form, from: { bytes: form.bytes } }, ...materials] : materials
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

type Named = { readonly root: string; readonly bundleId: string; readonly manifest: string }

/** The id tells two exports apart and is the same for the same content exported at the same time. */
function nameOf({ view, enterprise, at }: BundleInput, files: readonly File[]): Named {
  const manifest = manifestText(files)
  const bundleId = sha256(`${manifest}\n${view.id}\n${at.toISOString()}`).slice(0, 8)
  const name = enterprise.facts.name ?? ''
  return { root: rootName(view.short, name, todayInChina(at), bundleId), bundleId, manifest }
}

const bagInfo = (input: BundleInput, words: Words, root: string, files: readonly File[]): string =>
  infoText([
    ['Source-Organization', input.enterprise.facts.name ?? ''],
    ['External-Identifier', root],
    ['External-Description', words.say('info.description', { title: input.view.title })],
    ['Bagging-Date', todayInChina(input.at)],
    ['Bag-Software-Agent', `Shenbaoxia ${input.version}`],
    ['Payload-Oxum', oxum(files.map(({ size }) => size))],
  ])

function tagFiles(input: BundleInput, payload: Payload, files: readonly File[], named: Named) {
  const { root, bundleId, manifest } = named
  const words = wordsIn(input.language ?? 'zh-CN')
  const signer = input.signer.identity
  const exportedAt = clock.format(input.at)
  const kit = carryKit({ ...input, payload, root, bundleId, exportedAt, signer, words })
  const example = files[0]?.path ?? tagNames.application
  const { sample } = input.enterprise
  const sm2 = input.signer.sm2 !== null
  return [
    textFile(tagNames.declaration, declaration),
    textFile(tagNames.info, bagInfo(input, words, root, files)),
    textFile(tagNames.manifest, manifest),
    textFile(tagNames.application, applicationText(input, payload, root, bundleId)),
    textFile(tagNames.pack, input.packBody),
    textFile('index.html', kit),
    textFile(noteName, verificationNote(words, { root, signer, example, sample, sm2 })),
    ...signerFiles(input.signer),
  ]
}

/** What a reader of the signatures needs besides them. */
const signerFiles = ({ rotations, sm2 }: Signer): File[] => [
  ...(rotations.length > 0 ? [textFile(tagNames.rotation, rotationText(rotations))] : []),
  ...(sm2 ? [textFile(tagNames.sm2Key, sm2Pem(sm2.publicKey))] : []),
]

function signatureFiles(content: Uint8Array, signer: Signer, at: Date): File[] {
  const signed = (path: string, bytes: Uint8Array): File => ({
    path,
    sha256: sha256(bytes),
    size: bytes.length,
    from: { bytes },
  })
  return [
    signed(tagNames.signature, signDetached(content, signer, at)),
    ...(signer.sm2 ? [signed(tagNames.sm2, signer.sm2.sign(content))] : []),
  ]
}

/** Composes and signs. Throws `bundle.tooLarge`; everything else waits for `writeBundle`. */
export function composeBundle(input: BundleInput): BundleSpec {
  const words = wordsIn(input.language ?? 'zh-CN')
  const payload = layPayload(input.view, input.formPdf, words)
  const files = payloadFiles(payload, input.fileOf)
  const named = nameOf(input, files)
  const tags = tagFiles(input, payload, files, named)
  const tagManifest = textFile(tagNames.tagManifest, manifestText(tags))
  const signatures = signatureFiles(Buffer.from(manifestText(tags)), input.signer, input.at)
  const sources = [...files, ...tags, tagManifest, ...signatures].map(({ path, ...rest }) => ({
    ...rest,
    name: `${named.root}/${path}`,
  }))
  return {
    root: named.root,
    bundleId: named.bundleId,
    sources,
    size: checkSize(sources),
    tagManifestSha256: tagManifest.sha256,
    fingerprint: input.signer.identity.fingerprint,
    payload,
  }
}
