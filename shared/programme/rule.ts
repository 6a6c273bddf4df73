/**
 * The schema of a condition's rule: a small declarative tree that `evaluate.ts` judges with
 * three-valued logic. Bounds are exact decimals written as strings; years are relative to the
 * edition's base year (0 = the base year, -1 = the year before).
 */
import { z } from 'zod'

export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, 'an exact decimal, as a string')
export const day = z.iso.date()
const id = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'lower-case letters, digits, dots and hyphens')
const relativeYear = z.number().int().min(-10).max(1)

/** 以上, 不低于, 达到 include the number (`>=`); 超过, 大于 exclude it (`>`). */
export const comparison = z.enum(['>=', '>', '<=', '<', '='])

/** Tests one cell of a row, or one fact of a material; an empty one leaves the row undecided. */
export const filter = z.strictObject({
  column: z.string().regex(/^[a-zA-Z0-9][a-zA-Z0-9.-]*$/),
  in: z.array(z.string()).min(1).optional(),
  op: comparison.optional(),
  bound: decimal.optional(),
})

/** A figure: from the profile, from the form, or counted. */
export type Operand =
  | { indicator: string; year: number }
  | { total: string; years: number[] }
  | { growth: string; from: number; to: number }
  | { field: string }
  | { rows: string; where?: z.infer<typeof filter>[]; distinct?: string }
  | { sum: string; column: string }
  | { materials: string[]; where?: z.infer<typeof filter>[]; fact?: string }
  | { ratio: [Operand, Operand] }
  | { const: string }

export const operand: z.ZodType<Operand> = z.lazy(() =>
  z.union([
    z.strictObject({ indicator: id, year: relativeYear }),
    /** The sum of an indicator over several years. */
    z.strictObject({ total: id, years: z.array(relativeYear).min(1) }),
    /** Compound yearly growth of an indicator, in %, judged without taking roots. */
    z.strictObject({ growth: id, from: relativeYear, to: relativeYear }),
    z.strictObject({ field: id }),
    z.strictObject({ rows: id, where: z.array(filter).optional(), distinct: id.optional() }),
    z.strictObject({ sum: id, column: id }),
    z.strictObject({
      /** Slots whose materials are counted, or summed by `fact`. */
      materials: z.array(id).min(1),
      where: z.array(filter).optional(),
      fact: z.string().optional(),
    }),
    z.strictObject({ ratio: z.tuple([operand, operand]) }),
    z.strictObject({ const: decimal }),
  ]),
)

export type Comparison = z.infer<typeof comparison>
export type Filter = z.infer<typeof filter>

export type Rule =
  | { kind: 'all' | 'any'; of: Rule[] }
  | { kind: 'atLeast'; n: number; of: Rule[] }
  | {
      kind: 'threshold'
      value: Operand
      op: z.infer<typeof comparison>
      bound: string
      unit: string
    }
  | { kind: 'compare'; left: Operand; op: z.infer<typeof comparison>; right: Operand }
  | { kind: 'variant'; fact: string; cases: { in: string[]; rule: Rule }[]; otherwise: Rule }
  | { kind: 'age'; fact: string; years: number; on?: string; op?: '>=' | '<=' }
  | { kind: 'fact'; fact: string; in: string[] }
  | { kind: 'validOn'; slot: string; op: '>' | '>='; on: string }
  | { kind: 'evidence'; slot: string; min: number }
  | { kind: 'held'; titles: string[]; min: number; years?: number; on?: string }
  | { kind: 'notHeld'; titles: string[] }
  | { kind: 'ladder'; family: string; level: number; requires: number | null }
  | { kind: 'exclusive'; programmes: string[]; max: number; note: string }
  | { kind: 'clean'; years: number; question: string; slot?: string }
  | { kind: 'activity'; slots: string[]; from: string; to: string; months: number; until?: string }
  | { kind: 'tiers'; by: Operand; unit: string; tiers: Tier[]; otherwise: Rule }
  | { kind: 'score'; to: string; scale?: string; pass: string }
  | { kind: 'answered'; field: string }
  | { kind: 'chosen'; field: string; options: string[]; min: number }
  | { kind: 'invoiceOnce'; slots: string[] }
  | { kind: 'attest'; question: string }
  | { kind: 'deferred'; to: string }
  | { kind: 'relaxable'; rule: Rule; note: string }

/** The first tier whose bound the figure meets decides. */
export type Tier = { op: z.infer<typeof comparison>; bound: string; rule: Rule }

