/** What a check has to say, and where. */

/** Only `blocking` keeps a bundle from being exported without a stated reason. */
export type Severity = 'blocking' | 'warning' | 'hint'

/** The step of the application that puts a finding right. */
export type Step = 'conditions' | 'form' | 'materials' | 'preview' | 'export'

/** Where a finding lives: a condition, field or slot id, and the row and column inside a table. */
export type Place = {
  readonly step: Step
  readonly ref: string
  /** Zero-based row of a repeating table. */
  readonly row?: number
  readonly column?: string
}

/** Where a fact stands in the notice, as the page and the bundle print it. */
export type Source = {
  /** Id of the document in the pack's `documents`. */
  readonly document: string
  /** Clause as the document numbers it, e.g. 三（三）1. */
  readonly clause: string
  /** Line in the stored text of the document. */
  readonly line: number
}

export const findingCodes = [
  'condition.unmet',
  'condition.unknown',
  'condition.judgement',
  'condition.deferred',
  'condition.reading',
  'field.required',
  'field.tooLong',
  'field.number',
  'field.range',
  'field.date',
  'field.month',
  'field.option',
  'field.differs',
  'field.unproven',
  'field.derived',
  'field.paper',
  'table.rows',
  'table.more',
  'paper.form',
  'paper.profile',
  'writing.abbreviation',
  'writing.identifier',
  'writing.blank',
  'slot.unclaimed',
  'slot.missing',
  'slot.tooFew',
  'slot.tooMany',
  'slot.kind',
  'slot.expired',
  'slot.validityUnknown',
  'slot.yearMissing',
  'slot.unconfirmed',
  'slot.type',
  'slot.size',
  'slot.inside',
  'slot.broken',
  'slot.locked',
  'slot.program',
  'slot.open',
  'material.damaged',
  'paper.encrypted',
  'paper.damaged',
  'paper.empty',
  'paper.picture',
  'paper.altered',
  'paper.tooLarge',
  'paper.foreign',
  'paper.partly',
  'invoice.repeated',
  'invoice.usedElsewhere',
  'invoice.released',
  'statement.affiliated',
  'statement.text',
  'return.open',
  'stamp.outdated',
  'window.closed',
  'window.soon',
] as const
export type FindingCode = (typeof findingCodes)[number]

/** One result of a check. `data` fills the sentence `finding.<code>` of `shared/text`. */
export type Finding = {
  readonly code: FindingCode
  readonly severity: Severity
  readonly place: Place
  readonly data: Readonly<Record<string, string | number>>
  readonly source?: Source
}
