/** An invoice is what its numbers say, not its file: the same one may be scanned twice. */
import type { Material } from '../model/material.ts'

/** Wide and narrow digits are the same, and blanks inside a number mean nothing. */
const digits = (fact: string | undefined): string =>
  (fact ?? '').normalize('NFKC').replace(/\s/g, '')

/**
 * 发票代码-发票号码, or null while the number is unknown. The twenty digits of a 数电票 stand alone: a
 * paper form of it prints a code besides.
 */
export function invoiceOf({ facts }: Pick<Material, 'facts'>): string | null {
  const number = digits(facts.number)
  if (number === '') return null
  return /^\d{20}$/.test(number) ? `-${number}` : `${digits(facts.code)}-${number}`
}

/** Identities that stand on more than one file. The same file in two slots is one invoice. */
export function repeatedInvoices(papers: readonly Material[]): readonly string[] {
  const files = new Map<string, Set<string>>()
  for (const paper of papers) {
    const invoice = invoiceOf(paper)
    if (invoice === null) continue
    files.set(invoice, (files.get(invoice) ?? new Set()).add(paper.sha256))
  }
  return [...files].filter(([, hashes]) => hashes.size > 1).map(([invoice]) => invoice)
}
