/**
 * A page as a list of things to draw: numbers, colours and characters, never markup of the file it
 * was read from. Lengths are in the paper's own unit (millimetres of an OFD), `y` downwards.
 */

/** a b c d e f, as in SVG: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number]

/** `color` is #rrggbb; `alpha` from 0 to 1. */
export type Ink = { readonly color: string; readonly alpha: number }

export type Stroke = Ink & {
  readonly width: number
  readonly cap: 'butt' | 'round' | 'square'
  readonly join: 'miter' | 'round' | 'bevel'
  readonly miter: number
  readonly dash: readonly number[]
  readonly dashOffset: number
}

/** Commands M L Q C A Z with numbers and nothing else. */
export type PathData = string

export type Area = {
  readonly path: PathData
  readonly matrix: Matrix | null
  readonly evenOdd: boolean
}

/** Kinds of type; the page has a face for each. */
export type FaceKind = 'song' | 'hei' | 'kai' | 'fang' | 'serif' | 'sans' | 'mono'

export type DrawnText = {
  readonly shape: 'text'
  readonly characters: string
  /** Baseline of each character; of the first alone where the face's own advances are meant. */
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly size: number
  /** Horizontal stretch of the characters; 1 for none. */
  readonly stretch: number
  /** Degrees by which each character is turned, clockwise. */
  readonly turn: number
  readonly face: FaceKind
  readonly bold: boolean
  readonly italic: boolean
  readonly fill: Ink | null
  readonly stroke: Stroke | null
  /** The characters' own shapes where the file brings its face; they are drawn instead of letters. */
  readonly outline: PathData | null
}

export type DrawnPath = {
  readonly shape: 'path'
  readonly path: PathData
  readonly evenOdd: boolean
  readonly fill: Ink | null
  readonly stroke: Stroke | null
}

/** A picture over the unit square, its top left corner at 0 0. */
export type DrawnImage = {
  readonly shape: 'image'
  readonly media: 'image/png' | 'image/jpeg' | 'image/bmp' | 'image/gif'
  readonly base64: string
}

export type DrawnGroup = { readonly shape: 'group'; readonly parts: readonly Drawn[] }

export const blends = ['normal', 'multiply', 'darken', 'screen', 'lighten', 'overlay'] as const
export type Blend = (typeof blends)[number]

export type Drawn = {
  readonly content: DrawnText | DrawnPath | DrawnImage | DrawnGroup
  readonly matrix: Matrix | null
  /** Nothing is drawn outside any of these, each the union of its areas; outside `matrix`. */
  readonly clips: readonly (readonly Area[])[]
  readonly alpha: number
  readonly blend: Blend
}

export type Drawing = {
  /** x, y, width and height of the sheet. */
  readonly box: readonly [number, number, number, number]
  readonly parts: readonly Drawn[]
  /** Seals whose pictures are drawn; whether they are genuine is nowhere checked. */
  readonly seals: number
  /** Objects that could not be drawn. */
  readonly leftOut: number
}
