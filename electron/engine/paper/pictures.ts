/**
 * Pictures as drawings: one page each, at the picture's own proportions, turned as it was taken.
 * What PDF can hold goes in as it is packed.
 */
import { bmpRaster } from './bmp.ts'
import { jpegOf } from './jpeg.ts'
import type { PdfOut } from './pdf-out.ts'
import type { Drawing } from './pdf-pages.ts'
import { UnusablePdf } from './pdf-source.ts'
import { type Matrix, matrixText } from './pdf-text.ts'
import { pngRaster } from './png.ts'
import { tiffRasters } from './tiff.ts'

/** A picture as PDF holds it. */
export type Raster = {
  readonly width: number
  readonly height: number
  /** Colour space, in PDF's notation. */
  readonly space: string
  readonly bits: number
  /** Filter and its parameters, in PDF's notation. */
  readonly packing: string
  /** The picture from its head down, in one piece or in several. */
  readonly bands: readonly { readonly height: number; readonly bytes: Uint8Array }[]
  /** 1 to 8, as EXIF counts them. */
  readonly orientation: number
  readonly dpi: number | null
}

/** What a picture is taken to have where it does not say. */
const usualDpi = 150

const jpegSpaces = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK' } as const

export function jpegRaster(bytes: Buffer): Raster | null {
  const jpeg = jpegOf(bytes)
  if (!jpeg) return null
  const decode = jpeg.inverted ? '/Decode[1 0 1 0 1 0 1 0]' : ''
  const packing = `/Filter/DCTDecode${decode}`
  const bands = [{ height: jpeg.height, bytes }]
  return { ...jpeg, space: jpegSpaces[jpeg.channels], bits: 8, packing, bands }
}

const one = (raster: Raster | null): readonly Raster[] => (raster ? [raster] : [])

const readers: Readonly<Record<string, (bytes: Buffer) => readonly Raster[]>> = {
  'image/jpeg': (bytes) => one(jpegRaster(bytes)),
  'image/png': (bytes) => one(pngRaster(bytes)),
  'image/bmp': (bytes) => one(bmpRaster(bytes)),
  'image/tiff': tiffRasters,
}

export const isPicture = (media: string): boolean => Object.hasOwn(readers, media)

/** The unit square on `width` × `height`, turned and mirrored as EXIF's numbers say. */
export function held(orientation: number, width: number, height: number): Matrix {
  switch (orientation) {
    case 2:
      return [-width, 0, 0, height, width, 0]
    case 3:
      return [-width, 0, 0, -height, width, height]
    case 4:
      return [width, 0, 0, -height, 0, height]
    case 5:
      return [0, -height, -width, 0, width, height]
    case 6:
      return [0, -height, width, 0, 0, height]
    case 7:
      return [0, height, width, 0, 0, 0]
    case 8:
      return [0, height, -width, 0, width, 0]
    default:
      return [width, 0, 0, height, 0, 0]
  }
}

/** Writes the pictures of a file, one for each of its pages. Throws UnusablePdf. */
export async function* pictureDrawings(
  bytes: Buffer,
  media: string,
  out: PdfOut,
): AsyncGenerator<Drawing> {
  const rasters = readers[media]?.(bytes) ?? []
  if (rasters.length === 0) throw new UnusablePdf('picture')
  for (const raster of rasters) yield await drawingOfRaster(raster, out)
}

/** A piece of a picture as an object; `more` are entries of its dictionary. */
export const writeBand = (
  { width, space, bits, packing }: Raster,
  { height, bytes }: Raster['bands'][number],
  out: PdfOut,
  more = '',
): Promise<number> =>
  out.stream(
    `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace${space}` +
      `/BitsPerComponent ${bits}${packing}${more}`,
    bytes,
  )

async function drawingOfRaster(raster: Raster, out: PdfOut): Promise<Drawing> {
  const { width, height, bands, orientation, dpi } = raster
  const parts: [string, number][] = []
  const operators: string[] = []
  let above = 0
  for (const band of bands) {
    const number = await writeBand(raster, band, out)
    above += band.height
    const name = `P${parts.length}`
    const share: Matrix = [1, 0, 0, band.height / height, 0, 1 - above / height]
    parts.push([name, number])
    operators.push(`q ${matrixText(share)} cm /${name} Do Q`)
  }
  const points = 72 / (dpi ?? usualDpi)
  const sides = [width * points, height * points] as const
  const [across, down] = orientation > 4 ? [sides[1], sides[0]] : sides
  return {
    box: [0, 0, across, down],
    turn: 0,
    parts,
    operators: `${matrixText(held(orientation, across, down))} cm\n${operators.join('\n')}`,
    leftOut: 0,
  }
}
