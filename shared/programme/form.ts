/**
 * The schema of a 申报书. Fields say what is asked, the layout says where it stands on the official
 * form; one definition serves the screen, the PDF and the check.
 *
 * [Note: Field kinds] A new kind costs three entries: a control in
 * `renderer/pages/application/form/control.tsx`, a line in `shared/programme/answer-text.ts`,
 * and a rule in `shared/programme/check-field.ts`.
 */
import { z } from 'zod'
import { day, decimal } from './rule.ts'
import { source } from './source.ts'

const id = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'lower-case letters, digits, dots and hyphens')

export const option = z.strictObject({
  id,
  label: z.string().min(1),
  /** The option asks for a text beside it (其他 ____), kept under the answer `<field>.other`. */
  other: z.boolean().optional(),
})

const common = {
  id,
  /** As the official form prints it. */
  label: z.string().min(1),
  required: z.boolean().default(false),
  help: z.string().optional(),
}
const plain = {
  ...common,
  unit: z.string().optional(),
  min: decimal.optional(),
  max: decimal.optional(),
  /** Longest answer, in characters. */
  maxLength: z.number().int().positive().optional(),
  options: z.array(option).optional(),
}

/** One column of a repeating table. */
export const column = z.strictObject({
  ...plain,
  type: z.enum(['text', 'number', 'money', 'percent', 'date', 'month', 'choice', 'choices']),
})

const yearly = z.strictObject({ indicator: z.string(), year: z.number().int() })

/** How a figure follows from others; the page shows the working, and offers it. */
export const derive = z.discriminatedUnion('kind', [
  /** Part ÷ whole in percent, of yearly figures of the profile. */
  z.strictObject({ kind: z.literal('ratio'), part: yearly, whole: yearly }),
  /** So many rows of a table are filled in. */
  z.strictObject({ kind: z.literal('count'), table: id }),
  /** The same amount as another field of the form asks for. */
  z.strictObject({ kind: z.literal('same'), as: id }),
])

export const field = z.discriminatedUnion('type', [
  z.strictObject({
    ...plain,
    type: z.enum(['text', 'number', 'money', 'percent', 'date', 'month', 'choice', 'choices']),
    /** Carried over from the profile: `fact:<key>` or `indicator:<code>@<relative year>`. */
    bind: z
      .string()
      .regex(/^(fact:[a-zA-Z]+|indicator:[a-z0-9.-]+@-?\d+)$/)
      .optional(),
    /** The slot that must hold a paper once the figure is filled in. */
    proof: id.optional(),
    derive: derive.optional(),
  }),
  /** A chapter or a longer text: paragraphs separated by line breaks. */
  z.strictObject({
    ...common,
    type: z.literal('narrative'),
    maxLength: z.number().int().positive().optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('table'),
    columns: z.array(column).min(1),
    minRows: z.number().int().nonnegative().default(0),
    maxRows: z.number().int().positive().max(5000).default(2000),
    proof: id.optional(),
  }),
])

/**
 * A cell of an official table. `text` is printed as it stands; `field` shows an answer; `column`
 * shows a column of the row's table and is allowed only in a row with `repeat`. `once` (in such a
 * row) prints the cell a single time, spanning all rows of the table.
 */
export const cell = z.strictObject({
  text: z.string().optional(),
  field: id.optional(),
  column: id.optional(),
  colSpan: z.number().int().positive().optional(),
  rowSpan: z.number().int().positive().optional(),
  once: z.boolean().optional(),
  /** Shows an answer that the form asks elsewhere; it is not typed here. */
  echo: z.boolean().optional(),
  /** Prints the row's number, from 1, in a row with `repeat`. */
  number: z.boolean().optional(),
  /** What to write here, printed as long as nothing is written. */
  hint: z.string().optional(),
  /** A label or column heading: centred, set apart from answers. */
  head: z.boolean().optional(),
})

export const row = z.strictObject({
  cells: z.array(cell).min(1),
  /** Id of a table field: the row is printed once for each of its rows. */
  repeat: id.optional(),
})

export const block = z.discriminatedUnion('kind', [
  /** `widths` are shares of the text width; spans are counted as in HTML. */
  z.strictObject({
    kind: z.literal('grid'),
    id,
    title: z.string().optional(),
    widths: z.array(z.number().positive()).min(1),
    rows: z.array(row).min(1),
  }),
  /** A narrative field under its own heading. */
  z.strictObject({
    kind: z.literal('chapter'),
    field: id,
    title: z.string(),
    /** What to write there, printed as long as nothing is written. */
    outline: z.string().optional(),
  }),
  /**
   * Printed text of the form (指标解释), a paragraph an entry; the title may be empty. `closing` are
   * the lines to be signed, sealed and dated below it, at the right.
   */
  z.strictObject({
    kind: z.literal('note'),
    title: z.string(),
    paragraphs: z.array(z.string()).min(1),
    closing: z.array(z.string()).optional(),
  }),
  /** The list of linked materials (相关证明材料). */
  z.strictObject({ kind: z.literal('materials') }),
])

export const section = z.strictObject({
  id,
  /** Numbered as the form numbers it: 一、基本条件. */
  title: z.string().min(1),
  /** An annex's number (附件4-2), printed at the left above the title, which then stands centred. */
  annex: z.string().min(1).optional(),
  /** The notice prints no heading here: the title names the section on the screen alone. */
  unheaded: z.boolean().optional(),
  note: z.string().optional(),
  /** Begins on a page of its own: an annex, an undertaking to be signed. */
  newPage: z.boolean().optional(),
  blocks: z.array(block).min(1),
})

/**
 * A rule of writing that the form prints. `abbreviation`: a foreign one is written out where it first
 * occurs; `identifier`: `fields` hold a code with a check character; `blank`: nothing is left out.
 */
export const writingRule = z.strictObject({
  kind: z.enum(['abbreviation', 'identifier', 'blank']),
  text: z.string().min(1),
  fields: z.array(id).optional(),
  source,
})

export const form = z.strictObject({
  title: z.string().min(1),
  /** One wide table: title and cover lines stand above it, on a sheet turned sideways. */
  sheet: z.boolean().optional(),
  /** Lines of the cover, in order; `seal` marks where a seal goes. */
  cover: z.array(
    z.strictObject({
      field: id,
      label: z.string(),
      seal: z.boolean().default(false),
      /** Printed behind the line to be filled in: （设区市工信局）. */
      after: z.string().optional(),
    }),
  ),
  fields: z.array(field).min(1),
  sections: z.array(section).min(1),
  /** Who drew up the form, a line each, at the foot of the cover (江苏省工信厅编制). */
  issuers: z.array(z.string().min(1)).default([]),
  writing: z.array(writingRule).default([]),
  /** Figures are as of this date (截止 …); printed where the form says so. */
  asOf: day.optional(),
})

export type Derive = z.infer<typeof derive>
export type Option = z.infer<typeof option>
export type Column = z.infer<typeof column>
export type Field = z.infer<typeof field>
export type Cell = z.infer<typeof cell>
export type Row = z.infer<typeof row>
export type Block = z.infer<typeof block>
export type Section = z.infer<typeof section>
export type WritingRule = z.infer<typeof writingRule>
export type Form = z.infer<typeof form>

/** One row of a repeating table, by column id. */
export type AnswerRow = Readonly<Record<string, string | readonly string[]>>
/**
 * An answer: text, exact decimal, date or option id as a string; several option ids as a list of
 * strings; a table as a list of rows.
 */
export type Answer = string | readonly string[] | readonly AnswerRow[]
export type Answers = Readonly<Record<string, Answer>>
