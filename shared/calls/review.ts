/** Calls of the reviewer's desk (审核). They need no vault. */
import { z } from 'zod'
import type { MaterialPreview } from '../model/preview.ts'
import {
  type JudgementView,
  opinionReason,
  type ReviewList,
  type ReviewReading,
  type ReviewState,
  reviewer,
  reviewStatuses,
  type TakeInResult,
  verdicts,
} from '../model/review.ts'
import { call, handle, nothing, sha256 } from './call.ts'

const seq = z.number().int().positive()
const seqs = z.array(seq).min(1).max(5000)

export const reviewCalls = {
  'review.state': call(nothing).out<ReviewState>(),
  /** Opens the desk in a folder, or makes one where it is empty. */
  'review.open': call(
    z.union([z.strictObject({ folder: handle }), z.strictObject({ recent: z.literal(true) })]),
  ).out<ReviewState>(),
  'review.close': call(nothing).out<ReviewState>(),
  'review.setReviewer': call(reviewer).out<ReviewState>(),
  /** Bundles, or folders and sticks that hold some: copied in and verified one by one. Long. */
  'review.takeIn': call(z.strictObject({ files: z.array(handle).min(1).max(5000) })).out<{
    readonly results: readonly TakeInResult[]
  }>(),
  'review.list': call(
    z.strictObject({
      /** Part of a name, code or id, or pinyin initials of applicant or programme. */
      text: z.string().max(200).default(''),
      status: z.enum(reviewStatuses).optional(),
    }),
  ).out<ReviewList>(),
  'review.read': call(z.strictObject({ seq })).out<ReviewReading>(),
  /** Takes one file out of the bundle, so that the page can show it by its hash. */
  'review.paper': call(z.strictObject({ seq, path: z.string().max(400) })).out<{
    readonly sha256: string
    readonly media: string
  }>(),
  /** A page (or sheet) of one that a browser cannot show by itself, counted from 1. */
  'review.preview': call(
    z.strictObject({
      seq,
      path: z.string().max(400),
      page: z.number().int().min(1).max(100_000).default(1),
    }),
  ).out<MaterialPreview>(),
  /** One file of the bundle, written to `to`. */
  'review.saveFile': call(z.strictObject({ seq, path: z.string().max(400), to: handle })).out<{
    readonly bytes: number
  }>(),
  'review.judgement': call(z.strictObject({ seq })).out<JudgementView>(),
  'review.draft': call(
    z.strictObject({
      seq,
      base: z.number().int().nonnegative(),
      verdict: z.enum(verdicts).nullable(),
      reasons: z.array(opinionReason).max(500),
      remark: z.string().max(4000),
    }),
  ).out<JudgementView>(),
  /** Signs what is drafted. `signerReason`: why a bundle with a doubtful signer is recommended. */
  'review.issue': call(
    z.strictObject({
      seq,
      identity: sha256.optional(),
      signerReason: z.string().trim().max(1000).default(''),
    }),
  ).out<JudgementView>(),
  /** The newest opinion on each, as files in the folder `to`. */
  'review.saveOpinions': call(z.strictObject({ seqs, to: handle })).out<{
    readonly files: readonly string[]
  }>(),
  /** 推荐汇总表 over recommended bundles of one programme, in the columns of its notice. */
  'review.saveSummary': call(
    z.strictObject({ seqs, format: z.enum(['pdf', 'xlsx']), to: handle }),
  ).out<{ readonly rows: number }>(),
  /** 审核台账 over everything on the desk, as Excel. */
  'review.saveLedger': call(z.strictObject({ to: handle })).out<{ readonly rows: number }>(),
  /** Takes a bundle off the desk, or puts it back; what was issued on it stays recorded. */
  'review.remove': call(z.strictObject({ seq, removed: z.boolean() })).out<ReviewState>(),
} as const
