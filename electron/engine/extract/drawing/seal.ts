/**
 * The picture of an electronic seal, out of the signed data that carries it (GM/T 0031). It is drawn
 * as the file has it; nothing here verifies the seal or its signature.
 */
import { DerError, type Element, readDer, readText } from '../../identity/der-read.ts'

export type SealPicture = { readonly type: string; readonly bytes: Buffer }

const types = new Set(['ofd', 'png', 'jpg', 'jpeg', 'bmp', 'gif'])

/** A picture is written as its type and its bytes, side by side. */
function pictureIn({ parts }: Element): SealPicture | null {
  const [type, bytes] = parts
  const name = type?.tag === 0x16 ? (readText(type) ?? '').toLowerCase() : ''
  if (bytes?.tag === 0x04 && types.has(name)) {
    return { type: name, bytes: Buffer.from(bytes.content) }
  }
  for (const part of parts) {
    const found = pictureIn(part)
    if (found) return found
  }
  return null
}

/** Null where the data holds none or is not as it should be. */
export function sealIn(data: Buffer): SealPicture | null {
  try {
    return pictureIn(readDer(data))
  } catch (error) {
    if (error instanceof DerError) return null
    throw error
  }
}
