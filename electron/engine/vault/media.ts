/** Tells a file's media type from its first bytes; the name only separates kinds of ZIP. */
import { extname } from 'node:path'

const starts: readonly (readonly [string, string])[] = [
  ['255044462d', 'application/pdf'],
  ['89504e470d0a1a0a', 'image/png'],
  ['ffd8ff', 'image/jpeg'],
  ['474946383761', 'image/gif'],
  ['474946383961', 'image/gif'],
  ['49492a00', 'image/tiff'],
  ['4d4d002a', 'image/tiff'],
  ['424d', 'image/bmp'],
  ['3c3f786d6c', 'application/xml'],
  ['efbbbf3c3f786d6c', 'application/xml'],
  ['d0cf11e0a1b11ae1', 'application/x-ole-storage'],
  ['526172211a07', 'application/vnd.rar'],
  ['377abcaf271c', 'application/x-7z-compressed'],
  ['1f8b08', 'application/gzip'],
]

const zipped: Readonly<Record<string, string>> = {
  '.ofd': 'application/ofd',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.docm': 'application/vnd.ms-word.document.macroEnabled.12',
  '.xlsm': 'application/vnd.ms-excel.sheet.macroEnabled.12',
}

/** How many first bytes `mediaOf` looks at. */
export const mediaBytes = 16

/** `application/octet-stream` where neither bytes nor name tell. */
export function mediaOf(head: Uint8Array, name: string): string {
  const hex = Buffer.from(head.subarray(0, mediaBytes)).toString('hex')
  const extension = extname(name).toLowerCase()
  if (hex.startsWith('504b0304')) return zipped[extension] ?? 'application/zip'
  const found = starts.find(([start]) => hex.startsWith(start))
  if (found) return found[1]
  return ['.txt', '.csv'].includes(extension) ? 'text/plain' : 'application/octet-stream'
}
