/** Characters of a drawing, one by one at their places, so that they can be searched and copied. */
import type { DrawnText } from '../../../shared/model/drawing.ts'
import { exact } from './drawn-path.ts'
import type { Letter, VolumeFaces } from './volume-faces.ts'

export type SetText = {
  readonly operators: string
  readonly fonts: ReadonlyMap<string, number>
  /** A character that should be seen is not. */
  readonly missing: boolean
}

/** How far the head of a slanted letter leans over, and how much a letter without a bold face grows. */
const lean = 0.21
const growth = 1 / 36

/** What has no shape of its own and is none the worse for it. */
const isSilent = (sign: string) => /^[\s\p{Cc}\p{Cf}]$/u.test(sign)

/** PDF's ways to show letters. */
const mode = { fill: 0, stroke: 1, both: 2, none: 3 } as const

function modeOf({ outline, fill, stroke }: DrawnText): number {
  if (outline) return mode.none
  if (fill && stroke) return mode.both
  return fill ? mode.fill : stroke ? mode.stroke : mode.none
}

type Spot = {
  readonly letter: Letter
  readonly x: number
  readonly y: number
  /** Of the letter's width; less than 1 for one that is pressed into a typewriter's pitch. */
  readonly share: number
}

/** A typewriter's pitch, which no face here has: wide letters are pressed, narrow ones centred. */
const pitch = 0.6

type Fit = { readonly share: number; readonly before: number; readonly advance: number }

function fitOf({ face, turn }: DrawnText, { width }: Letter): Fit {
  if (face !== 'mono' || turn !== 0 || width >= 1) return { share: 1, before: 0, advance: width }
  const share = Math.min(1, pitch / width)
  return { share, before: (pitch - width * share) / 2, advance: pitch }
}

/** The face's own advances where only the first character's place is told. */
function spotsOf(text: DrawnText, faces: VolumeFaces): Spot[] {
  const signs = Array.from(text.characters)
  const isLoose = text.x.length < signs.length
  let x = text.x[0] ?? 0
  return signs.flatMap((sign, at) => {
    const place = { x: isLoose ? x : (text.x[at] ?? x), y: text.y[isLoose ? 0 : at] ?? 0 }
    const letter = faces.letter(sign, text.face, text.bold)
    if (!letter) return []
    const { share, before, advance } = fitOf(text, letter)
    const em = text.size * text.stretch
    x += advance * em
    return [{ letter, share, x: place.x + before * em, y: place.y }]
  })
}

/** `matrix` of a letter without its place: across and up, `y` counting downwards. */
function slant({ size, stretch, turn, italic }: DrawnText, share: number): string {
  const radians = (turn * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians) * size, Math.sin(radians) * size]
  const up = italic ? [sin + lean * cos, lean * sin - cos] : [sin, -cos]
  return [share * stretch * cos, share * sin, stretch * (up[0] ?? 0), up[1] ?? 0]
    .map((value) => exact(value, 7))
    .join(' ')
}

/** The colours are set already; those of the fill are also the line's where there is no line. */
export function textOperators(text: DrawnText, faces: VolumeFaces): SetText {
  const spots = spotsOf(text, faces)
  const shown = modeOf(text)
  const fonts = new Map<string, number>()
  const parts = ['BT\n']
  let [font, drawn] = ['', -1]
  for (const { letter, x, y, share } of spots) {
    const grown = text.bold && !letter.bold && shown === mode.fill
    const next = grown ? mode.both : shown
    fonts.set(letter.font, letter.number)
    if (letter.font !== font) parts.push(`/${letter.font} 1 Tf\n`)
    if (next !== drawn) parts.push(`${next} Tr\n`)
    parts.push(`${slant(text, share)} ${exact(x)} ${exact(y)} Tm <${letter.code}> Tj\n`)
    font = letter.font
    drawn = next
  }
  const missing = shown !== mode.none && lacks(text, faces)
  const width = text.bold && !text.stroke ? `${exact(text.size * growth)} w\n` : ''
  return { operators: `${width}${parts.join('')}ET\n`, fonts, missing }
}

const lacks = ({ characters, face, bold }: DrawnText, faces: VolumeFaces): boolean =>
  Array.from(characters).some(
    (sign) => !isSilent(sign) && (faces.letter(sign, face, bold)?.missing ?? true),
  )
