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
]

const zipped: Readonly<Record<string, string>> = {
  '.ofd': 'application/ofd',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
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
  return extension === '.txt' ? 'text/plain' : 'application/octet-stream'
}
