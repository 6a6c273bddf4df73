/**
 * A block copied from Excel or a web table, as cells. Spreadsheets put tabs between cells, line ends
 * between rows, and quote a cell that contains either. Pure.
 */

/** The cells of a pasted text, row by row; a single cell yields one row of one. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [['']]
  let quoted = false
  const put = (part: string) => {
    const row = rows.at(-1) as string[]
    row[row.length - 1] += part
  }
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string
    const start = rows.at(-1)?.at(-1) === ''
    if (quoted && char === '"' && text[at + 1] === '"') put(text[++at] as string)
    else if (quoted && char === '"') quoted = false
    else if (!quoted && char === '"' && start && closes(text, at)) quoted = true
    else if (!quoted && char === '\t') rows.at(-1)?.push('')
    else if (!quoted && char === '\n') rows.push([''])
    else if (char !== '\r') put(char)
  }
  const last = rows.at(-1)
  if (rows.length > 1 && last?.length === 1 && last[0] === '') rows.pop()
  return rows
}

/** Whether the quote opened at `at` ends where a cell ends; otherwise it is a plain character. */
const closes = (text: string, at: number) => /^"(?:[^"]|"")*"(?:[\t\r\n]|$)/.test(text.slice(at))

/** True where the text is a block, not a word that belongs into one cell. */
export const isBlock = (text: string) => /\t|\n(?=.)/.test(text.replace(/\r/g, ''))
