/**
 * Faces of an OFD: which kind of type a name means, and the shapes of the characters where the file
 * brings its face. Foreign faces are read here and never handed to the page.
 */
import type { Font } from 'fontkit'
import type { FaceKind, PathData } from '../../../../shared/model/drawing.ts'
import { bytesAt, textOf } from '../ofd-package.ts'
import type { XmlNode } from '../read-document.ts'
import { childrenOf } from '../xml.ts'
import type { Resources } from './resources.ts'

const kinds: readonly (readonly [FaceKind, RegExp])[] = [
  ['kai', /楷|kai/i],
  ['fang', /仿|fang/i],
  ['mono', /cour|mono|consol/i],
  ['sans', /arial|helvet|tahoma|calibri|verdana|dejavu ?sans/i],
  ['hei', /黑|hei|gothic|圆|youyuan|苹方|pingfang|sans/i],
  ['serif', /times|roman|georgia|garamond/i],
]

/** 宋体 for every name that means no other. */
export const kindOfFace = (name: string): FaceKind =>
  kinds.find(([, pattern]) => pattern.test(name))?.[0] ?? 'song'

/** Where each character's baseline begins. */
export type Spot = { readonly character: string; readonly x: number; readonly y: number }

export type Face = {
  readonly kind: FaceKind
  readonly bold: boolean
  readonly italic: boolean
  /** Null where the face is not in the file, or lacks one of the glyphs. */
  readonly outline: (spots: readonly Spot[], size: number, glyphs: Glyphs) => PathData | null
}

/** Glyph numbers by the character's place in the object, where the file names them. */
export type Glyphs = ReadonlyMap<number, number>

export function glyphsOf(object: XmlNode): Glyphs {
  const all = new Map<number, number>()
  for (const { attributes, children } of childrenOf(object, 'CGTransform')) {
    const start = Number(attributes.CodePosition) || 0
    const text = children.find(({ name }) => name === 'Glyphs')?.text ?? ''
    const numbers = text.trim().split(/\s+/).filter(Boolean).map(Number)
    numbers.forEach((glyph, at) => {
      if (Number.isInteger(glyph) && glyph >= 0 && glyph < 65_536) all.set(start + at, glyph)
    })
  }
  return all
}

const letters: Readonly<Record<string, string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
}

const short = (value: number): number => Math.round(value * 1000) / 1000

function shapeOf(font: Font, glyph: number, { x, y }: Spot, size: number): string {
  const scale = size / font.unitsPerEm
  return font
    .getGlyph(glyph)
    .path.commands.map(({ command, args }) => {
      const places = args.map((value, at) =>
        short(at % 2 === 0 ? x + value * scale : y - value * scale),
      )
      return `${letters[command] ?? 'L'}${places.join(' ')}`
    })
    .join('')
}

/** Everything that a hostile face can do to its reader ends here as no face. */
async function fontIn(bytes: Buffer): Promise<Font | null> {
  try {
    const { create } = await import('fontkit')
    const font = create(bytes)
    return 'unitsPerEm' in font && font.unitsPerEm > 0 ? font : null
  } catch {
    return null
  }
}

function outlineWith(font: Font, spots: readonly Spot[], size: number, glyphs: Glyphs) {
  try {
    const shapes = spots.map((spot, at) => {
      const code = spot.character.codePointAt(0) ?? 0
      const glyph =
        glyphs.get(at) ??
        (font.hasGlyphForCodePoint(code) ? font.glyphForCodePoint(code).id : undefined)
      if (glyph === undefined) throw new RangeError(`no glyph for ${code}`)
      return shapeOf(font, glyph, spot, size)
    })
    return shapes.join('')
  } catch {
    return null
  }
}

/** The face of an id; 宋体 for an id that the file does not explain. */
export async function faceOf({ zip, fonts }: Resources, id: string | undefined): Promise<Face> {
  const entry = fonts.get(id ?? '')
  const { FontName = '', FamilyName = '', Bold, Italic } = entry?.node.attributes ?? {}
  const file = entry && bytesAt(zip, entry.from, textOf(entry.node, 'FontFile'))
  const font = file ? await fontIn(file.bytes) : null
  return {
    kind: kindOfFace(`${FontName} ${FamilyName}`),
    bold: Bold === 'true' || /bold|粗/i.test(FontName),
    italic: Italic === 'true' || /italic|oblique/i.test(FontName),
    outline: (spots, size, glyphs) => (font ? outlineWith(font, spots, size, glyphs) : null),
  }
}
