/** The reviewer's desk (审核): what lies on it, what was said about it, and what goes back. */
import { z } from 'zod'
import type { Answers } from '../programme/form.ts'
import type { Pack } from '../programme/pack.ts'
import { type SignerDoubt, signerDoubts } from '../programme/signer-doubts.ts'
import type { ApplicationState, ApplicationView } from './application.ts'
import type { Identity, KnownSigner, Trust, VerifyReport } from './bundle.ts'
import type { ChangeNote } from './change-note.ts'
import type { EnterpriseFacts } from './enterprise.ts'
import type { Finding } from './finding.ts'
import type { Attestation, ChosenReading, Verdict } from './verdict.ts'

export const verdicts = ['recommend', 'return', 'reject'] as const
/** 推荐, 退回修改, 不推荐. */
export type ReviewVerdict = (typeof verdicts)[number]

/** What is wrong at a place: 有误, 不全, 过期, 表式已变. */
export const reasonKinds = ['incorrect', 'incomplete', 'outdated', 'formChanged'] as const
export type ReasonKind = (typeof reasonKinds)[number]

export const reviewLevels = ['county', 'city', 'province', 'nation'] as const
export type ReviewLevel = (typeof reviewLevels)[number]

const shortLine = z.string().max(300)

/** One reason, bound to the place that it is about. */
export const opinionReason = z.strictObject({
  kind: z.enum(reasonKinds),
  place: z.strictObject({
    step: z.enum(['conditions', 'form', 'materials', 'export']),
    ref: z.string().max(200),
    /** Zero-based row of a repeating table. */
    row: z.number().int().nonnegative().max(10_000).optional(),
    column: z.string().max(200).optional(),
  }),
  /** The place in words, so that it is named even where its pack is not at hand. */
  label: shortLine,
  /** The paper that is meant, where one of the slot's is. */
  material: z
    .strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), name: shortLine })
    .nullable()
    .default(null),
  text: z.string().trim().min(1).max(2000),
})
export type OpinionReason = z.infer<typeof opinionReason>

/** Who reviews: an office, at its level of the chain, and the person who signs for it. */
export const reviewer = z.strictObject({
  office: z.string().trim().min(1).max(100),
  name: z.string().trim().min(1).max(60),
  level: z.enum(reviewLevels),
})
export type Reviewer = z.infer<typeof reviewer>

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** opinion.json: the signed word of a reviewer on one bundle. */
export const opinionFile = z.strictObject({
  format: z.literal(1),
  kind: z.literal('opinion'),
  /** Id in the file's name, and how many were issued on this desk before it. */
  bundle: z.strictObject({ id: z.string().regex(/^[0-9a-f]{8}$/), root: z.string() }),
  program: z.strictObject({ name: z.string(), version: z.string() }),
  desk: z.strictObject({ id: z.string(), number: z.number().int().positive() }),
  issuedAt: z.iso.datetime(),
  /** The bundle that it is about; the enterprise's app compares these with its receipts. */
  about: z.strictObject({
    bundleId: z.string(),
    tagManifestSha256: hash,
    application: z.string(),
    revision: z.number().int(),
    programme: z.string(),
    edition: z.string(),
    track: z.string().nullable(),
    title: z.string(),
    packHash: z.string(),
    enterprise: z.string(),
    creditCode: z.string(),
    exportedAt: z.iso.datetime(),
    fingerprint: hash,
  }),
  verdict: z.enum(verdicts),
  reasons: z.array(opinionReason).max(500),
  remark: z.string().max(4000),
  /** What spoke against the bundle's signer, and why it is recommended all the same. */
  signerDoubt: z
    .strictObject({
      doubts: z.array(z.enum(signerDoubts)).min(1),
      reason: z.string().trim().min(1).max(1000),
    })
    .nullable()
    .default(null),
  reviewer,
  /** Calendar date in China. */
  day: z.iso.date(),
  /** Id of the opinion on the same bundle that this one takes the place of. */
  replaces: z.string().nullable(),
})
export type Opinion = z.infer<typeof opinionFile>

/** Where a bundle stands on the desk; `broken` did not verify and can be neither read nor judged. */
export const reviewStatuses = ['open', ...verdicts, 'broken'] as const
export type ReviewStatus = (typeof reviewStatuses)[number]

export type ReviewState = {
  readonly open: {
    readonly folder: string
    readonly reviewer: Reviewer | null
    /** Who signs here: made with the office's name when the first opinion is issued. */
    readonly identity: Identity | null
    readonly submissions: number
  } | null
  /** The desk that was opened last on this computer. */
  readonly recent: string | null
}

