/**
 * Every call that the engine answers, in one place; `calls/` holds them noun by noun. The input is a zod schema that is parsed at the
 * gate (`electron/engine/serve.ts`), the output a type; one object in, one object out. A change
 * answers with the fresh view of what it changed. `handle`s stand for files that the person picked;
 * paths never cross the wire.
 */
import type { z } from 'zod'
import { applicationCalls } from './calls/application.ts'
import { backupCalls } from './calls/backup.ts'
import { bundleCalls } from './calls/bundle.ts'
import type { Call } from './calls/call.ts'
import { courseCalls } from './calls/course.ts'
import { enterpriseCalls } from './calls/enterprise.ts'
import { identityCalls } from './calls/identity.ts'
import { materialCalls } from './calls/material.ts'
import { opinionCalls } from './calls/opinion.ts'
import { paperCalls } from './calls/paper.ts'
import { programmeCalls } from './calls/programme.ts'
import { receiptCalls } from './calls/receipt.ts'
import { reserveCalls } from './calls/reserve.ts'
import { reviewCalls } from './calls/review.ts'
import { vaultCalls } from './calls/vault.ts'

export const calls = {
  ...vaultCalls,
  ...backupCalls,
  ...enterpriseCalls,
  ...materialCalls,
  ...programmeCalls,
  ...applicationCalls,
  ...courseCalls,
  ...paperCalls,
  ...reserveCalls,
  ...bundleCalls,
  ...identityCalls,
  ...reviewCalls,
  ...opinionCalls,
  ...receiptCalls,
} as const

export type Calls = typeof calls
export type Name = keyof Calls
/** What a caller passes: defaults may be left out. */
export type Input<N extends Name> = z.input<Calls[N]['input']>
/** What a service receives once the gate has parsed it. */
export type Parsed<N extends Name> = z.output<Calls[N]['input']>
export type Output<N extends Name> = Calls[N] extends Call<z.ZodType, infer O> ? O : never
