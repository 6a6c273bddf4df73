/**
 * Writes strict DER: what certificates and signatures are made of. Every function returns the bytes
 * of one whole element. It must never produce a length or number in more than one way.
 */

export type Bytes = Uint8Array

/** Bytes one after another; no element of its own. */
export const join = (...parts: readonly Bytes[]): Bytes => new Uint8Array(Buffer.concat(parts))

function length(size: number): Bytes {
  if (size < 0x80) return Uint8Array.of(size)
  const digits = []
  for (let rest = size; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256)
  return Uint8Array.of(0x80 | digits.length, ...digits)
}

/** One element: tag, length, and the parts as its content. */
export function element(tag: number, ...parts: readonly Bytes[]): Bytes {
  const content = join(...parts)
  return join(Uint8Array.of(tag), length(content.length), content)
}

export const sequence = (...parts: readonly Bytes[]): Bytes => element(0x30, ...parts)

/** A SET OF: members in the order of their bytes. */
export const set = (...parts: readonly Bytes[]): Bytes =>
  element(0x31, ...parts.toSorted(Buffer.compare))

/** A context-specific, constructed element: `[n]`. */
export const tagged = (n: number, ...parts: readonly Bytes[]): Bytes => element(0xa0 | n, ...parts)

/** A number that is not negative, from its big-endian bytes. */
export function integer(...digits: readonly number[]): Bytes {
  const first = digits.findIndex((digit) => digit !== 0)
  const short = first < 0 ? [0] : digits.slice(first)
  return element(0x02, Uint8Array.of(...((short[0] ?? 0) > 0x7f ? [0, ...short] : short)))
}

/** An object identifier from its dotted form. */
export function oid(dotted: string): Bytes {
  const [a = 0, b = 0, ...rest] = dotted.split('.').map(Number)
  const bytes = [a * 40 + b, ...rest].flatMap((arc) => {
    const digits = [arc % 128]
    for (let more = Math.floor(arc / 128); more > 0; more = Math.floor(more / 128)) {
      digits.unshift((more % 128) | 0x80)
    }
    return digits
  })
  return element(0x06, Uint8Array.of(...bytes))
}

export const octets = (content: Bytes): Bytes => element(0x04, content)
export const bits = (unused: number, content: Bytes): Bytes =>
  element(0x03, Uint8Array.of(unused), content)
export const truth = (): Bytes => element(0x01, Uint8Array.of(0xff))
export const utf8 = (text: string): Bytes => element(0x0c, Buffer.from(text, 'utf8'))

/** An instant, to the second: UTCTime up to 2049, GeneralizedTime from then on, as X.509 wants. */
export function time(at: Date): Bytes {
  const digits = `${at.toISOString().slice(0, 19).replace(/\D/g, '')}Z`
  const short = at.getUTCFullYear() < 2050
  return element(short ? 0x17 : 0x18, Buffer.from(short ? digits.slice(2) : digits, 'latin1'))
}
