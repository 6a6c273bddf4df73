/** Dates, amounts and identities out of printed text. Nothing is guessed, nothing put right. */
import { isCreditCode } from '../../../shared/model/credit-code.ts'

const two = (text: string) => text.padStart(2, '0')
const numerals = '〇一二三四五六七八九'

const ymd = /(\d{4})\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})\s*日?/
const compact = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d{1,3}(?!\d))/
const spaced = /(\d{4})\s+(\d{1,2})\s+(\d{1,2})(?!\d)/
const written =
  /([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/

const digit = (character: string) => numerals.indexOf(/[○零]/.test(character) ? '〇' : character)

/** 十 → 10, 二十三 → 23. */
function small(text: string): string {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['0', text]
  return String((tens === '' ? 1 : Math.max(0, digit(tens))) * 10 + (ones ? digit(ones) : 0))
}

/**
 * The first date in a text as YYYY-MM-DD — as printed, so it need not exist (`isRealDate`) — or
 * null where there is none.
 */
export function findDate(text: string): string | null {
  const found = ymd.exec(text) ?? compact.exec(text) ?? spaced.exec(text)
  if (found) return `${found[1]}-${two(found[2] ?? '')}-${two(found[3] ?? '')}`
  const words = written.exec(text)
  if (!words) return null
  const year = [...(words[1] ?? '')].map(digit).join('')
  return `${year}-${two(small(words[2] ?? ''))}-${two(small(words[3] ?? ''))}`
}

/** Every date of a text, in order, as `findDate` gives them. */
export function findDates(text: string): string[] {
  const all = text.matchAll(new RegExp(`${ymd.source}|${written.source}`, 'g'))
  return [...all].flatMap(([shown]) => findDate(shown) ?? [])
}

export function isRealDate(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date)
}

const money = /[¥￥]?\s*(-?)\s*[¥￥]?\s*(\d{1,3}(?:[,，]\d{3})+|\d+)(\.\d+)?/

/** An amount in 元 as an exact decimal, as it is printed but for ¥ and commas; null where none. */
export function findAmount(text: string): string | null {
  const found = money.exec(text)
  return found ? `${found[1]}${found[2]?.replace(/[,，]/g, '')}${found[3] ?? ''}` : null
}

/** Amounts with two decimals, in order: the form of money on invoices. */
export const findAmounts = (text: string): string[] =>
  [...text.matchAll(/[¥￥]?\s*-?\s*[¥￥]?\s*\d[\d,，]*\.\d{2}(?!\d)/g)].flatMap(
    ([shown]) => findAmount(shown) ?? [],
  )

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** 居民身份证号 (GB 11643), which traders without a business licence bill under. */
function isPersonId(id: string): boolean {
  if (!/^\d{17}[\dX]$/.test(id)) return false
  const sum = idWeights.reduce((total, weight, at) => total + weight * Number(id[at]), 0)
  return '10X98765432'[sum % 11] === id[17]
}

/** Whether a 纳税人识别号 can be right; the older ones of 15, 17 and 20 places bear no check. */
export const isTaxId = (id: string): boolean =>
  id.length === 18
    ? isCreditCode(id) || isPersonId(id)
    : /^[0-9A-Z]+$/.test(id) && [15, 17, 20].includes(id.length)

/** Names compare without spaces and with brackets of one kind. */
export const sameName = (a: string, b: string): boolean => foldName(a) === foldName(b)
const foldName = (name: string) =>
  name.normalize('NFKC').replace(/\s/g, '').replace(/（/g, '(').replace(/）/g, ')')
