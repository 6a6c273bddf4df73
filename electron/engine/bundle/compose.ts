/**
 * Composes a bundle: every file's name, bytes and hash, manifests and signature included, before a
 * single byte is written. It reads no file; what the vault holds is promised by its hash and kept to
 * by the writer.
 */
import type { ApplicationView } from '../../../shared/model/application.ts'
import type { Receipt } from '../../../shared/model/bundle.ts'
import type { ChangeNote } from '../../../shared/model/change-note.ts'
import type { EnterpriseView } from '../../../shared/model/enterprise.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import { sha256 } from '../crypto.ts'
import type { Signer } from '../identity/identities.ts'
import { applicationText } from './application-text.ts'
import { manifestText, tagNames } from './bag.ts'
import { carryKit } from './carry-kit.ts'
import { rootName } from './names.ts'
import { noteName, verificationNote } from './note.ts'
import { layPayload, type Payload } from './payload.ts'
import {
  type Bag,
  type BagFile,
  type BundleSpec,
  bytesFile,
  sealBag,
  textFile,
} from './seal-bag.ts'
import { type Language, wordsIn } from './words.ts'

/** The 修改说明 as a paper, beside the carry kit. */
export const changeFile = '修改说明.pdf'

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
  /** 修改说明 against the export before, and the same as a paper; null for a first export. */
  readonly changes: { readonly note: ChangeNote; readonly pdf: Uint8Array } | null
  readonly signer: Signer
  /** The vault's file that holds a material. */
  readonly fileOf: (sha256: string) => string
  readonly language?: Language
}

function payloadFiles({ form, slots }: Payload, fileOf: BundleInput['fileOf']): BagFile[] {
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

/** One bag: of a whole bundle, or of a volume. */
export type Named = {
  readonly root: string
  readonly bundleId: string
  readonly files: readonly BagFile[]
  readonly volume?: NonNullable<Bag['volume']>
}

/** The id tells two exports apart and is the same for the same content exported at the same time. */
export const idOf = ({ view, at }: BundleInput, files: readonly BagFile[]): string =>
  sha256(`${manifestText(files)}\n${view.id}\n${at.toISOString()}`).slice(0, 8)

export const rootOf = (
  { view, enterprise, at }: BundleInput,
  id: string,
  volume?: string,
): string => rootName(view.short, enterprise.facts.name ?? '', todayInChina(at), id, volume)

/** What stands beside the payload, the texts of the format itself left out. */
export function tagFiles(input: BundleInput, payload: Payload, bag: Named): BagFile[] {
  const { root, bundleId, files } = bag
  const words = wordsIn(input.language ?? 'zh-CN')
  const signer = input.signer.identity
  const exportedAt = clock.format(input.at)
  const kit = carryKit({ ...input, payload, root, bundleId, exportedAt, signer, words })
  const example = files[0]?.path ?? tagNames.application
  const { sample } = input.enterprise
  const sm2 = input.signer.sm2 !== null
  return [
    textFile(tagNames.application, applicationText(input, payload, root, bundleId)),
    textFile(tagNames.pack, input.packBody),
    ...(input.changes ? [bytesFile(changeFile, input.changes.pdf)] : []),
    textFile('index.html', kit),
    textFile(noteName, verificationNote(words, { root, signer, example, sample, sm2 })),
  ]
}

/** Everything of one bag, signed. Throws `bundle.tooLarge`. */
export function specOf(input: BundleInput, payload: Payload, bag: Named): BundleSpec {
  const words = wordsIn(input.language ?? 'zh-CN')
  return sealBag({
    root: bag.root,
    bundleId: bag.bundleId,
    ...(bag.volume && { volume: bag.volume }),
    payload: bag.files,
    tags: tagFiles(input, payload, bag),
    organization: input.enterprise.facts.name ?? '',
    description: words.say('info.description', { title: input.view.title }),
    signer: input.signer,
    at: input.at,
    version: input.version,
  })
}

/** Which file lies where, and what it is made of. */
export function laidOut(input: BundleInput): {
  readonly payload: Payload
  readonly files: readonly BagFile[]
} {
  const payload = layPayload(input.view, input.formPdf, wordsIn(input.language ?? 'zh-CN'))
  return { payload, files: payloadFiles(payload, input.fileOf) }
}

/** Composes and signs. Throws `bundle.tooLarge`; everything else waits for `writeBundle`. */
export function composeBundle(input: BundleInput): BundleSpec {
  const { payload, files } = laidOut(input)
  const bundleId = idOf(input, files)
  return specOf(input, payload, { root: rootOf(input, bundleId), bundleId, files })
}
