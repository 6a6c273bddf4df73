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

/** Longer paragraphs are set in pieces: laying one out takes time with the square of its length. */
const longestParagraph = 3000

/** The paragraphs of a text: its lines without those that are empty at either end. */
export function paragraphs(text: string): readonly string[] {
  const lines = cleanText(text)
    .split('\n')
    .map((line) => line.trim())
  const first = lines.findIndex((line) => line !== '')
  const last = lines.findLastIndex((line) => line !== '')
  return first < 0 ? [] : lines.slice(first, last + 1).flatMap(pieces)
}

/** Cuts after the last full stop that fits, or anywhere where there is none. */
function pieces(line: string): string[] {
  if (line.length <= longestParagraph) return [line]
  const stop = line.lastIndexOf('。', longestParagraph - 1)
  const end = stop < longestParagraph / 2 ? longestParagraph : stop + 1
  const whole = /[\uD800-\uDBFF]/.test(line[end - 1] ?? '') ? end - 1 : end
  return [line.slice(0, whole), ...pieces(line.slice(whole))]
}
