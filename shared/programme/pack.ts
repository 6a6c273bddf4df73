/**
 * The schema of a programme pack (政策包): one programme in one edition, as data. A pack says what
 * the notice says, in the notice's order; every condition, material, window and figure names its
 * source. Where the notice defers, is ambiguous or contradicts itself, the pack says so.
 */
import { z } from 'zod'
import { reviewStages } from '../model/course.ts'
import { form } from './form.ts'
import { day, rule } from './rule.ts'
import { source } from './source.ts'

const id = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'lower-case letters, digits, dots and hyphens')

export const document = z.strictObject({
  id,
  title: z.string().min(1),
  /** 文号, or an empty string where the document prints none. */
  number: z.string(),
  publisher: z.string().min(1),
  /** As printed; a day may be missing (2022年8月). */
  published: z.string(),
  link: z.string().optional(),
})

const sourced = z.strictObject({ text: z.string().min(1), source })

export const hardness = z.enum(['binding', 'guiding', 'preferred'])
export const role = z.enum(['enterprise', 'county', 'city', 'province'])

/** When a role must have acted. Exact days, or months that each year's notice fixes. */
export const window = z.strictObject({
  id,
  role,
  opens: day.optional(),
  closes: day.optional(),
  months: z.array(z.number().int().min(1).max(12)).optional(),
  note: z.string().optional(),
  source,
})

export const condition = z.strictObject({
  id,
  /** Heading that the notice groups it under. */
  group: z.string().min(1),
  /** The condition in our own words, with the notice's figures and terms. */
  text: z.string().min(1),
  hardness,
  rule,
  /**
   * How an ambiguous text can be read; the first is the default, the clerk may choose another. A
   * reading without a rule of its own is judged by the condition's.
   */
  readings: z
    .array(z.strictObject({ id, text: z.string().min(1), rule: rule.optional() }))
    .min(2)
    .optional(),
  /** The day or period that the figures are of, as printed (截止2022年10月). */
  asOf: z.string().optional(),
  source,
})

export const slot = z.strictObject({
  id,
  title: z.string().min(1),
  /** Kinds of the registry that may fill the slot. */
  accepts: z.array(z.string()).min(1),
  hardness: hardness.default('binding'),
  /** The slot counts only where this is met; where it is unmet it does not apply. */
  when: rule.optional(),
  min: z.number().int().nonnegative().default(1),
  max: z.number().int().positive().optional(),
  /** Years that the papers must cover between them. */
  years: z.array(z.number().int()).optional(),
  /** The papers must still be valid then: `after` excludes the day itself, `on` includes it. */
  validity: z.strictObject({ rule: z.enum(['on', 'after']), day }).optional(),
  /** Another slot may stand in for this one (佐证材料 where the certificate is not yet issued). */
  alternative: id.optional(),
  stamped: z.boolean().default(false),
  signed: z.boolean().default(false),
  copies: z.number().int().positive().optional(),
  /** What a person must find inside the paper. */
  inside: z.array(z.string()).default([]),
  /** Limits of the official upload slot, where the document gives them. */
  upload: z
    .strictObject({
      types: z.array(z.string()).optional(),
      maxBytes: z.number().int().positive().optional(),
    })
    .optional(),
  /** The slot is for the form itself, stamped and scanned. */
  form: z.boolean().default(false),
  note: z.string().optional(),
  source,
})

export const procedure = z.strictObject({
  /** `unstated` where the document does not say how to hand in. */
  channels: z.array(z.enum(['online', 'paper', 'disc', 'unstated'])).min(1),
  system: z.strictObject({ name: z.string(), address: z.string() }).optional(),
  /** What the enterprise does at the online system, in order. */
  steps: z.array(sourced).min(1),
  /** The chain of review after submission; `stages` are those whose work a line describes. */
  chain: z.array(sourced.extend({ stages: z.array(z.enum(reviewStages)).min(1).optional() })),
  /** Paper, seals, copies and binding. */
  paper: z.array(sourced),
})

export const contact = z.strictObject({
  direction: z.string().min(1),
  office: z.string().optional(),
  name: z.string().optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
  source,
})

/** A 类别, 方向 or 星级 that shares the programme's parts and adds its own. */
export const track = z.strictObject({
  id,
  title: z.string().min(1),
  conditions: z.array(condition).default([]),
  slots: z.array(slot).default([]),
  /** Codes of the titles that a success brings. */
  awards: z.array(id).default([]),
  source,
})

