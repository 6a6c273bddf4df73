/** Sizes of the page and the type, in points. GB/T 9704 for the page, 三号 for the text. */

export const mm = (length: number) => (length * 72) / 25.4

/** A page and the block of text on it. */
export type PageFrame = {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly top: number
  readonly textWidth: number
  readonly textHeight: number
}

/** A4; the block of text is 156 × 225 mm, 37 mm from the top and 28 mm from the left. */
export const page: PageFrame = {
  width: mm(210),
  height: mm(297),
  left: mm(28),
  top: mm(37),
  textWidth: mm(156),
  textHeight: mm(225),
}

/** The same sheet turned, for wide tables. */
export const wide: PageFrame = {
  width: page.height,
  height: page.width,
  left: mm(36),
  top: mm(28),
  textWidth: page.textHeight,
  textHeight: page.textWidth,
}

/** Traditional sizes of type. */
export const size = { 二号: 22, 三号: 16, 四号: 14, 小四: 12, 五号: 10.5, 小五: 9 } as const

/** Space between a table's rule and its text. */
export const cellPadding = { side: 4, top: 2, bottom: 4 } as const
export const rule = 0.5

/** Height of one line over the size of its type; see `linePitch` of the typesetter. */
export const lineHeight = 1.437

/** Widths of the columns inside their padding, from shares of the `width` of the whole table. */
export function columnWidths(shares: readonly number[], width: number = page.textWidth): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0)
  const free = width - rule * (shares.length + 1) - 2 * cellPadding.side * shares.length
  const outer = free + 2 * cellPadding.side * shares.length
  return shares.map((share) => Math.max(1, (share / total) * outer - 2 * cellPadding.side))
}
