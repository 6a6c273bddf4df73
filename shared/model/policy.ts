/** 政策: a policy document to read, beside the programmes to apply for. */
import { z } from 'zod'
import { source } from '../programme/source.ts'

export const policy = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  /** Chapter of the collection that it stands in. */
  chapter: z.string().min(1),
  title: z.string().min(1),
  /** 文号, or an empty string where the collection prints none. */
  number: z.string(),
  publisher: z.string().min(1),
  /** As printed. */
  published: z.string(),
  /** The gist in our own words, a point an entry. */
  gist: z.array(z.string().min(1)).min(1),
  contact: z.string(),
  /** The document itself, as printed, or an empty string; text to copy, never followed. */
  link: z.string(),
  /** Explanations that the collection points to (政策解读, 一图读懂), as printed. */
  explanations: z
    .array(z.strictObject({ label: z.string().min(1), address: z.string() }))
    .default([]),
  /** Where the collection is visibly wrong or says too little: kept as printed, and said. */
  notes: z.array(z.string().min(1)).default([]),
  /** The line that names the document; `to` is the last line of its section. */
  source,
})

/** One file under `assets/policies/`. */
export const policyFile = z.strictObject({
  format: z.literal(1),
  /** The collection that the entries come from, by the document id that their sources name. */
  document: z.strictObject({
    id: z.string(),
    title: z.string(),
    publisher: z.string(),
    published: z.string(),
  }),
  policies: z.array(policy).min(1),
})

export type Policy = z.infer<typeof policy>
