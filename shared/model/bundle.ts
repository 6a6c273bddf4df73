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
  /**
   * Empty where one file left. Otherwise `path` is their folder, `size` and `files` are those of all
   * together, `sha256` and `tagManifestSha256` those of the first.
   */
  readonly volumes: readonly ReceiptVolume[]
}

export type ReceiptVolume = {
  readonly number: number
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly tagManifestSha256: string
  readonly files: number
}

/** One paper that left with an export. */
export type ReceiptFile = {
  /** In the bundle, below its root. */
  readonly path: string
  /** Id of its slot; empty for the 申报书. */
  readonly slot: string
  /** Its own name in the archive. */
  readonly name: string
  readonly size: number
  readonly sha256: string
  /** Zero where there is only one file. */
  readonly volume: number
}

export type ReceiptView = {
  readonly receipt: Receipt
  readonly contents: readonly ReceiptFile[]
}

/** A line of the ledger of exports. */
export type LedgerRow = Receipt & {
  readonly programme: string
  readonly edition: string
  readonly title: string
  /** How many papers it contained; zero where that was not recorded. */
  readonly papers: number
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
  'volume.invalid',
  'volume.missing',
  'volume.foreign',
  'signer.changed',
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
  /** Whose opinion it is; empty for an application. */
  readonly office: string
  /** From an invented enterprise, for practice. */
  readonly sample: boolean
  /** ISO 8601 instant; of an opinion the one at which it was issued. */
  readonly exportedAt: string
  readonly bundleId: string
  /** The application's id in the enterprise's own vault. */
  readonly application: string
  readonly revision: number
  /** The bundle that this one takes the place of. */
  readonly previous: { readonly bundleId: string; readonly tagManifestSha256: string } | null
}

/** Which volume of which set a bundle is. */
export type VolumeOf = {
  /** SHA-256 of the list that every volume of the set carries. */
  readonly set: string
  readonly id: string
  readonly number: number
  /** Root of every volume, in order; a volume lies in `<root>.zip`. */
  readonly roots: readonly string[]
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
  /** Null unless it is one of several volumes. */
  readonly volume: VolumeOf | null
}

/** Someone whose signature this computer has seen. */
export type KnownSigner = {
  readonly fingerprint: string
  readonly name: string
  readonly creditCode: string
  /** Instant at which the first of their bundles was verified here. */
  readonly firstSeen: string
  /** Fingerprint of the known signer that this one took over from, or an empty string. */
  readonly replaces: string
  /** A person compared the fingerprint with the stamped sheet and said so. */
  readonly confirmed: boolean
}

/**
 * What this computer knows of a signer. `changed`: somebody of this name or credit code, as the
 * certificate or the bundle has it, is known by another fingerprint and has not signed for this one.
 */
export type Trust = {
  readonly state: 'first' | 'known' | 'rotated' | 'retired' | 'changed' | 'sample'
  readonly known: KnownSigner | null
  /** The known signers that speak against it; of `rotated` and `retired` the other half. */
  readonly others: readonly KnownSigner[]
}

/** One volume of a set and what became of it. */
export type VolumeVerdict = {
  readonly number: number
  readonly root: string
  readonly state: 'whole' | 'faulty' | 'missing'
  readonly path: string
  readonly reasons: VerifyReport['reasons']
}

/**
 * The verdict on what a person picked, the other volumes of its set and the signer included: `ok`
 * and `reasons` speak for all of it, the other values for the picked file.
 */
export type Verification = VerifyReport & {
  /** Null where nothing is known about who signed. */
  readonly trust: Trust | null
  /** Empty unless the bundle comes in volumes. */
  readonly volumes: readonly VolumeVerdict[]
  /** ISO 8601 instant of the verification. */
  readonly at: string
}
