/**
 * What a verified bundle says, read for the reviewer. The enterprise wrote it: every part is parsed
 * anew and by itself, so that an odd one takes nothing but itself away.
 */
import { z } from 'zod'
import type { ChangeNote } from '../../../shared/model/change-note.ts'
import type { EnterpriseFacts, IndicatorValue } from '../../../shared/model/enterprise.ts'
import type { Finding } from '../../../shared/model/finding.ts'
import type { Attestation, ChosenReading, Tick, Verdict } from '../../../shared/model/verdict.ts'
import type { Answers } from '../../../shared/programme/form.ts'
import { type Pack, pack as packSchema } from '../../../shared/programme/pack.ts'
import { jsonOf } from '../bundle/application-file.ts'
import { wholeEntry, withEntries } from '../bundle/archive-file.ts'
import { tagNames } from '../bundle/bag.ts'
import { strictText } from '../bundle/bag-check.ts'

const text = z.string()
const outcome = z.enum(['met', 'unmet', 'unknown', 'judgement', 'notApplicable'])
const data = z.record(text, z.union([text, z.number()]))
const source = z.looseObject({ document: text, clause: text, line: z.number() })
const working = z.looseObject({
  text,
  outcome,
  data,
  get parts() {
    return z.array(working).optional()
  },
})
const row = z.record(text, z.union([text, z.array(text)]))

/** Which volume holds it, where there are several. */
const volume = z.number().int().positive().optional()

const paper = z.looseObject({
  path: text,
  volume,
  slot: text,
  sha256: text,
  size: z.number(),
  name: text,
  kind: text,
  media: text,
  facts: z.record(text, text).catch({}),
  validFrom: text.nullable().catch(null),
  validTo: text.nullable().catch(null),
  confirmed: z.boolean().catch(false),
})
export type SubmittedPaper = z.infer<typeof paper>

const content = z.looseObject({
  answers: z.record(text, z.union([text, z.array(text), z.array(row)])).catch({}),
  enterprise: z
    .looseObject({
      facts: z.record(text, text).catch({}),
      indicators: z.array(z.looseObject({ code: text, year: z.number(), value: text })).catch([]),
    })
    .catch({ facts: {}, indicators: [] }),
  attestations: z
    .record(
      text,
      z.looseObject({
        condition: text,
        outcome: z.enum(['met', 'unmet', 'notApplicable']),
        name: text,
        note: text,
        on: text,
      }),
    )
    .catch({}),
  readings: z
    .record(
      text,
      z.looseObject({ condition: text, reading: text, name: text, note: text, on: text }),
    )
    .catch({}),
  ticks: z
    .array(z.looseObject({ slot: text, sha256: text, point: text, name: text, on: text }))
    .catch([]),
  verdicts: z
    .array(
      z.looseObject({
        condition: text,
        outcome,
        working,
        missing: z.array(z.any()).catch([]),
        evidence: z.array(text).catch([]),
        source,
      }),
    )
    .catch([]),
  findings: z
    .array(
      z.looseObject({
        code: text,
        severity: z.enum(['blocking', 'warning', 'hint']),
        place: z.looseObject({
          step: z.enum(['conditions', 'form', 'materials', 'export']),
          ref: text,
          row: z.number().optional(),
          column: text.optional(),
        }),
        data,
        source: source.optional(),
      }),
    )
    .catch([]),
  waivers: z.record(text, text).catch({}),
  reason: text.catch(''),
  changes: z
    .looseObject({
      since: z.looseObject({ bundleId: text, revision: z.number(), exportedAt: text }),
      answers: z.array(
        z.looseObject({
          label: text,
          kind: z.enum(['incorrect', 'incomplete', 'outdated', 'formChanged']),
          text,
          answer: text,
        }),
      ),
      differences: z.array(
        z.looseObject({ group: text, label: text, before: text, after: text, kind: text }),
      ),
    })
    .nullable()
    .catch(null),
  sample: z.boolean().catch(false),
  form: z
    .looseObject({ path: text, volume, sha256: text, size: z.number() })
    .nullable()
    .catch(null),
  materials: z.array(paper).catch([]),
})

/** The parts of application.json that a reviewer reads. */
export type Submitted = {
  readonly answers: Answers
  readonly facts: EnterpriseFacts
  readonly indicators: readonly IndicatorValue[]
  readonly attestations: Readonly<Record<string, Attestation>>
  readonly readings: Readonly<Record<string, ChosenReading>>
  readonly ticks: readonly Tick[]
  readonly verdicts: readonly Verdict[]
  readonly findings: readonly Finding[]
  readonly waivers: Readonly<Record<string, string>>
  readonly reason: string
  readonly changes: ChangeNote | null
  readonly sample: boolean
  readonly form: Pick<SubmittedPaper, 'path' | 'volume' | 'sha256' | 'size'> | null
  readonly materials: readonly SubmittedPaper[]
  /** The pack that came along, where this program can read it. */
  readonly pack: Pack | null
}

const parsedText = (bytes: Uint8Array | null): unknown => {
  const found = bytes && strictText(bytes)
  return found === null ? undefined : jsonOf(found)
}

/** Reads a bundle that has been verified. Throws what reading the file throws. */
export function readSubmitted(path: string): Promise<Submitted> {
  return withEntries(path, async (entries) => {
    const told = content.parse(parsedText(await wholeEntry(entries, tagNames.application)) ?? {})
    const pack = packSchema.safeParse(parsedText(await wholeEntry(entries, tagNames.pack)))
    const { enterprise, ...rest } = told
    return {
      ...rest,
      changes: rest.changes as unknown as ChangeNote | null,
      facts: enterprise.facts,
      indicators: enterprise.indicators,
      findings: rest.findings as unknown as readonly Finding[],
      pack: pack.success ? pack.data : null,
    }
  })
}
