/** Pictures of an OFD as the page can show them: PNG, JPEG, BMP, GIF as they lie, JBIG2 as PNG. */
import type { DrawnImage } from '../../../../shared/model/drawing.ts'
import { mediaOf } from '../../vault/media.ts'
import { imageLimits } from '../image.ts'
import { pictureOf } from '../image-size.ts'
import { bytesAt, textOf } from '../ofd-package.ts'
import { isJbig2, jbig2AsPng } from './jbig2.ts'
import type { Resources } from './resources.ts'

const shown = ['image/png', 'image/jpeg', 'image/bmp', 'image/gif'] as const

/** A picture whose decoding would take too much of the page's memory is not handed over. */
function isSmall(bytes: Buffer, media: string): boolean {
  if (media === 'image/gif') {
    return bytes.length > 10 && bytes.readUInt16LE(6) * bytes.readUInt16LE(8) <= 50_000_000
  }
  const picture = pictureOf(bytes, media)
  return picture?.memory != null && picture.memory <= imageLimits.memory
}

/** The bytes of a picture file as something to draw, or null. `assets` is pdf.js's folder. */
export async function imageIn(bytes: Buffer, assets: string): Promise<DrawnImage | null> {
  const plain = isJbig2(bytes) ? await jbig2AsPng(bytes, assets) : bytes
  if (!plain) return null
  const media = shown.find((each) => each === mediaOf(plain, ''))
  if (!media || !isSmall(plain, media)) return null
  return { shape: 'image', media, base64: plain.toString('base64') }
}

/** The picture of a resource, or null where there is none that can be shown. */
export async function imageOf(
  { zip, media }: Resources,
  id: string | undefined,
  assets: string,
): Promise<DrawnImage | null> {
  const entry = media.get(id ?? '')
  const place = textOf(entry?.node, 'MediaFile') || (entry?.node.attributes.MediaFile ?? '')
  const stored = entry && bytesAt(zip, entry.from, place)
  return stored ? imageIn(stored.bytes, assets) : null
}
