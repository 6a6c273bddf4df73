/**
 * An invoice whose labels are drawings: only the form of its values tells. It must show a number of
 * 20 digits, three amounts of which two make the third, and that third in capitals. Pure.
 */
import type { FactSource } from '../../../shared/model/extraction.ts'
import { readChineseAmount } from '../../../shared/programme/chinese-amount.ts'
import { compare } from '../../../shared/programme/decimal.ts'
import { sumsByForm, wordsIn } from './invoice-text.ts'
import { type Findings, factsFrom } from './read-document.ts'
import { findDate, isTaxId } from './values.ts'

const organisation = /(公司|厂|店|中心|院|所|局|协会|合作社|经营部|工作室)(（[^）]+）)?$/

/** Null where the form is not that of an invoice. Buyers stand before and left of sellers. */
export function invoiceFromForm(lines: readonly string[], source: FactSource): Findings | null {
  const text = lines.join('\n')
  const number = /(?<!\d)\d{20}(?!\d)/.exec(text)?.[0]
  const sums = sumsByForm(text)
  const words = lines.map(wordsIn).find((found) => found !== '') ?? ''
  const said = readChineseAmount(words)
  if (!number || !sums || said === null || compare(said, sums.amount) !== 0) return null
  const cells = lines.flatMap((line) => line.split('\t')).map((cell) => cell.trim())
  const [buyer, seller] = cells.filter((cell) => organisation.test(cell))
  const ids = [...text.matchAll(/(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])/g)].map(([id]) => id)
  const [buyerTaxId, sellerTaxId] = ids.filter(isTaxId)
  const values = { number, issuedOn: findDate(text), buyer, buyerTaxId, seller, sellerTaxId }
  return { facts: factsFrom({ ...values, ...sums }, source, 'low'), words }
}
