/**
 * Tables → an Excel workbook, the one place that knows the library. A cell is text or an exact
 * number; no text ever becomes a formula, in Excel or in whatever opens the file after it.
 */

/** Text, or an exact decimal that is written as a number. */
export type SheetCell = string | { readonly number: string }

export type Sheet = {
  /** Title of the tab; at most 31 characters without `[]:*?/\`. */
  readonly name: string
  /** Printed above the header row, over the whole width, or an empty string. */
  readonly title: string
  /** `width` in characters of the standard face. */
  readonly columns: readonly { readonly label: string; readonly width: number }[]
  readonly rows: readonly (readonly SheetCell[])[]
}

/** An apostrophe before these keeps them text when the cell is edited or the sheet saved as CSV. */
const startsFormula = /^[=+\-@\t\r]/

/** A signed number or a telephone number computes nothing. */
const harmless = /^[+-][\d.,() -]*$/

const plain = (text: string): string =>
  startsFormula.test(text) && !harmless.test(text) ? `'${text}` : text

/** A number only where a double holds it exactly; longer ones stay text. */
const cellValue = (cell: SheetCell): string | number => {
  if (typeof cell === 'string') return plain(cell)
  const value = Number(cell.number)
  return Number.isFinite(value) && cell.number.replace(/^-|\D/g, '').length <= 15
    ? value
    : cell.number
}

/** The workbook's bytes. The instant `at` is its date of creation. */
export async function workbookOf(sheets: readonly Sheet[], at: Date): Promise<Uint8Array> {
  // The library is large: only who writes a workbook pays for it.
  const { Workbook } = await import('@cj-tech-master/excelts')
  const book = new Workbook()
  book.creator = '申报匣'
  book.created = at
  book.modified = at
  for (const { name, title, columns, rows } of sheets) {
    const sheet = book.addWorksheet(name)
    columns.forEach(({ width }, index) => {
      sheet.getColumn(index + 1).width = width
    })
    if (title) {
      sheet.addRow([plain(title)]).font = { bold: true, size: 14 }
      sheet.mergeCells(1, 1, 1, Math.max(1, columns.length))
    }
    sheet.addRow(columns.map(({ label }) => plain(label))).font = { bold: true }
    for (const row of rows) sheet.addRow(row.map(cellValue))
    sheet.eachRow((row) => {
      row.alignment = { vertical: 'middle', wrapText: true }
    })
    sheet.views = [{ state: 'frozen', ySplit: title ? 2 : 1 }]
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}