export type ReviewRow = {
  /** Place in the order of arrival; never reused. */
  readonly seq: number
  /** SHA-256 of the bundle's file. */
  readonly sha256: string
  /** The file's name as it came. */
  readonly name: string
  /** In bytes, of all its files. */
  readonly size: number
  readonly receivedAt: string
  readonly status: ReviewStatus
  /** Something has been noted, and no opinion issued since. */
  readonly drafted: boolean
  readonly programme: string
  readonly edition: string
  readonly track: string | null
  readonly title: string
  readonly trackTitle: string
  readonly enterprise: string
  readonly creditCode: string
  readonly exportedAt: string
  readonly revision: number
  readonly bundleId: string
  /** Id of the bundle that this one takes the place of, as it says itself. */
  readonly previous: string | null
  /** A later bundle of the same application lies on the desk. */
  readonly superseded: boolean
  /** What this computer knows of who signed; null for what did not verify. */
  readonly trust: Trust | null
  /** What speaks against the signer; a recommendation must then say why. */
  readonly doubts: readonly SignerDoubt[]
  /** The pack is the one that this program has, another one, or of an unknown programme. */
  readonly packKnown: 'same' | 'other' | 'unknown'
  readonly sample: boolean
  readonly crossings: number
  /** Empty where it came as one file; else `sha256`, `name` and `report` are those of the first. */
  readonly volumes: readonly ReviewVolume[]
  readonly report: VerifyReport
}

/** One file of a bundle that came in volumes. */
export type ReviewVolume = {
  readonly number: number
  readonly sha256: string
  readonly name: string
  readonly size: number
}

export type ReviewList = {
  readonly rows: readonly ReviewRow[]
  readonly counts: Readonly<Record<ReviewStatus, number>>
}

export type TakeInResult = {
  readonly from: string
  /** `changed`: taken in, but its signer contradicts one that is known. */
  readonly outcome: 'taken' | 'changed' | 'broken' | 'same' | 'restored' | 'refused'
  readonly fault?: Failed
}
type Failed = {
  readonly code: string
  readonly data: Readonly<Record<string, string | number>>
}

/** Something that two bundles on the desk share and should not, or that a reviewer wants to know. */
export type Crossing = {
  readonly kind: 'invoice' | 'paper' | 'category' | 'applicant'
  /** What is shared: an invoice's numbers, a paper's name, a programme's title. */
  readonly what: string
  /** Where in this bundle, for a paper. */
  readonly slot: string | null
  readonly other: {
    readonly seq: number
    readonly enterprise: string
    readonly title: string
    readonly trackTitle: string
    readonly bundleId: string
    /** Where it stands there. */
    readonly paper: string | null
  }
}

/** A paper of a bundle, beside the text. */
export type ReviewPaper = {
  readonly path: string
  readonly slot: string
  readonly sha256: string
  readonly name: string
  readonly kind: string
  readonly size: number
  readonly facts: Readonly<Record<string, string>>
  readonly validTo: string | null
}

export type Draft = {
  readonly verdict: ReviewVerdict | null
  readonly reasons: readonly OpinionReason[]
  readonly remark: string
  /** Grows with every change; an edit names the one it was made on. */
  readonly revision: number
}

export type IssuedOpinion = {
  readonly number: number
  readonly opinionId: string
  readonly name: string
  readonly sha256: string
  readonly opinion: Opinion
  readonly fingerprint: string
}

export type JudgementView = {
  readonly seq: number
  readonly status: ReviewStatus
  readonly draft: Draft
  /** Newest first. */
  readonly opinions: readonly IssuedOpinion[]
}

/** What the bundle's own content comes to when it is judged again here. */
export type Recheck = {
  readonly day: string
  readonly verdicts: readonly Verdict[]
  /** Conditions that come out otherwise than the enterprise's own check says. */
  readonly differing: readonly string[]
}

/** A verified bundle to be read, and what is known beside it. */
export type ReviewReading = {
  readonly row: ReviewRow
  readonly pack: Pack | null
  readonly answers: Answers
  readonly facts: EnterpriseFacts
  readonly attestations: Readonly<Record<string, Attestation>>
  readonly readings: Readonly<Record<string, ChosenReading>>
  readonly verdicts: readonly Verdict[]
  readonly findings: readonly Finding[]
  readonly waivers: Readonly<Record<string, string>>
  /** Why it left with open blocking findings, or an empty string. */
  readonly reason: string
  /** 修改说明 against the bundle before, as the enterprise gives it. */
  readonly changes: ChangeNote | null
  /** The 申报书 as PDF, by its path in the bundle. */
  readonly form: string | null
  readonly papers: readonly ReviewPaper[]
  readonly recheck: Recheck | null
  readonly crossings: readonly Crossing[]
  /** The bundle before this one, where it lies on the desk too. */
  readonly before: { readonly seq: number; readonly bundleId: string } | null
}

/** An opinion that the enterprise has taken in. */
export type TakenOpinion = {
  readonly id: string
  readonly fingerprint: string
  readonly importedAt: string
  readonly opinion: Opinion
  /** Null for what was taken in before this was recorded. */
  readonly came: {
    readonly name: string
    /** Of the file, once it had verified. */
    readonly sha256: string
    /** What this computer knew of the signer then. */
    readonly trust: Trust['state']
    /** The step of the status path that it made; null where the application could not take it. */
    readonly step: ApplicationState | null
  } | null
}

export type OpinionTaken = {
  readonly view: ApplicationView
  readonly taken: TakenOpinion
  readonly signer: Pick<KnownSigner, 'fingerprint' | 'name' | 'creditCode'>
  /** What this computer knew of the signer when the opinion came. */
  readonly trust: Trust
}
