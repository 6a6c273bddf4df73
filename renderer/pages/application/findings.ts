/** The order in which findings are shown. Pure. */
import type { Finding, Severity, Step } from '../../../shared/model/finding.ts'

const weights: Readonly<Record<Severity, number>> = { blocking: 0, warning: 1, hint: 2 }
const order: readonly Step[] = ['conditions', 'form', 'materials', 'preview', 'export']

/** Blocking first; otherwise as the check lists them. */
export function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => weights[a.severity] - weights[b.severity])
}

/** Grouped by step: steps with something blocking first, then in the order of the steps. */
export function byStep(findings: readonly Finding[]) {
  const worst = (list: readonly Finding[]) => Math.min(...list.map((one) => weights[one.severity]))
  return order
    .map((step) => ({ step, findings: findings.filter(({ place }) => place.step === step) }))
    .filter((group) => group.findings.length > 0)
    .toSorted((a, b) => worst(a.findings) - worst(b.findings))
}

/** A name of its own for a finding in a list. */
export const keyOfFinding = ({ code, place, data }: Finding) => JSON.stringify([code, place, data])