/** Rules made of rules. */
const joinedRules = () =>
  [
    z.strictObject({ kind: z.enum(['all', 'any']), of: z.array(rule).min(1) }),
    z.strictObject({
      kind: z.literal('atLeast'),
      n: z.number().int().positive(),
      of: z.array(rule).min(1),
    }),
    /**
     * Another rule by a fact of the profile (region, size): the first case that names it. A region
     * is named by its code, by its city's code, or by its area (苏南, 苏中, 苏北).
     */
    z.strictObject({
      kind: z.literal('variant'),
      fact: z.string(),
      cases: z.array(z.strictObject({ in: z.array(z.string()).min(1), rule })).min(1),
      otherwise: rule,
    }),
    /** Another rule by the size of a figure (`unit` is that of the bounds). */
    z.strictObject({
      kind: z.literal('tiers'),
      by: operand,
      unit: z.string(),
      tiers: z.array(z.strictObject({ op: comparison, bound: decimal, rule })).min(1),
      otherwise: rule,
    }),
    /** Unmet becomes "needs judgement", because the notice allows exceptions (可适当放宽, 原则上). */
    z.strictObject({ kind: z.literal('relaxable'), rule, note: z.string().min(1) }),
  ] as const

/** Rules over figures and dates. */
const figureRules = [
  z.strictObject({
    kind: z.literal('threshold'),
    value: operand,
    op: comparison,
    bound: decimal,
    unit: z.string(),
  }),
  /** Two figures against each other: amounts that must agree across papers and form. */
  z.strictObject({
    kind: z.literal('compare'),
    left: operand,
    op: comparison,
    right: operand,
  }),
  /**
   * At least `years` calendar years between a date of the profile and `on`; today where the
   * notice names no day. With `op` `<=`, at most so many years, the full year included (不超过).
   */
  z.strictObject({
    kind: z.literal('age'),
    fact: z.string(),
    years: z.number().int().positive(),
    on: day.optional(),
    op: z.enum(['>=', '<=']).optional(),
  }),
  /** A fact of the profile is one of these; a region is named as in `variant`. */
  z.strictObject({
    kind: z.literal('fact'),
    fact: z.string(),
    in: z.array(z.string()).min(1),
  }),
] as const

/** Rules over titles and other applications. */
const titleRules = [
  /**
   * The enterprise is recorded to hold at least `min` titles of these codes, each for at least
   * `years` years up to the day `on` where these are given.
   */
  z.strictObject({
    kind: z.literal('held'),
    titles: z.array(id).min(1),
    min: z.number().int().positive(),
    years: z.number().int().positive().optional(),
    on: day.optional(),
  }),
  /** None of these titles is held already: no second award of the same. */
  z.strictObject({ kind: z.literal('notHeld'), titles: z.array(id).min(1) }),
  /**
   * A rung of a ladder of titles (`family`): the level `requires` (null: none) or a higher one
   * below `level` is held, and `level` itself or a higher one is not.
   */
  z.strictObject({
    kind: z.literal('ladder'),
    family: id,
    level: z.number().int().positive(),
    requires: z.number().int().positive().nullable(),
  }),
  /**
   * At most `max` applications of this edition's year among these programmes, this one included;
   * `note` says in our own words what the notice excludes.
   */
  z.strictObject({
    kind: z.literal('exclusive'),
    programmes: z.array(id).min(1),
    max: z.number().int().positive(),
    note: z.string().min(1),
  }),
] as const

/** Rules over papers and the form. */
const paperRules = [
  /** The validity of the slot's papers reaches past `on`. */
  z.strictObject({ kind: z.literal('validOn'), slot: id, op: z.enum(['>', '>=']), on: day }),
  z.strictObject({ kind: z.literal('evidence'), slot: id, min: z.number().int().positive() }),
  /**
   * A paper of these slots shows use between `from` and `to` (facts `serviceFrom`, `serviceTo`)
   * for at least `months` months, still running on `until` where that is given.
   */
  z.strictObject({
    kind: z.literal('activity'),
    slots: z.array(id).min(1),
    from: day,
    to: day,
    months: z.number().int().positive(),
    until: day.optional(),
  }),
  /** No invoice of these slots appears twice, here or in another application. */
  z.strictObject({ kind: z.literal('invoiceOnce'), slots: z.array(id).min(1) }),
  z.strictObject({ kind: z.literal('answered'), field: id }),
  z.strictObject({
    kind: z.literal('chosen'),
    field: id,
    options: z.array(id).min(1),
    min: z.number().int().positive(),
  }),
] as const

/** Rules that end at a person. */
const personRules = [
  /** Only a person can judge it; the question is asked in our own words. */
  z.strictObject({ kind: z.literal('attest'), question: z.string().min(1) }),
  /** The measure is in a text that we do not have; never guessed. */
  z.strictObject({ kind: z.literal('deferred'), to: z.string().min(1) }),
  /**
   * A score of `pass` by the table in the text `to`, out of `scale` where the notice prints it; a
   * person enters the result.
   */
  z.strictObject({
    kind: z.literal('score'),
    to: z.string().min(1),
    scale: decimal.optional(),
    pass: decimal,
  }),
  /**
   * A clean record for `years` years. Nothing in the vault is not "nothing happened": met only by
   * a person's word, beside the paper in `slot` (statement, credit report) where one is asked for.
   */
  z.strictObject({
    kind: z.literal('clean'),
    years: z.number().int().positive(),
    question: z.string().min(1),
    slot: id.optional(),
  }),
] as const

export const rule: z.ZodType<Rule> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    ...joinedRules(),
    ...figureRules,
    ...titleRules,
    ...paperRules,
    ...personRules,
  ]),
)
