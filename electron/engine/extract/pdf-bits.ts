/** The one black-and-white picture of a PDF, as its bits. */
import { openPdf } from './pdf.ts'
import { decoded, drawnOn } from './pdf-pictures.ts'

/** A row begins on a byte; 1 is white. */
export type Bits = { readonly bits: Uint8Array; readonly width: number; readonly height: number }

/** Null where it cannot be decoded or is no picture of one bit a pixel. */
export async function bitsIn(bytes: Buffer, assets: string): Promise<Bits | null> {
  const task = openPdf(bytes, assets)
  try {
    const page = await (await task.promise).getPage(1)
    const [drawn] = await drawnOn(page)
    const picture = drawn ? await decoded(page, drawn.id) : null
    if (!picture?.data || picture.kind !== 1) return null
    return { bits: Uint8Array.from(picture.data), width: picture.width, height: picture.height }
  } catch {
    return null
  } finally {
    await task.destroy()
  }
}
