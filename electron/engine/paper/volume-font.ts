/** The one face that a volume's page numbers, codes and watermarks are set in. */
import type { Face, FaceName, Faces } from '../form/fonts.ts'
import { embedFont, hasSign } from './embedded-font.ts'
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

/** The first face that has all of the characters, or the first of all. */
function faceFor({ faces }: Faces, signs: ReadonlySet<string>): Face {
  const known = order.flatMap((name) => faces.get(name) ?? [])
  const face = known.find((each) => [...signs].every((sign) => hasSign(each, sign))) ?? known[0]
  if (!face) throw new RangeError('no face')
  return face
}

/** Embeds what is needed to print `texts`. */
export async function volumeFont(
  all: Faces,
  texts: readonly string[],
  out: PdfOut,
): Promise<VolumeFont> {
  const signs = new Set(texts.join(''))
  const font = embedFont(faceFor(all, signs), 'SBXAAA', out)
  const codes = new Map([...signs].map((sign) => [sign, font.code(sign, stand)]))
  await font.write()
  const codeOf = (sign: string) => {
    const code = codes.get(sign)
    if (!code) throw new RangeError(`not embedded: ${sign}`)
    return code
  }
  return {
    number: font.number,
    encoded: (text) => `<${[...text].map(codeOf).join('')}>`,
    width: (text, size) => [...text].reduce((sum, sign) => sum + font.width(sign), 0) * size,
  }
}
