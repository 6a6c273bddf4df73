/** Where a fact of a pack stands in the notice. */
import { z } from 'zod'

/** `quote` is the key figure or phrase that stands in that line of the stored document. */
export const source = z.strictObject({
  document: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]*$/, 'lower-case letters, digits, dots and hyphens'),
  clause: z.string().min(1),
  line: z.number().int().positive(),
  /** Last line, where the fact runs on over a page break. */
  to: z.number().int().positive().optional(),
  quote: z.string().min(1),
  /** 已核 (`checked`: compared with the document) or 待核 (`unchecked`). */
  status: z.enum(['checked', 'unchecked']).default('unchecked'),
})

export type PackSource = z.infer<typeof source>
