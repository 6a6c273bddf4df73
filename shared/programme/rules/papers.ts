/** Rules over papers: evidence in a slot, and invoices that count only once. */

import type { Missing } from '../../model/verdict.ts'
import type { Case } from '../evidence.ts'
import { invoiceOf, repeatedInvoices } from '../invoice.ts'
import { named, slotLabel } from '../label.ts'
import type { Rule } from '../rule.ts'
import { type Judgement, step } from './judgement.ts'
import { paperFact } from './paper-fact.ts'

type Of<K extends Rule['kind']> = Extract<Rule, { kind: K }>

/** Enough papers in the slot. Too few is unknown: a paper not yet filed is not a fact against. */
export function evidence(rule: Of<'evidence'>, c: Case): Judgement {
  const content = c.slots[rule.slot]
  const papers = content?.materials ?? []
  const data = {
    ...named('name', [slotLabel(c.pack, rule.slot)]),
    actual: papers.length,
    needed: rule.min,
  }
  const hashes = papers.map((paper) => paper.sha256)
  if (papers.length >= rule.min) return step('met', 'evidence.met', data, { evidence: hashes })
  const missing: Missing[] = [{ what: 'material', ref: rule.slot }]
  if (content?.waived) {
    return step('judgement', 'evidence.waived', { ...data, reason: content.waived }, { missing })
  }
  return step('unknown', 'evidence.missing', data, { missing, evidence: hashes })
}

/** No invoice of these slots stands twice, here or in another application. */
export function invoiceOnce(rule: Of<'invoiceOnce'>, c: Case): Judgement {
  const papers = rule.slots.flatMap((slot) => c.slots[slot]?.materials ?? [])
  const invoices = papers.filter((paper) => paper.kind === 'invoice')
  const data = {
    ...named(
      'name',
      rule.slots.map((slot) => slotLabel(c.pack, slot)),
    ),
  }
  const hashes = invoices.map((paper) => paper.sha256)
  const missing: Missing[] = rule.slots.map((ref) => ({ what: 'material', ref }))
  if (invoices.length === 0) return step('unknown', 'invoices.missing', data, { missing })
  const twice = repeatedInvoices(invoices)
  const elsewhere = c.claimed.filter(
    (claim) =>
      claim.release === null && invoices.some((paper) => invoiceOf(paper) === claim.invoice),
  )
  if (twice.length > 0 || elsewhere.length > 0) {
    const invoice = [...new Set([...twice, ...elsewhere.map((claim) => claim.invoice)])].join('、')
    return step('unmet', 'invoices.repeated', { ...data, invoice }, { evidence: hashes })
  }
  const unread = invoices.filter((paper) => invoiceOf(paper) === null)
  if (unread.length > 0) {
    const numbers = unread.map((paper) => paperFact(paper, 'number'))
    return step(
      'unknown',
      'invoices.unread',
      { ...data, count: unread.length },
      { missing: numbers },
    )
  }
  return step('met', 'invoices.met', { ...data, count: invoices.length }, { evidence: hashes })
}
