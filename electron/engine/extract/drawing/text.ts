/** Text objects: every character at its own place, as `DeltaX` and `DeltaY` say. */
import type { DrawnText } from '../../../../shared/model/drawing.ts'
import { advances } from '../ofd-page.ts'
import type { XmlNode } from '../read-document.ts'
import { childrenOf } from '../xml.ts'
import { type Face, glyphsOf, type Spot } from './face.ts'
import { colorOf, type Mixed, type Pen, strokeOf } from './ink.ts'
import { numberOf } from './matrix.ts'
import type { Resources } from './resources.ts'

/** Chinese characters are as wide as their size, others half; for texts that do not say. */
const natural = (character: string | undefined, size: number): number =>
  (character ?? '') > '\u2e7f' ? size : size / 2

/** What is no number, or farther than a sheet is wide, is no step. */
const step = (value: number | undefined, otherwise: number): number =>
  value === undefined ? otherwise : Math.abs(value) <= 1e4 ? value : 0

type Laid = { readonly spots: readonly Spot[]; readonly placed: boolean }

/** `placed` is false where only the first character's place is told. */
function lay(code: XmlNode, start: { x: number; y: number }, size: number): Laid {
  const acrosses = advances(code.attributes.DeltaX)
  const downs = advances(code.attributes.DeltaY)
  const characters = Array.from(code.spaced ?? code.text)
  const silent = acrosses.length + downs.length === 0
  let { x, y } = start
  const spots = characters.map((character, at) => {
    if (at > 0) {
      const missing = downs.length > 0 ? 0 : natural(characters[at - 1], size)
      x += step(acrosses[at - 1], missing)
      y += step(downs[at - 1], 0)
    }
    return { character, x, y }
  })
  return { spots, placed: !silent || characters.length < 2 }
}

const isTrue = (text: string | undefined, otherwise: boolean) =>
  text === undefined ? otherwise : text === 'true'

type Look = { readonly pen: Pen; readonly resources: Resources; readonly face: Face }

/** The inks of a text: filled in black unless it says otherwise. */
function inksOf(node: XmlNode, { pen, resources }: Look) {
  const stroked = isTrue(node.attributes.Stroke, false)
  const filled = isTrue(node.attributes.Fill, true)
  const fill = filled ? colorOf('FillColor', node, { pen, resources }, '#000000') : null
  const line = stroked ? colorOf('StrokeColor', node, { pen, resources }, null) : null
  return { fill, line }
}

type TextParts = { readonly text: DrawnText; readonly approximate: boolean }

const isRough = (ink: Mixed | null): boolean => ink?.approximate === true

/** One or more texts (each stretch without places of its own stands apart); empty ones are none. */
export function textsOf(node: XmlNode, look: Look): TextParts[] {
  const { attributes } = node
  const size = numberOf(attributes.Size, 0) || 3.175
  const stretch = numberOf(attributes.HScale, 0) || 1
  let start = { x: 0, y: 0 }
  const laid = childrenOf(node, 'TextCode').map((code) => {
    start = {
      x: numberOf(code.attributes.X, start.x),
      y: numberOf(code.attributes.Y, start.y),
    }
    return lay(code, start, size)
  })
  const exact = laid.filter(({ placed }) => placed).flatMap(({ spots }) => spots)
  const loose = laid.filter(({ placed }) => !placed).map(({ spots }) => spots)
  const { fill, line } = inksOf(node, look)
  const glyphs = glyphsOf(node)
  const draw = (spots: readonly Spot[], firstOnly: boolean): DrawnText => ({
    shape: 'text',
    characters: spots.map(({ character }) => character).join(''),
    x: (firstOnly ? spots.slice(0, 1) : spots).map(({ x }) => x),
    y: (firstOnly ? spots.slice(0, 1) : spots).map(({ y }) => y),
    size,
    stretch,
    turn: numberOf(attributes.CharDirection, 0),
    face: look.face.kind,
    bold: look.face.bold || Number(attributes.Weight) >= 600,
    italic: look.face.italic || attributes.Italic === 'true',
    fill: fill && { color: fill.color, alpha: fill.alpha },
    stroke: line && strokeOf(node, look.pen, line),
    outline: look.face.outline(spots, size, glyphs),
  })
  return [draw(exact, false), ...loose.map((spots) => draw(spots, true))]
    .filter(({ characters, outline }) => characters.trim() !== '' || outline)
    .map((text) => ({ text, approximate: isRough(fill) || isRough(line) }))
}
