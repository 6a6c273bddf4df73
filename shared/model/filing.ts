/** 原件存放: where the original of a paper lies, and the words that people put on it. */
import { z } from 'zod'

export type Filing = {
  /** 柜号, as people write it; empty where nobody has said. */
  readonly cabinet: string
  /** 档案号. */
  readonly number: string
  /** Without repetition, in the order of their code points. */
  readonly tags: readonly string[]
}

export const unfiled: Filing = { cabinet: '', number: '', tags: [] }

const word = z.string().trim().max(60)
export const tag = word.min(1)

/** What is to change of it; an empty text takes a value back. */
export const filingChange = z.strictObject({
  cabinet: word.optional(),
  number: word.optional(),
  tags: z.array(tag).max(50).optional(),
})
