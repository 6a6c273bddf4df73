/** The lines of an invoice out of its page's lines of text. Pure. */
import type { InvoiceItem } from '../../../shared/model/extraction.ts'
import { compare, sum } from '../../../shared/programme/decimal.ts'

const amount = /^[¥￥]?\s*(-?[\d,]+\.\d{2})$/
const rate = /^(\d{1,2}(\.\d+)?%|免税|不征税|零税率|\*+)$/

/** `*类别*名称 … 金额 税率 税额`: what stands between is told by its place from the right. */
function itemIn(line: string): InvoiceItem | null {
  const cells = line
    .split('\t')
    .flatMap((cell) => cell.trim().split(/\s+(?=[\d.,]+(?:\s|$))/))
    .filter((cell) => cell !== '')
  const [name = ''] = cells
  const at = cells.findIndex((cell) => rate.test(cell))
  if (!/^\*[^*]+\*/.test(name) || at < 2) return null
  const money = amount.exec(cells[at - 1] ?? '')?.[1]?.replaceAll(',', '')
  if (money === undefined) return null
  const tax = amount.exec(cells[at + 1] ?? '')?.[1]?.replaceAll(',', '') ?? ''
  const between = cells.slice(1, at - 1)
  const figures = between.filter((cell) => /^[\d.,]+$/.test(cell))
  const words = between.filter((cell) => !/^[\d.,]+$/.test(cell))
  const [quantity = '', price = ''] = figures.length >= 2 ? figures.slice(-2) : figures
  return {
    name,
    specification: words.length > 1 ? (words[0] ?? '') : '',
    unit: words.at(-1) ?? '',
    quantity,
    price,
    amount: money,
    rate: cells[at] ?? '',
    tax,
  }
}

/** All lines, or none where they do not make up the net amount: a part would only mislead. */
export function itemsFromText(lines: readonly string[], net: string): InvoiceItem[] {
  const items = lines.flatMap((line) => itemIn(line) ?? [])
  if (items.length === 0 || !/^-?\d/.test(net)) return []
  return compare(sum(items.map((item) => item.amount)), net) === 0 ? items : []
}
