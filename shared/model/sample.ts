/**
 * The invented example enterprise as `assets/sample/sample.json` holds it. `build/sample/make.ts`
 * writes it; the engine loads it into an empty vault and takes it out again.
 */
import { z } from 'zod'
import type { Answer } from '../programme/form.ts'
import { day, decimal } from '../programme/rule.ts'

const cell = z.union([z.string(), z.array(z.string())])
const answer: z.ZodType<Answer> = z.union([
  z.string(),
  z.array(z.string()),
  z.array(z.record(z.string(), cell)),
])
/** Name of a file in `assets/sample/files`, by which links refer to a material. */
const file = z.string().regex(/^[a-z0-9-]+\.pdf$/)

const sampleMaterial = z.strictObject({
  file,
  /** The name under which it arrives in the archive. */
  name: z.string().min(1),
  /** Id of the registry of material kinds; `facts` are that kind's. */
  kind: z.string().min(1),
  facts: z.record(z.string(), z.string()),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  note: z.string(),
})

const sampleApplication = z.strictObject({
  programme: z.string().min(1),
  edition: z.string().min(1),
  track: z.string().nullable(),
  /** Slot id to files, in the order in which they are linked. */
  links: z.record(z.string(), z.array(file)),
  answers: z.record(z.string(), answer),
  attestations: z.array(
    z.strictObject({
      condition: z.string().min(1),
      outcome: z.enum(['met', 'unmet', 'notApplicable']),
      name: z.string().min(1),
      note: z.string(),
      on: day,
    }),
  ),
  waivers: z.array(z.strictObject({ slot: z.string().min(1), reason: z.string().min(1) })),
})

export const sample = z.strictObject({
  format: z.literal(1),
  /** Says that everything is invented, in both languages. */
  notice: z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) }),
  enterprise: z.strictObject({
    facts: z.record(z.string(), z.string()),
    indicators: z.array(
      z.strictObject({ code: z.string(), year: z.number().int(), value: decimal }),
    ),
  }),
  materials: z.array(sampleMaterial).min(1),
  applications: z.array(sampleApplication),
})

export type Sample = z.infer<typeof sample>
export type SampleMaterial = z.infer<typeof sampleMaterial>
export type SampleApplication = z.infer<typeof sampleApplication>
