/** PDF's own notations for what a volume writes by itself. */

/** A number as PDF takes it: no exponent, three decimals at most. */
export const num = (value: number): string => {
  const text = value.toFixed(3).replace(/\.?0+$/, '')
  return text === '-0' ? '0' : text
}

/** A transformation matrix [a b c d e f]. */
export type Matrix = readonly [number, number, number, number, number, number]

/** Five decimals for what scales, so that nothing drifts across a page. */
export const matrixText = ([a, b, c, d, e, f]: Matrix): string =>
  `${[a, b, c, d].map((value) => Number(value.toFixed(6))).join(' ')} ${num(e)} ${num(f)}`

/** First `inner`, then `outer`. */
export const combined = (inner: Matrix, outer: Matrix): Matrix => {
  const [a, b, c, d, e, f] = inner
  const [p, q, r, s, t, u] = outer
  return [
    a * p + b * r,
    a * q + b * s,
    c * p + d * r,
    c * q + d * s,
    e * p + f * r + t,
    e * q + f * s + u,
  ]
}

/** A text string in UTF-16 with its mark. */
export const textString = (text: string): string => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()
  return `<${bytes.toString('hex').toUpperCase()}>`
}

const two = (value: number) => String(value).padStart(2, '0')

/** A date in universal time. */
export const dateString = (at: Date): string =>
  `(D:${at.getUTCFullYear()}${two(at.getUTCMonth() + 1)}${two(at.getUTCDate())}` +
  `${two(at.getUTCHours())}${two(at.getUTCMinutes())}${two(at.getUTCSeconds())}Z)`
