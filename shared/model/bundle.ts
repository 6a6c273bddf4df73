/** The signed export, the record of it, and the verdict on one. */

export type Identity = {
  /** SHA-256 of the DER certificate, 64 hex digits: what people compare on paper. */
  readonly fingerprint: string
  readonly name: string
  /** 统一社会信用代码, or an empty string. */
  readonly creditCode: string
  /** `ECDSA P-256`, `RSA 2048` … */
  readonly algorithm: string
  /** Calendar dates. */
  readonly validFrom: string
  readonly validTo: string
  readonly createdAt: string
  /** Who issued the certificate; empty where it was made in the program. */
  readonly issuer: string
  /** A person chose it to sign unless another is asked for. */
  readonly isDefault: boolean
  /** Fingerprint of the identity that took its place, or an empty string. */
  readonly replacedBy: string
  /** Whether it adds a second signature with SM2. */
  readonly sm2: 'none' | 'ready' | 'damaged'
}

/** A key file that cannot be read; its name still says whose it was. */
export type DamagedIdentity = { readonly fingerprint: string }

/** An identity that signed for its successor, and when. */
export type Predecessor = {
  readonly fingerprint: string
  readonly name: string
  readonly creditCode: string
  readonly at: string
}

/** What left the office, and the proof that it was whole when it did. */
export type Receipt = {
  readonly seq: number
  readonly application: string
  readonly revision: number
  readonly at: string
  /** Where the bundle was written. */
  readonly path: string
  readonly name: string
  readonly size: number
  readonly sha256: string
  /** Eight hex digits in the bundle's name. */
  readonly bundleId: string
  readonly tagManifestSha256: string
  readonly fingerprint: string
  readonly files: number
  /** Number of blocking findings at the time, and the reason given for exporting all the same. */
  readonly blocking: number
  readonly reason: string
}

export const verifyReasons = [
  'zip.unreadable',
  'zip.structure',
  'zip.leading',
  'zip.trailing',
  'zip.entry',
  'zip.crc',
  'zip.name',
  'zip.root',
  'bag.declaration',
  'bag.foreign',
  'bag.info',
  'bag.manifestMissing',
  'bag.tagManifestMissing',
  'bag.manifestFormat',
  'bag.fileMissing',
  'bag.fileUnlisted',
  'bag.fileDamaged',
  'bag.oxum',
  'application.invalid',
  'opinion.invalid',
  'signature.missing',
  'signature.format',
  'signature.signer',
  'signature.certificate',
  'signature.attributes',
  'signature.algorithm',
  'signature.digest',
  'signature.value',
  'signature.time',
  'signature.rotation',
  'signature.sm2',
] as const
export type VerifyReason = (typeof verifyReasons)[number]

/** What a bundle says of itself: an application's, or a reviewer's opinion on one. */
export type BundleAbout = {
  readonly kind: 'application' | 'opinion'
  readonly programme: string
  readonly edition: string
  readonly track: string | null
  readonly title: string
  /** SHA-256 of the pack that the application was begun with. */
  readonly packHash: string
  readonly enterprise: string
  /** 统一社会信用代码 as the profile has it, or an empty string. */
  readonly creditCode: string
  /** ISO 8601 instant; of an opinion the one at which it was issued. */
  readonly exportedAt: string
  readonly bundleId: string
  /** The application's id in the enterprise's own vault. */
  readonly application: string
  readonly revision: number
  /** The bundle that this one takes the place of. */
  readonly previous: { readonly bundleId: string; readonly tagManifestSha256: string } | null
}

/** A report names this many reasons at most. */
export const verifyReportLimit = 200

export type VerifyReport = {
  readonly ok: boolean
  readonly reasons: readonly {
    readonly code: VerifyReason
    /** Entry name, or where in the archive. */
    readonly place: string
    readonly detail: string
  }[]
  readonly path: string
  readonly size: number
  readonly sha256: string
  readonly root: string
  readonly files: number
  readonly tagManifestSha256: string
  /** Null unless the signature itself stood. */
  readonly signer: {
    readonly fingerprint: string
    readonly name: string
    readonly creditCode: string
    readonly signedAt: string
    readonly validFrom: string
    readonly validTo: string
    /** Earlier identities that signed for this one, the oldest first. */
    readonly predecessors: readonly Predecessor[]
    /** The SM2 key (04 and both coordinates in hex) that signed as well, or null. */
    readonly sm2: string | null
  } | null
  /** What the bundle says of itself, once it verified. */
  readonly about: BundleAbout | null
}
