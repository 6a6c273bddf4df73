/** Exact amounts: 万元 in the books, 元 on paper. */
import Big from 'big.js'

/** Sum of exact decimals, to the cent. */
export function sum(values: readonly string[]): string {
  return values.reduce((total, value) => total.plus(value), new Big(0)).toFixed(2)
}

export function minus(left: string, right: string): string {
  return new Big(left).minus(right).toFixed(2)
}

/** 万元 → 元. */
export function inYuan(tenThousands: string): string {
  return new Big(tenThousands).times(10_000).toFixed(2)
}

/** 元 → 万元. */
export function inTenThousands(yuan: string): string {
  return new Big(yuan).div(10_000).toFixed(2)
}

/** With thousands separators, as statements print it; minus as a sign. */
export function grouped(amount: string): string {
  const [whole = '', cents] = new Big(amount).toFixed(2).split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`
}

/** YYYY-MM-DD → 2022年4月20日. */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
