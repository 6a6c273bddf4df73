/** Amounts of money in the capital numerals that contracts, invoices and vouchers print. */

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']

/** One to four digits without leading zeros, e.g. 1005 → 壹仟零伍. */
function group(value: number): string {
  let text = ''
  let gap = false
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) {
      gap = text !== ''
      continue
    }
    text += (gap ? '零' : '') + digits[digit] + places[place]
    gap = false
  }
  return text
}

function whole(value: bigint): string {
  for (const [name, size] of [
    ['亿', 100_000_000n],
    ['万', 10_000n],
  ] as const) {
    if (value < size) continue
    const rest = value % size
    const gap = rest > 0n && rest < size / 10n ? '零' : ''
    return whole(value / size) + name + gap + whole(rest)
  }
  return group(Number(value))
}

/**
 * The 大写 of an amount in 元, an exact decimal with at most two decimals: `1409.50` →
 * 壹仟肆佰零玖元伍角整. `unit` is 圆 where the printed form has it so (tax-control invoices).
 * Throws RangeError when the text is no such decimal.
 */
export function chineseAmount(yuan: string, unit: '元' | '圆' = '元'): string {
  const match = /^(-?)(\d{1,16})(?:\.(\d{1,2}))?$/.exec(yuan)
  if (!match) throw new RangeError(`not an amount in 元: ${yuan}`)
  const integer = BigInt(match[2] ?? '0')
  const cents = (match[3] ?? '').padEnd(2, '0')
  const jiao = Number(cents[0])
  const fen = Number(cents[1])
  if (integer === 0n && jiao === 0 && fen === 0) return `零${unit}整`
  const head = integer > 0n ? whole(integer) + unit : ''
  const gap = head !== '' && jiao === 0 && fen > 0 ? '零' : ''
  const tail = (jiao > 0 ? `${digits[jiao]}角` : '') + (fen > 0 ? `${gap}${digits[fen]}分` : '')
  return (match[1] ? '负' : '') + head + tail + (fen > 0 ? '' : '整')
}
