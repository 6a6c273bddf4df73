/** The watermark of copies: the same words slantwise all over the sheet, pale enough to read through. */
import { page } from '../form/measure.ts'
import type { PdfOut } from './pdf-out.ts'
import { matrixText, num } from './pdf-text.ts'
import { foot } from './place.ts'
import type { VolumeFont } from './volume-font.ts'

const look = { points: 20, angle: Math.PI / 6, grey: 0.45, opacity: 0.3, lines: 150 } as const

/** Writes the watermark's form and answers with its object number. */
export async function writeWatermark(text: string, font: VolumeFont, out: PdfOut): Promise<number> {
  const { points, angle, grey, opacity, lines } = look
  const step = font.width(text, points) + 3 * points
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const reach = Math.hypot(page.width, page.height)
  const shown = font.encoded(text)
  const rows: string[] = []
  for (let y = -page.width * sin; y < reach; y += lines) {
    const shift = Math.round(y / lines) % 2 === 0 ? 0 : step / 2
    for (let x = -shift; x < reach; x += step) {
      const place = matrixText([cos, sin, -sin, cos, x * cos - y * sin, x * sin + y * cos])
      rows.push(`BT /F ${points} Tf ${place} Tm ${shown} Tj ET`)
    }
  }
  const drawn = Buffer.from(`/G gs ${grey} g\n${rows.join('\n')}`, 'latin1')
  return out.stream(
    `/Type/XObject/Subtype/Form/BBox[0 ${num(foot)} ${num(page.width)} ${num(page.height)}]` +
      `/Resources<</Font<</F ${font.number} 0 R>>/ExtGState<</G<</ca ${opacity}>>>>>>`,
    drawn,
  )
}
