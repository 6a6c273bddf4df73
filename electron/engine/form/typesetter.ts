/**
 * Cuts text into runs of one face, so that no character is ever printed as a box: what the wanted
 * face lacks comes from the first other face that has it, and what none has stops the rendering
 * with its name. Every string of a form passes here; nothing else may reach the PDF.
 */
import { Fault } from '../../../shared/fault.ts'
import { cleanText } from '../../../shared/programme/clean-text.ts'
import type { Face, FaceName, Faces } from './fonts.ts'

/** What a text is for; each role has its official face. */
export type Role = 'body' | 'label' | 'chapter' | 'section' | 'title'

/** A run of one face, as pdfmake takes it. Plain strings and numbers only. */
export type Run = {
  text: string
  font: FaceName
  lineHeight: number
  wordBreak?: 'break-all'
}

export type Typesetter = {
  /** Runs of `text`. Throws Fault `form.glyph` naming the character and `field`. */
  readonly runs: (text: string, role: Role, field: string) => Run[]
  /** Width of `text` in ems, line ends and kerning left out of account. */
  readonly width: (text: string) => number
}

const wanted: Readonly<Record<Role, readonly FaceName[]>> = {
  body: ['fangsong', 'song', 'kai', 'hei', 'symbols'],
  label: ['hei', 'song', 'kai', 'symbols'],
  chapter: ['kai', 'song', 'hei', 'symbols'],
  section: ['hei', 'song', 'kai', 'symbols'],
  title: ['title', 'song', 'kai', 'symbols'],
}

/** One height of line for all faces: that of Noto Serif SC, so that a stray sign moves nothing. */
const linePitch = 1.437

/** More characters than this without a place to break are broken anywhere. */
const longestWord = 24
const words = /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu

/**
 * A typesetter of these faces. With `missing` 'named', a character that no face has is printed as
 * its code, [U+1F600], instead of stopping the work: for papers that list what others have named.
 */
export function typesetter({ faces }: Faces, missing: 'refused' | 'named' = 'refused'): Typesetter {
  const order = (role: Role) =>
    wanted[role].map((name) => faces.get(name)).filter((face) => face !== undefined)
  const widths = new Map<string, number>()
  const emOf = (sign: string) => {
    const known = widths.get(sign)
    if (known !== undefined) return known
    const face = order('body').find((candidate) => has(candidate, sign))
    const point = sign.codePointAt(0) ?? 0
    const em = face ? face.font.glyphForCodePoint(point).advanceWidth / face.font.unitsPerEm : 1
    widths.set(sign, em)
    return em
  }
  const printable = (text: string, role: Role) =>
    missing === 'named' ? namedSigns(cleanText(text), order(role)) : cleanText(text)
  return {
    runs: (text, role, field) => cut(printable(text, role), order(role), field),
    width: (text) => [...printable(text, 'body')].reduce((sum, sign) => sum + emOf(sign), 0),
  }
}

const namedSigns = (text: string, order: readonly Face[]): string =>
  [...text]
    .map((sign) =>
      sign === '\n' || order.some((face) => has(face, sign)) ? sign : `[${codeOf(sign)}]`,
    )
    .join('')

const has = (face: Face, sign: string) => face.font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0)

function cut(text: string, order: readonly Face[], field: string): Run[] {
  return wordRuns(text).flatMap(({ text: part, long }) => {
    const runs: Run[] = []
    let current: Face | undefined
    for (const sign of part) {
      const face = faceFor(sign, order, current, field)
      const last = runs.at(-1)
      // break-all cuts between UTF-16 units: a character of two units stands by itself.
      if (last && face === current && !(long && sign.length > 1)) last.text += sign
      else runs.push(run(sign, face, long && sign.length === 1))
      current = long && sign.length > 1 ? undefined : face
    }
    return runs
  })
}

function run(text: string, face: Face, breakAll: boolean): Run {
  const plain = { text, font: face.name, lineHeight: linePitch / face.pitch }
  return breakAll ? { ...plain, wordBreak: 'break-all' } : plain
}

/** A combining mark follows its base letter's face where that has it. */
function faceFor(sign: string, order: readonly Face[], current: Face | undefined, field: string) {
  if (sign === '\n') return current ?? (order[0] as Face)
  if (current && /\p{M}/u.test(sign) && has(current, sign)) return current
  const face = order.find((candidate) => has(candidate, sign))
  if (!face) throw new Fault('form.glyph', { character: sign, code: codeOf(sign), field })
  return face
}

const codeOf = (sign: string) =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Separates words too long for a line from the rest. */
function wordRuns(text: string): { text: string; long: boolean }[] {
  const parts: { text: string; long: boolean }[] = []
  let at = 0
  for (const match of text.matchAll(words)) {
    if (match[0].length <= longestWord) continue
    if (match.index > at) parts.push({ text: text.slice(at, match.index), long: false })
    parts.push({ text: match[0], long: true })
    at = match.index + match[0].length
  }
  if (at < text.length || parts.length === 0) parts.push({ text: text.slice(at), long: false })
  return parts
}
