/** QR codes out of pictures, by ZXing in WebAssembly. The module's bytes are handed in, never fetched. */
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** The texts of the QR codes in a picture file; none where it cannot be read. */
export type CodeReader = (picture: Uint8Array) => Promise<string[]>

/** A picture file (PGM) of shades of grey, a byte each, that `fill` writes. */
export function greyPicture(
  width: number,
  height: number,
  fill: (pixels: Uint8Array) => void,
): Uint8Array {
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1')
  const bytes = new Uint8Array(head.length + width * height)
  bytes.set(head)
  fill(bytes.subarray(head.length))
  return bytes
}

/** A reader on the module's bytes (`zxing_reader.wasm`). */
export function codeReader(wasm: Uint8Array): CodeReader {
  prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } })
  return async (picture) => {
    const found = await readBarcodes(picture, {
      formats: ['QRCode'],
      tryHarder: true,
      maxNumberOfSymbols: 4,
    })
    return found.filter(({ isValid }) => isValid).map(({ text }) => text)
  }
}
