/** The one face that a volume's page numbers, codes and watermarks are set in, embedded once. */
import { deflateSync } from 'node:zlib'
import type { Face, FaceName, Faces } from '../form/fonts.ts'
import type { PdfOut } from './pdf-out.ts'

export type VolumeFont = {
  /** Object number of the font. */
  readonly number: number
  /** Text as the font's own codes; only characters of the texts it was made for. */
  readonly encoded: (text: string) => string
  /** In points. */
  readonly width: (text: string, size: number) => number
}

const order: readonly FaceName[] = ['fangsong', 'song', 'hei', 'kai']
/** 下鱼尾: what Chinese printers put where they lack a character. */
const stand = '〓'

const hex = (value: number) => value.toString(16).toUpperCase().padStart(4, '0')
const has = ({ font }: Face, sign: string) => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0)

/** The first face that has all of the characters, or the first of all. */
function faceFor({ faces }: Faces, signs: ReadonlySet<string>): Face {
  const known = order.flatMap((name) => faces.get(name) ?? [])
  const face = known.find((each) => [...signs].every((sign) => has(each, sign))) ?? known[0]
  if (!face) throw new RangeError('no face')
  return face
}

type Glyphs = ReadonlyMap<string, { readonly id: number; readonly width: number }>

/** Embeds what is needed to print `texts`. */
export async function volumeFont(
  all: Faces,
  texts: readonly string[],
  out: PdfOut,
): Promise<VolumeFont> {
  const signs = new Set([...texts.join(''), stand])
  const face = faceFor(all, signs)
  const { font } = face
  const subset = font.createSubset()
  const glyphs: Glyphs = new Map(
    [...signs].map((sign) => {
      const glyph = font.glyphForCodePoint(sign.codePointAt(0) ?? 0)
      const width = Math.round((glyph.advanceWidth / font.unitsPerEm) * 1000)
      return [sign, { id: subset.includeGlyph(glyph.id), width }]
    }),
  )
  const glyphOf = (sign: string) => {
    const glyph = glyphs.get(has(face, sign) ? sign : stand)
    if (!glyph) throw new RangeError(`not embedded: ${sign}`)
    return glyph
  }
  const number = await writeFont(face, glyphs, subset.encode(), out)
  return {
    number,
    encoded: (text) => `<${[...text].map((sign) => hex(glyphOf(sign).id)).join('')}>`,
    width: (text, size) =>
      ([...text].reduce((sum, sign) => sum + glyphOf(sign).width, 0) * size) / 1000,
  }
}

/** A composite font whose codes are the subset's glyph numbers. */
async function writeFont(
  { font }: Face,
  glyphs: Glyphs,
  file: Uint8Array,
  out: PdfOut,
): Promise<number> {
  const em = (value: number) => Math.round((value / font.unitsPerEm) * 1000)
  const name = `/SBXAAA+${font.postscriptName}`
  const { minX, minY, maxX, maxY } = font.bbox
  const program = await out.stream(`/Filter/FlateDecode/Length1 ${file.length}`, deflateSync(file))
  const descriptor = await out.object(
    `<</Type/FontDescriptor/FontName${name}/Flags 4/ItalicAngle 0/StemV 80` +
      `/FontBBox[${[minX, minY, maxX, maxY].map(em).join(' ')}]/Ascent ${em(font.ascent)}` +
      `/Descent ${em(font.descent)}/CapHeight ${em(font.ascent)}/FontFile2 ${program} 0 R>>`,
  )
  const widths = [...glyphs.values()].map(({ id, width }) => `${id}[${width}]`).join('')
  const descendant = await out.object(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont${name}/CIDToGIDMap/Identity` +
      '/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>' +
      `/FontDescriptor ${descriptor} 0 R/DW 1000/W[${widths}]>>`,
  )
  const unicode = await out.stream('', Buffer.from(toUnicode(glyphs), 'latin1'))
  return out.object(
    `<</Type/Font/Subtype/Type0/BaseFont${name}/Encoding/Identity-H` +
      `/DescendantFonts[${descendant} 0 R]/ToUnicode ${unicode} 0 R>>`,
  )
}

/** Which character each code stands for, so that text can be searched and copied. */
function toUnicode(glyphs: Glyphs): string {
  const lines = [...glyphs].map(([sign, { id }]) => {
    const units = Buffer.from(sign, 'utf16le').swap16().toString('hex')
    return `<${hex(id)}><${units}>`
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
