/** QR codes out of pictures, by ZXing in WebAssembly. The module's bytes are handed in, never fetched. */
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

/** Red, green, blue and alpha of every pixel. */
export type Pixels = {
  readonly data: Uint8ClampedArray<ArrayBuffer>
  readonly width: number
  readonly height: number
}

/** The texts of the QR codes in a picture file or in pixels; none where it cannot be read. */
export type CodeReader = (picture: Uint8Array | Pixels) => Promise<string[]>

const isBytes = (picture: Uint8Array | Pixels): picture is Uint8Array =>
  picture instanceof Uint8Array

/** A reader on the module's bytes (`zxing_reader.wasm`). */
export function codeReader(wasm: Uint8Array): CodeReader {
  prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } })
  return async (picture) => {
    const input = isBytes(picture)
      ? Uint8Array.from(picture)
      : ({ colorSpace: 'srgb', ...picture } as ImageData)
    const found = await readBarcodes(input, {
      formats: ['QRCode'],
      tryHarder: true,
      maxNumberOfSymbols: 4,
    })
    return found.filter(({ isValid }) => isValid).map(({ text }) => text)
  }
}
