/** Where a paper contradicts itself. Every doubt is said; none is put right. Pure. */
import type { Doubt, InvoiceItem, ReadFact } from '../../../shared/model/extraction.ts'
import { readChineseAmount } from '../../../shared/programme/chinese-amount.ts'
import { add, compare, sum } from '../../../shared/programme/decimal.ts'
import { isRealDate, isTaxId } from './values.ts'

type Values = ReadonlyMap<string, string>

const decimal = /^-?\d+(\.\d+)?$/
export const isDateKey = (key: string): boolean =>
  /On$|^valid(From|To)$|^service(From|To)$/.test(key)

export const dateDoubts = (facts: readonly ReadFact[]): Doubt[] =>
  facts.flatMap(({ key, value }) =>
    isDateKey(key) && !isRealDate(value)
      ? [{ code: 'date.impossible' as const, fact: key, data: { date: value } }]
      : [],
  )

export const taxIdDoubts = (values: Values): Doubt[] =>
  ['buyerTaxId', 'sellerTaxId', 'creditCode'].flatMap((key) => {
    const id = values.get(key)
    return id === undefined || isTaxId(id)
      ? []
      : [{ code: 'taxId.check' as const, fact: key, data: { id } }]
  })

function sumDoubts(values: Values): Doubt[] {
  const [net = '', tax = '', amount = ''] = ['net', 'tax', 'amount'].map((key) => values.get(key))
  if (![net, tax, amount].every((value) => decimal.test(value))) return []
  if (compare(add(net, tax), amount) === 0) return []
  return [{ code: 'amount.sum', fact: 'amount', data: { net, tax, amount } }]
}

/** Capitals against the figure. Words that cannot be read are a doubt too. */
export function wordDoubts(words: string, amount: string | undefined): Doubt[] {
  if (words === '' || amount === undefined || !decimal.test(amount)) return []
  const said = readChineseAmount(words)
  if (said !== null && compare(said, amount) === 0) return []
  return [{ code: 'amount.words', fact: 'amount', data: { words, amount, said: said ?? '' } }]
}

function itemDoubts(items: readonly InvoiceItem[], net: string | undefined): Doubt[] {
  if (items.length === 0 || net === undefined) return []
  const amounts = items.map(({ amount }) => amount)
  if (!amounts.every((amount) => decimal.test(amount))) return []
  const total = sum(amounts)
  if (compare(total, net) === 0) return []
  return [{ code: 'amount.items', fact: 'net', data: { total, net } }]
}

function formDoubts(values: Values): Doubt[] {
  const number = values.get('number') ?? ''
  const code = values.get('code') ?? ''
  const isDigital = code === '' && number.length === 20
  const isPaper = /^(\d{10}|\d{12})$/.test(code) && number.length === 8
  if (isDigital || isPaper || number === '') return []
  return [{ code: 'number.form', fact: 'number', data: { code, number } }]
}

/** The doubts of an invoice's own figures. */
export const invoiceDoubts = (
  values: Values,
  items: readonly InvoiceItem[],
  words: string,
): Doubt[] => [
  ...formDoubts(values),
  ...sumDoubts(values),
  ...wordDoubts(words, values.get('amount')),
  ...itemDoubts(items, values.get('net')),
]
