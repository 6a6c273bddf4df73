/**
 * How text becomes what the full-text index holds, and what people type a question to it. Pure.
 *
 * [Note: Bigrams] Chinese has no spaces between words, and people look for any part of a name or a
 * number. So the index holds every two neighbouring characters, signs included, and a term of two or
 * more is found as a phrase of them: exactly, wherever it stands. White space is left out, because
 * the text of a PDF breaks in the middle of words. Numbers repeat the same few pairs over and over;
 * the column `codes` holds letters and digits in fours, so that a long number is found at once.
 */

/** Raised whenever the same text would be indexed otherwise: vaults are then indexed anew. */
export const catalogueVersion = 2

/** Stands between two texts, so that no phrase reaches across. */
const border = '\uF8FF'
/** ASCII signs would separate tokens: each stands for itself in the private use area. */
const signs = /[!-/:-@[-`{-~]/g
const asToken = (sign: string): string => String.fromCharCode(0xe000 + sign.charCodeAt(0))

/** Wide and narrow, upper and lower case, and 1,234 and 1234 are the same to a seeker. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, '')
    .replace(/(?<=\d),(?=\d{3})/g, '')

function grams(characters: readonly string[], size: number): string[] {
  const last = characters.length - size
  return Array.from({ length: Math.max(0, last + 1) }, (_, at) =>
    characters.slice(at, at + size).join(''),
  )
}

const charactersOf = (text: string): string[] => [...text.replace(signs, asToken)]

/** The pairs of a text; its last character stands alone, for those who type only one. */
function pairs(text: string): string {
  const characters = charactersOf(plain(text))
  const tail = characters.at(-1)
  return tail === undefined ? '' : [...grams(characters, 2), tail].join(' ')
}

const codesOf = (text: string): string[] =>
  [...plain(text).matchAll(/[0-9a-z]{4,}/g)].map(([run]) => grams([...run], 4).join(' '))

const bordered = (parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(` ${border} `)

/** What the columns `body` and `codes` hold of some texts. */
export const indexed = (texts: readonly string[]): { body: string; codes: string } => ({
  body: bordered(texts.map(pairs)),
  codes: bordered(texts.flatMap(codesOf)),
})

const phrase = (tokens: readonly string[]): string => `"${tokens.join(' ')}"`

/** Letters alone may be the initials of a name, and a few of them at a time are kept. */
function initialsQuery(letters: string): string {
  const size = Math.min(4, letters.length)
  return `initials : (${grams([...letters], size)
    .map((gram) => phrase([gram]))
    .join(' AND ')})`
}

function termQuery(term: string): string {
  const characters = charactersOf(term)
  if (characters.length === 1) return `body : ${phrase(characters)} *`
  if (/^[0-9a-z]{4,}$/.test(term)) return `codes : ${phrase(grams(characters, 4))}`
  return `body : ${phrase(grams(characters, 2))}`
}

const mayBeInitials = (term: string): boolean => /^(?=.*[a-z])[0-9a-z]{2,40}$/.test(term)

/** Most terms of one question; what is typed beyond is not looked for. */
const mostTerms = 8

/** The index's question for what was typed, terms apart by spaces; null when nothing was. */
export function textQuery(typed: string): string | null {
  const terms = typed.split(/\s+/).map(plain).filter(Boolean).slice(0, mostTerms)
  if (terms.length === 0) return null
  const each = terms.map((term) =>
    mayBeInitials(term) ? `(${termQuery(term)} OR ${initialsQuery(term)})` : `(${termQuery(term)})`,
  )
  return each.join(' AND ')
}

/** The same for initials alone; null unless there are two or more. */
export function initialsOnly(typed: string): string | null {
  const letters = plain(typed)
  return mayBeInitials(letters) ? initialsQuery(letters) : null
}
