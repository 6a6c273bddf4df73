/** How values stand on printed papers: behind their label, in the next cell, under a title. Pure. */
import { readChineseAmount } from '../../../../shared/programme/chinese-amount.ts'
import { multiply } from '../../../../shared/programme/decimal.ts'
import { findAmount, findDate, findDates } from '../values.ts'

/** Lines of all pages, tabs between cells. */
export type Lines = readonly string[]

/** Without spaces and cells, for titles that are spaced out. */
export const folded = (line: string): string => line.replace(/\s/g, '')

const loose = (label: string) => [...label].join('\\s*')

/**
 * What stands behind the first of these labels at the start of a line or cell: behind its colon, or
 * in the next cell where there is none. Empty when no label has a value.
 */
export function labelled(lines: Lines, ...labels: readonly string[]): string {
  for (const label of labels) {
    const pattern = new RegExp(
      `(?:^|[\\t ]|[（(])${loose(label)}\\s*(?:[（(][^）)]{0,12}[）)])?(?:\\s*[:：]\\s*|\\t\\s*| {1,})([^\\t:：]{1,200})(?=\\t|$)`,
    )
    for (const line of lines) {
      const value = pattern.exec(line)?.[1]?.trim()
      if (value) return value
    }
  }
  return ''
}

/** The date behind one of these labels. */
export function labelledDate(lines: Lines, ...labels: readonly string[]): string {
  for (const label of labels) {
    const pattern = new RegExp(`${loose(label)}\\s*[:：]?\\s*(.{4,40})`)
    for (const line of lines) {
      const date = findDate(pattern.exec(line)?.[1] ?? '')
      if (date) return date
    }
  }
  return ''
}

/** The date that signs a paper: the last short line that ends with one. */
export function closingDate(lines: Lines): string {
  const last = lines.findLast(
    (line) => line.length <= 30 && /(日|\d)\s*$/.test(line) && findDates(line).length === 1,
  )
  return last ? (findDate(last) ?? '') : ''
}

/** 〔2022〕第0318号 with what stands before it. */
export const documentNumber = (lines: Lines): string =>
  lines
    .map(
      (line) =>
        /[^\s，。：:；、]{1,20}[〔[（(【]\s*\d{4}\s*[〕\]）)】]\s*第?\s*\d+\s*号/.exec(line)?.[0],
    )
    .find(Boolean)
    ?.replace(/\s/g, '') ?? ''

const capitals = '[零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿]'

export type Money = { readonly amount: string; readonly words: string }

/** 8000万元 and 8,500,000.00 in 元, exactly; other currencies are left alone. */
export function inYuan(text: string): string {
  if (/美元|欧元|港元|港币|日元|英镑|USD|EUR/.test(text)) return ''
  const words = new RegExp(`${capitals}{2,}[元圆]?[^¥￥\\d]{0,2}`).exec(text)?.[0]
  const figure = findAmount(text)
  if (figure === null) {
    return (
      (words &&
        readChineseAmount(words.replace(/[^零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆整]/g, ''))) ||
      ''
    )
  }
  const unit = /[\d)）]\s*(万|亿)\s*元?/.exec(text)?.[1]
  if (unit === '万') return multiply(figure, '10000')
  return unit === '亿' ? multiply(figure, '100000000') : figure
}

/** An amount that is written in capitals and in figures side by side. */
export function writtenTwice(text: string): Money | null {
  const found = new RegExp(
    `(${capitals}{2,}[元圆](?:[零〇壹贰叁肆伍陆柒捌玖][角分])*[整正]?)[^\\d¥￥]{0,12}[¥￥]?\\s*([\\d,，]+(?:\\.\\d+)?)`,
  ).exec(text)
  const amount = findAmount(found?.[2] ?? '')
  return found?.[1] && amount !== null ? { words: found[1], amount } : null
}

/** The first short line that a pattern finds a title in. */
export const titleIn = (lines: Lines, pattern: RegExp): string | null =>
  lines
    .slice(0, 14)
    .map(folded)
    .find((line) => line.length <= 40 && pattern.test(line)) ?? null
