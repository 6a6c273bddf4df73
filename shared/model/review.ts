/** The reviewer's desk (审核): what lies on it, what was said about it, and what goes back. */
import { z } from 'zod'

export const verdicts = ['recommend', 'return', 'reject'] as const
/** 推荐, 退回修改, 不推荐. */
export type ReviewVerdict = (typeof verdicts)[number]

/** What is wrong at a place: 有误, 不全, 过期, 表式已变. */
export const reasonKinds = ['incorrect', 'incomplete', 'outdated', 'formChanged'] as const
export type ReasonKind = (typeof reasonKinds)[number]

export const reviewLevels = ['county', 'city', 'province'] as const
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
  reviewer,
  /** Calendar date in China. */
  day: z.iso.date(),
  /** Id of the opinion on the same bundle that this one takes the place of. */
  replaces: z.string().nullable(),
})
export type Opinion = z.infer<typeof opinionFile>
