/** 政策: a policy document to read, beside the programmes to apply for. */
import { z } from 'zod'
import { source } from '../programme/pack.ts'

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
  /** As printed; text to copy, never followed. */
  link: z.string(),
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