/**
 * A table that whoever recommends fills in over several applicants (推荐汇总表): a row for each, or one
 * for each row of the form's table `rows`. A column that says nothing of where it comes from is left
 * to be filled in by hand.
 */
export const summary = z.strictObject({
  title: z.string().min(1),
  /** Who fills the table in, as the form prints it above (推荐单位（盖章）), and the fact that tells it. */
  filler: z.strictObject({ label: z.string().min(1), fact: z.string() }).optional(),
  rows: id.optional(),
  columns: z
    .array(
      z.strictObject({
        label: z.string().min(1),
        fact: z.string().optional(),
        /** A field of the form, whose answer is shown. */
        field: id.optional(),
        /** A column of the table `rows`. */
        column: id.optional(),
        /** The row's number, from 1. */
        number: z.boolean().optional(),
      }),
    )
    .min(1),
  source,
})

/** What whoever won a title owes later. */
export const duty = z.strictObject({
  id,
  text: z.string().min(1),
  /** Due at the end of this month, where the text names a time of the year. */
  month: z.number().int().min(1).max(12).optional(),
  /** Else so many months after the award; a year where the text names no time. */
  after: z.number().int().positive().optional(),
  /** Due again after so many years. */
  every: z.number().int().positive().optional(),
  source,
})

/** What only the applicant can say in a statement: typed for each application, several lines of it. */
const statementText = z.strictObject({
  id,
  label: z.string().min(1),
  /** What belongs into it, in our own words. */
  hint: z.string().min(1).optional(),
})

/** A paper to be stamped and signed (承诺书, 说明), printed with the applicant's facts and texts. */
export const statement = z.strictObject({
  id,
  title: z.string().min(1),
  /** `affiliated`: only where a linked paper names an affiliated party. */
  when: z.enum(['always', 'affiliated']).default('always'),
  /** The slot that takes its stamped scan. */
  slot: id,
  texts: z.array(statementText).default([]),
  /**
   * {{name}}, {{creditCode}}, {{legalRepresentative}}, {{title}} and {{parties}} are filled in, and
   * the texts by their ids. A text that is still empty leaves room to write by hand.
   */
  paragraphs: z.array(z.string().min(1)).min(1),
  /** Places to sign and seal, as printed. */
  places: z.array(z.string().min(1)).min(1),
  source,
})

export const pack = z.strictObject({
  format: z.literal(1),
  id,
  edition: z.string().regex(/^\d{4}([.-][a-z0-9]+)?$/),
  /** The year that relative years count from: 上年度 is -1. */
  baseYear: z.number().int(),
  title: z.string().min(1),
  /** Short name for file names and lists. */
  short: z.string().min(1).max(16),
  level: z.enum(['national', 'provincial', 'city', 'county']),
  /** GB/T 2260 code of the place that the programme is for. */
  region: z.string().regex(/^\d{6}$/),
  category: z.string().min(1),
  department: sourced,
  documents: z.array(document).min(1),
  windows: z.array(window).min(1),
  benefits: z.array(sourced),
  applicants: z.array(sourced).min(1),
  tracks: z.array(track).default([]),
  conditions: z.array(condition).min(1),
  slots: z.array(slot).min(1),
  procedure,
  contacts: z.array(contact),
  links: z.array(z.strictObject({ label: z.string(), address: z.string(), source })),
  /** Codes of the titles that a success brings, whatever the track: the next rung of a ladder. */
  awards: z.array(id).default([]),
  form: form.optional(),
  summary: summary.optional(),
  duties: z.array(duty).default([]),
  statements: z.array(statement).default([]),
  /** Where the document contradicts itself or is visibly wrong: kept as printed, and said. */
  dataNotes: z.array(sourced).default([]),
})

export type Pack = z.infer<typeof pack>
export type Condition = z.infer<typeof condition>
export type Slot = z.infer<typeof slot>
export type Window = z.infer<typeof window>
export type Statement = z.infer<typeof statement>
export type Duty = z.infer<typeof duty>
export type Track = z.infer<typeof track>
export type Summary = z.infer<typeof summary>
export type Hardness = z.infer<typeof hardness>
export type Role = z.infer<typeof role>
