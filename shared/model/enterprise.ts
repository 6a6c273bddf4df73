/** Who the applicant is: basic facts and yearly figures. */
import { z } from 'zod'

/** Keys and types of the basic facts are data: `shared/registry/enterprise-facts.json`. */
export type EnterpriseFacts = Readonly<Record<string, string>>

/** One yearly figure: `value` is an exact decimal in the indicator's own unit. */
export type IndicatorValue = {
  readonly code: string
  readonly year: number
  readonly value: string
}

export type EnterpriseView = {
  readonly facts: EnterpriseFacts
  readonly indicators: readonly IndicatorValue[]
  /** Grows with every change; an edit names the revision it was made on. */
  readonly revision: number
  /** True while the invented example enterprise stands in this vault. */
  readonly sample: boolean
}

export const enterpriseFill = z.object({
  base: z.number().int().nonnegative(),
  facts: z.record(z.string(), z.string().max(2000)).default({}),
  indicators: z
    .array(
      z.object({
        code: z.string().min(1).max(80),
        year: z.number().int().min(1949).max(2200),
        /** Exact decimal, or an empty string to clear the figure. */
        value: z.string().max(40),
      }),
    )
    .default([]),
})
