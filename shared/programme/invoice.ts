/** An invoice is what its numbers say, not its file: the same one may be scanned twice. */
import type { Material } from '../model/material.ts'

/** 发票代码-发票号码 (the code is empty on 数电票), or null while the number is unknown. */
export function invoiceOf({ facts }: Pick<Material, 'facts'>): string | null {
  const number = facts.number?.trim() ?? ''
  return number === '' ? null : `${facts.code?.trim() ?? ''}-${number}`
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
