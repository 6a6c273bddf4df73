/** A cell of a CSV file that no spreadsheet calculates. Pure. */

/**
 * A cell that begins like a formula gets an apostrophe before it. Excel keeps fifteen digits of a
 * number: longer ones are made text by a tab.
 */
export function cell(value: string): string {
  const safe = /^\d{12,}$/.test(value)
    ? `\t${value}`
    : /^[=+\-@＝＋－＠\t\r\n]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value)
      ? `'${value}`
      : value
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
