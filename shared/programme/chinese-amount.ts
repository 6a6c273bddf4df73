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

const values: Readonly<Record<string, number>> = {
  ...Object.fromEntries([...digits].map((digit, value) => [digit, value])),
  ...Object.fromEntries([...'〇一二三四五六七八九'].map((digit, value) => [digit, value])),
  两: 2,
  貳: 2,
  陸: 6,
}
const tens: Readonly<Record<string, number>> = {
  拾: 10,
  十: 10,
  佰: 100,
  百: 100,
  仟: 1000,
  千: 1000,
}

/** Up to 9999 out of its numerals; NaN when they are none. */
function readGroup(text: string): number {
  let sum = 0
  let held: number | null = null
  for (const character of text) {
    const ten = tens[character]
    if (ten === undefined) {
      held = values[character] ?? Number.NaN
      continue
    }
    sum += (held === null || held === 0 ? 1 : held) * ten
    held = null
  }
  return sum + (held ?? 0)
}

function readWhole(text: string): bigint | null {
  for (const [name, size] of [
    ['亿', 100_000_000n],
    ['億', 100_000_000n],
    ['万', 10_000n],
    ['萬', 10_000n],
  ] as const) {
    const at = text.lastIndexOf(name)
    if (at < 0) continue
    const head = readWhole(text.slice(0, at))
    const rest = readWhole(text.slice(at + 1))
    return head === null || rest === null ? null : head * size + rest
  }
  const value = readGroup(text)
  return Number.isInteger(value) ? BigInt(value) : null
}

/**
 * The exact decimal in 元 that capital numerals say, with two decimals: 壹仟肆佰零玖圆伍角整 →
 * `1409.50`. Accepts 元 and 圆, 整 and 正, a leading 人民币 and 负; null when it is no amount.
 */
export function readChineseAmount(text: string): string | null {
  const tidy = text.replace(/[\s:：]|人民币|[整正]/g, '')
  const match = /^(负?)(?:(.+?)[元圆圓])?(?:(.)角)?零?(?:(.)分)?$/.exec(tidy)
  if (!match || tidy === '' || tidy === '负') return null
  const [, sign = '', head = '零', jiao = '零', fen = '零'] = match
  const whole = readWhole(head)
  const cents = [jiao, fen].map((digit) => values[digit])
  if (whole === null || cents.some((digit) => digit === undefined)) return null
  return `${sign && '-'}${whole}.${cents.join('')}`
}
