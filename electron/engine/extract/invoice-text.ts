/**
 * An invoice out of the lines of its page, for PDF without data and OFD without tags. Labels may be
 * spaced out (`名　称：`) and stand in cells of their own. Pure.
 */
import type { Confidence, FactSource } from '../../../shared/model/extraction.ts'
import { add, compare } from '../../../shared/programme/decimal.ts'
import { itemsFromText } from './invoice-items.ts'
import { type Findings, factsFrom } from './read-document.ts'
import { findAmount, findAmounts, findDate } from './values.ts'

/** A label whose characters may be parted by spaces and cells. */
const loose = (label: string) => [...label].join('[^\\S\\n]*')

const titlePattern =
  /电子发票[（(][^（）()]{2,12}[）)]|[一-龥]{0,6}增值税[一-龥]{0,4}发票(?:[（(][^（）()]{1,6}[）)])?|[一-龥]{2,8}统一发票|[一-龥]{0,8}通用[一-龥]{0,4}发票/

const wholeTitle = new RegExp(`^(?:${titlePattern.source})$`)

/** A title in a cell of its own, or a number behind its label: a list of invoices has neither. */
export function isInvoiceText(lines: readonly string[]): boolean {
  const text = lines.join('\n')
  if (!new RegExp(loose('发票号码')).test(text)) return false
  const cells = lines.flatMap((line) => line.split('\t')).map((cell) => cell.replace(/\s/g, ''))
  const numbered = behind(text, '发票号码', '\\d{20}|\\d{8}(?!\\d)') !== ''
  return (
    cells.some((cell) => wholeTitle.test(cell)) ||
    (numbered && new RegExp(loose('价税合计')).test(text))
  )
}

/** What follows a label on its line, up to the next cell. */
function behind(text: string, label: string, value: string): string {
  const found = new RegExp(`${loose(label)}\\s*[:：]?\\s*(${value})`).exec(text)
  return found?.[1] ?? ''
}

const before = '(?<![服务项目货物产品户行单位机关规格商])'

/** Values behind 名称 and the like, from top to bottom and left to right: buyer first, then seller. */
function parties(lines: readonly string[], label: string, value: string): string[] {
  const pattern = new RegExp(`${before}${label}\\s*[:：]\\s*(${value})`, 'g')
  return lines.flatMap((line) => [...line.matchAll(pattern)].map((found) => found[1]?.trim() ?? ''))
}

const nameValue = '[^\\t\\n:：]{2,}?(?=\\t|\\n|$|\\s+(?:销|密)\\s)'
const taxValue = '[0-9A-Z]{15,20}'

/** What the parties are called where their labels say which is which. */
const buyers = ['购买方名称', '购方名称', '购货单位名称', '购货方名称']
const sellers = ['销售方名称', '销方名称', '销货单位名称', '销货方名称']

function partyNames(lines: readonly string[]) {
  const text = lines.join('\n')
  const [first, second] = parties(lines, loose('名称'), nameValue)
  const named = (labels: readonly string[]) =>
    labels.map((label) => behind(text, label, nameValue)).find((name) => name !== '') ?? ''
  const [buyer, seller] = [named(buyers), named(sellers)]
  const own = buyer !== '' || seller !== ''
  return { buyer: own ? buyer : first, seller: own ? seller : second }
}

function taxIds(lines: readonly string[]) {
  const label = `(?:${loose('纳税人识别号')}|${loose('统一社会信用代码')}|${loose('税号')})`
  const found = parties(lines, label, taxValue)
  if (found.length >= 2) return { buyerTaxId: found[0], sellerTaxId: found[1] }
  // One label without a value leaves open whose number the other is; its line tells.
  const [only = ''] = found
  const at = lines.findIndex((line) => only !== '' && line.includes(only))
  const sums = lines.findIndex((line) => new RegExp(loose('价税合计')).test(line))
  return sums >= 0 && at > sums ? { sellerTaxId: only } : { buyerTaxId: only }
}

const capitals = '[零壹贰叁肆伍陆柒捌玖拾佰仟万亿圆元角分整正]'

/** The amount in capitals on a line; a red invoice sets 负 or （负数） before it. */
export function wordsIn(line: string): string {
  const found = new RegExp(`([（(]?负数?[）)]?)?\\s*(${capitals}{3,})`).exec(line)
  return found ? `${found[1] ? '负' : ''}${found[2]}` : ''
}

/** Capitals of the total's line, and the figure behind （小写）. */
function totals(lines: readonly string[]) {
  const at = lines.findIndex((line) => new RegExp(loose('价税合计')).test(line))
  const near = lines.slice(at, at + 3)
  const withMoney = near.find((line) => findAmounts(line).length > 0) ?? ''
  const figure = /小\s*写\s*[)）]?\s*[:：]?\s*([¥￥]?\s*-?[\d,，.\s]+)/.exec(withMoney)?.[1]
  const words = near.map(wordsIn).find((found) => found !== '')
  if (at < 0) return { amount: '', words: '' }
  const amount = figure ? findAmount(figure) : findAmounts(withMoney).at(-1)
  return { amount: amount ?? '', words: words ?? '' }
}

function sums(lines: readonly string[]): { net: string; tax: string } {
  const line = lines.find((each) => /^合\s*计/.test(each) && findAmounts(each).length > 0) ?? ''
  const [net = '', tax = ''] = findAmounts(line)
  return { net, tax }
}

/** Three amounts of which two make the third, where labels are pictures. */
export function sumsByForm(text: string): { net: string; tax: string; amount: string } | null {
  const marked = [...text.matchAll(/[¥￥]\s*-?[\d,，]+\.\d{2}/g)].flatMap(
    ([shown]) => findAmount(shown) ?? [],
  )
  for (const amount of marked) {
    for (const net of marked) {
      const tax = marked.find((each) => each !== net && compare(add(net, each), amount) === 0)
      if (tax && compare(net, tax) > 0) return { net, tax, amount }
    }
  }
  return null
}

function money(lines: readonly string[]) {
  const { amount, words } = totals(lines)
  const { net, tax } = sums(lines)
  const byForm = amount === '' || net === '' ? sumsByForm(lines.join('\n')) : null
  const confidence: Confidence = byForm ? 'low' : 'medium'
  return { values: { net, tax, amount, ...byForm }, words, confidence }
}

const codeOf = (text: string) => behind(text, '发票代码', '\\d{10}(?:\\d{2})?(?!\\d)')
const numberOf = (text: string) =>
  behind(text, '发票号码', '\\d{20}|\\d{8}(?!\\d)') || /(?<!\d)\d{20}(?!\d)/.exec(text)?.[0] || ''

/** The invoice of these lines. */
export function invoiceFromText(lines: readonly string[], source: FactSource): Findings {
  const text = lines.join('\n')
  const number = numberOf(text)
  const { values, words, confidence } = money(lines)
  const dated = text.slice(Math.max(0, text.search(new RegExp(loose('开票日期')))))
  const facts = {
    code: number.length === 20 ? '' : codeOf(text),
    number,
    issuedOn: findDate(dated),
    ...partyNames(lines),
    ...taxIds(lines),
    checkCode: behind(text, '校验码', '\\d[\\d ]{18,24}').replace(/\s/g, '').slice(0, 20),
    title: titlePattern.exec(text.replace(/[ \t]/g, ''))?.[0],
  }
  const items = itemsFromText(lines, values.net)
  const goods = items.map(({ name }) => name).join('；')
  return {
    facts: [
      ...factsFrom({ ...facts, goods }, source, 'medium'),
      ...factsFrom(values, source, confidence),
    ],
    items,
    words,
  }
}
