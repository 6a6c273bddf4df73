/** What the verdicts say of other applications of this enterprise. Pure. */
import type { Verdict, Working } from '../../../shared/model/verdict.ts'

const flat = (step: Working): Working[] => [step, ...(step.parts ?? []).flatMap(flat)]

/** Steps by which another application speaks, or may speak, against this one. */
export const rivalSteps = (verdicts: readonly Verdict[]): Working[] =>
  verdicts
    .flatMap(({ working }) => flat(working))
    .filter(({ text, outcome }) => /^exclusive\./.test(text) && outcome !== 'met')
