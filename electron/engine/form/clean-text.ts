/**
 * Makes any string printable as plain text: line ends unified, tabs to spaces, and everything that
 * has no shape of its own taken out (control characters, directions, zero widths, variation
 * selectors), so that an answer cannot turn round, hide or overprint what stands beside it.
 */
const invisible =
  /[\p{Cc}\p{Cs}\p{Variation_Selector}\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu

/** Text whose only control character is the line feed. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(/[\t\u00A0\u202F\u2007]/g, ' ')
    .replace(invisible, (sign) => (sign === '\n' ? sign : ''))
}

/** The paragraphs of a text: its lines without those that are empty at either end. */
export function paragraphs(text: string): readonly string[] {
  const lines = cleanText(text)
    .split('\n')
    .map((line) => line.trim())
  const first = lines.findIndex((line) => line !== '')
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1)
}
