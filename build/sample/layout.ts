/** Small pieces that office papers are made of. */
import type { Content, TableCell } from 'pdfmake/interfaces.d.ts'
import { seal } from './seal.ts'

export function heading(text: string, size = 20, below = 16): Content {
  return { text, font: 'sans', fontSize: size, alignment: 'center', margin: [0, 6, 0, below] }
}

export function subheading(text: string): Content {
  return { text, font: 'sans', fontSize: 12, margin: [0, 10, 0, 6] }
}

/** A paragraph indented by two characters. */
export function paragraph(text: string): Content {
  return { text: `　　${text}`, lineHeight: 1.5, margin: [0, 0, 0, 4] }
}

export function right(text: string): Content {
  return { text, alignment: 'right', margin: [0, 0, 0, 3] }
}

/** A plain ruled table; the first row is its head. `amounts` names the columns set flush right. */
export function table(
  widths: (number | string)[],
  rows: readonly (readonly string[])[],
  amounts: readonly number[] = [],
  fontSize = 10,
  air = 1.5,
): Content {
  const body = rows.map((row, at) =>
    row.map(
      (text, column): TableCell => ({
        text,
        fontSize,
        font: at === 0 ? 'sans' : 'serif',
        alignment: at === 0 ? 'center' : amounts.includes(column) ? 'right' : 'left',
        margin: [0, air, 0, air],
      }),
    ),
  )
  return {
    table: { headerRows: 1, widths: widths as number[], body, dontBreakRows: true },
    layout: { hLineWidth: () => 0.6, vLineWidth: () => 0.6 },
    margin: [0, 4, 0, 10],
  }
}

/** Who signs and when, flush right, with a seal over it. */
export function signed(holder: string, day: string, below?: string): Content {
  return {
    unbreakable: true,
    stack: [
      seal(holder, 310, -18, below),
      { text: holder, alignment: 'right', margin: [0, 26, 0, 6] },
      { text: day, alignment: 'right', margin: [0, 0, 0, 40] },
    ],
  }
}

/** A cover page: lines of title in the middle, who and when below. */
export function cover(titles: readonly string[], lines: readonly string[]): Content[] {
  return [
    { text: '', margin: [0, 120, 0, 0] },
    ...titles.map((text) => heading(text, 24, 12)),
    { text: '', margin: [0, 200, 0, 0] },
    ...lines.map(
      (text, at): Content => ({
        text,
        alignment: 'center',
        fontSize: 14,
        margin: [0, 0, 0, 10],
        ...(at === lines.length - 1 ? { pageBreak: 'after' as const } : {}),
      }),
    ),
  ]
}
