/** What the calls of every noun are made of. */
import { z } from 'zod'

/** A call: its input is parsed at the gate, its output is a type alone. */
export type Call<I extends z.ZodType, O> = { readonly input: I; readonly output?: O }
export const call = <I extends z.ZodType>(input: I) => ({ out: <O>(): Call<I, O> => ({ input }) })

export const nothing = z.strictObject({})
export const handle = z.string().regex(/^[0-9a-f]{32}$/)
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
export const sha256s = z.array(sha256).min(1).max(20_000)
export const day = z.iso.date()
/** On which day a word was given that was taken back and is put back; today when absent. */
export const saidOn = day.optional()
export const applicationId = z.string().min(1).max(64)
export const shortText = z.string().trim().min(1).max(200)
export const longText = z.string().trim().min(1).max(2000)
export const programme = z.strictObject({
  id: z.string().min(1).max(100),
  edition: z.string().min(1).max(20),
  track: z.string().max(100).nullable().default(null),
})
/** Rows that one table may have. */
export const mostRows = 5000
export const answerRows = z
  .array(
    z.record(z.string(), z.union([z.string().max(20_000), z.array(z.string().max(200)).max(50)])),
  )
  .max(mostRows)
export const answer = z.union([
  z.string().max(200_000),
  z.array(z.string().max(2000)).max(500),
  answerRows,
])
export const language = z.enum(['zh-CN', 'en']).default('zh-CN')
