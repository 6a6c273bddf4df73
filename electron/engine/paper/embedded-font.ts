/**
 * A face embedded once in a volume, with the characters that were asked of it, whoever asked. Each
 * character has a code of its own, so that what is copied out of the volume is what was printed.
 */
import { deflateSync } from 'node:zlib'
import type { Subset } from 'fontkit'
import type { Face } from '../form/fonts.ts'
import type { PdfOut } from './pdf-out.ts'

export type EmbeddedFont = {
  /** Object number of the font; it must be written before the volume is finished. */
  readonly number: number
  /**
   * The code of a character, in hex. One that the face lacks is shown by `stand`'s shape, or by none,
   * and copied as itself. Null where no code is left.
   */
  readonly code: (sign: string, stand?: string) => string | null
  /** In ems. */
  readonly width: (sign: string) => number
  readonly write: () => Promise<void>
}

type Glyph = { readonly code: number; readonly id: number; readonly width: number }

const mostCodes = 0xffff
const codeText = (value: number) => value.toString(16).toUpperCase().padStart(4, '0')
const point = (sign: string) => sign.codePointAt(0) ?? 0

export const hasSign = ({ font }: Face, sign: string): boolean =>
  font.hasGlyphForCodePoint(point(sign))

/** Begins a font; `tag` is six capitals that no other font of the volume has. */
export function embedFont(face: Face, tag: string, out: PdfOut): EmbeddedFont {
  const { font } = face
  const number = out.reserve()
  let subset: Subset | null = null
  const glyphs = new Map<string, Glyph>()
  const widthOf = (sign: string) =>
    Math.round((font.glyphForCodePoint(point(sign)).advanceWidth / font.unitsPerEm) * 1000)
  const shown = (sign: string, stand: string) => (hasSign(face, sign) ? sign : stand)

  function code(sign: string, stand = ''): string | null {
    const known = glyphs.get(sign)
    if (known) return codeText(known.code)
    if (glyphs.size >= mostCodes) return null
    const drawn = shown(sign, stand)
    subset ??= font.createSubset()
    const id = drawn === '' ? 0 : subset.includeGlyph(font.glyphForCodePoint(point(drawn)).id)
    const glyph = { code: glyphs.size + 1, id, width: drawn === '' ? 1000 : widthOf(drawn) }
    glyphs.set(sign, glyph)
    return codeText(glyph.code)
  }
  return {
    number,
    code,
    width: (sign) => (glyphs.get(sign)?.width ?? 1000) / 1000,
    write: async () => {
      if (!subset) await out.object('null', number)
      else await writeFont(face, { tag, number, glyphs, file: subset.encode() }, out)
    },
  }
}

type Written = {
  readonly tag: string
  readonly number: number
  readonly glyphs: ReadonlyMap<string, Glyph>
  readonly file: Uint8Array
}

/** A composite font whose codes are counted in the order in which characters were asked for. */
async function writeFont(
  { font }: Face,
  { tag, number, glyphs, file }: Written,
  out: PdfOut,
): Promise<void> {
  const em = (value: number) => Math.round((value / font.unitsPerEm) * 1000)
  const name = `/${tag}+${font.postscriptName}`
  const { minX, minY, maxX, maxY } = font.bbox
  const program = await out.stream(`/Filter/FlateDecode/Length1 ${file.length}`, deflateSync(file))
  const descriptor = await out.object(
    `<</Type/FontDescriptor/FontName${name}/Flags 4/ItalicAngle 0/StemV 80` +
      `/FontBBox[${[minX, minY, maxX, maxY].map(em).join(' ')}]/Ascent ${em(font.ascent)}` +
      `/Descent ${em(font.descent)}/CapHeight ${em(font.ascent)}/FontFile2 ${program} 0 R>>`,
  )
  const all = [...glyphs.values()]
  const places = Buffer.alloc(2 * (all.length + 1))
  for (const { code, id } of all) places.writeUInt16BE(id, 2 * code)
  const map = await out.stream('/Filter/FlateDecode', deflateSync(places))
  const descendant = await out.object(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont${name}/CIDToGIDMap ${map} 0 R` +
      '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>' +
      `/FontDescriptor ${descriptor} 0 R/DW 1000/W[1[${all.map(({ width }) => width).join(' ')}]]>>`,
  )
  const unicode = await out.stream('', Buffer.from(toUnicode(glyphs), 'latin1'))
  await out.object(
    `<</Type/Font/Subtype/Type0/BaseFont${name}/Encoding/Identity-H` +
      `/DescendantFonts[${descendant} 0 R]/ToUnicode ${unicode} 0 R>>`,
    number,
  )
}

/** Which character each code stands for, so that text can be searched and copied. */
function toUnicode(glyphs: ReadonlyMap<string, Glyph>): string {
  const lines = [...glyphs].map(([sign, { code }]) => {
    const units = Buffer.from(sign, 'utf16le').swap16().toString('hex')
    return `<${codeText(code)}><${units}>`
  })
  // A block holds a hundred at most.
  const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, at) => {
    const block = lines.slice(at * 100, at * 100 + 100)
    return `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`
  })
  return (
    '/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n' +
    '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n' +
    '/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n' +
    `1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n${blocks.join('')}` +
    'endcmap CMapName currentdict/CMap defineresource pop end end\n'
  )
}
