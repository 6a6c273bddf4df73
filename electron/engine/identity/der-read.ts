/**
 * Reads strict DER. Anything that could be written in a second way (long lengths, padded numbers,
 * unsorted sets, trailing bytes) is refused, so that no byte of a signature can change unnoticed.
 */
import type { Bytes } from './der-write.ts'

/** Why bytes are not strict DER. Callers turn it into their own reason; it never leaves the engine. */
export class DerError extends Error {}

export type Element = {
  readonly tag: number
  /** The whole element, tag and length included. */
  readonly whole: Bytes
  readonly content: Bytes
  /** Members of a constructed element; empty for a primitive one. */
  readonly parts: readonly Element[]
}

const deepest = 24

/** Reads exactly one element. Throws DerError when there is anything else, before or after. */
export function readDer(bytes: Bytes): Element {
  const { element, end } = readAt(bytes, 0, 0)
  if (end !== bytes.length) throw new DerError('trailing bytes')
  return element
}

function readAt(bytes: Bytes, at: number, depth: number): { element: Element; end: number } {
  if (depth > deepest) throw new DerError('nested too deeply')
  const tag = bytes[at]
  if (tag === undefined) throw new DerError('truncated')
  if ((tag & 0x1f) === 0x1f) throw new DerError('long tag')
  const { size, start } = readLength(bytes, at + 1)
  const end = start + size
  if (end > bytes.length) throw new DerError('truncated')
  const content = bytes.subarray(start, end)
  const parts = (tag & 0x20) === 0 ? [] : readParts(content, depth + 1)
  const element = { tag, whole: bytes.subarray(at, end), content, parts }
  checkForm(element)
  return { element, end }
}

function readParts(content: Bytes, depth: number): Element[] {
  const parts: Element[] = []
  for (let at = 0; at < content.length; ) {
    const { element, end } = readAt(content, at, depth)
    parts.push(element)
    at = end
  }
  return parts
}

function readLength(bytes: Bytes, at: number): { size: number; start: number } {
  const first = bytes[at]
  if (first === undefined) throw new DerError('truncated')
  if (first < 0x80) return { size: first, start: at + 1 }
  const count = first & 0x7f
  if (count === 0 || count > 4) throw new DerError('length form')
  let size = 0
  for (let i = 1; i <= count; i++) size = size * 256 + (bytes[at + i] ?? 0)
  if (size < 0x80 || size < 256 ** (count - 1)) throw new DerError('length not minimal')
  return { size, start: at + 1 + count }
}

const wellFormed: Readonly<Record<number, (element: Element) => boolean>> = {
  1: ({ content }) => content.length === 1 && (content[0] === 0 || content[0] === 0xff),
  2: ({ content: [first, second] }) => {
    if (first === undefined || second === undefined) return first !== undefined
    return first === 0 ? second > 0x7f : first !== 0xff || second < 0x80
  },
  5: ({ content }) => content.length === 0,
  6: ({ content }) => {
    const starts = content.filter((_, i) => i === 0 || (content[i - 1] ?? 0) < 0x80)
    return !starts.includes(0x80) && (content.at(-1) ?? 0x80) < 0x80
  },
  49: ({ parts }) =>
    parts.every(
      (part, i) => i === 0 || Buffer.compare((parts[i - 1] ?? part).whole, part.whole) <= 0,
    ),
}

/** A SEQUENCE or SET is constructed, any other universal type is not. */
function checkForm(element: Element): void {
  const { tag } = element
  const structure = (tag & 0x1f) === 0x10 || (tag & 0x1f) === 0x11
  const constructed = (tag & 0x20) !== 0
  if (tag < 0x40 && structure !== constructed) throw new DerError('constructed form')
  if (wellFormed[tag]?.(element) === false) throw new DerError('value form')
}

const latin1 = (bytes: Bytes): string => Buffer.from(bytes).toString('latin1')

/** An object identifier in dotted form. Throws DerError on another element. */
export function readOid(element: Element): string {
  if (element.tag !== 0x06) throw new DerError('object identifier expected')
  const arcs: number[] = []
  let arc = 0
  for (const byte of element.content) {
    arc = arc * 128 + (byte & 0x7f)
    if (byte < 0x80) {
      arcs.push(arc)
      arc = 0
    }
  }
  const [first = 0, ...rest] = arcs
  const top = Math.min(Math.floor(first / 40), 2)
  return [top, first - top * 40, ...rest].join('.')
}

/** UTCTime or GeneralizedTime in whole seconds with Z. Throws DerError on any other form. */
export function readTime(element: Element): Date {
  const text = latin1(element.content)
  const long = element.tag === 0x18
  const digits = long ? text : `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}`
  if ((element.tag !== 0x17 && !long) || !/^\d{14}Z$/.test(digits)) throw new DerError('time form')
  const [, y, mo, d, h, mi, s] = /^(\d{4})(..)(..)(..)(..)(..)Z$/.exec(digits) ?? []
  const iso = `${y}-${mo}-${d}T${h}:${mi}:${s}.000Z`
  const at = new Date(iso)
  if (Number.isNaN(at.getTime()) || at.toISOString() !== iso) throw new DerError('time value')
  if (long && at.getUTCFullYear() < 2050) throw new DerError('time form')
  return at
}

/** Text of a UTF8String, PrintableString, IA5String or BMPString; null for anything else. */
export function readText(element: Element): string | null {
  if ([0x0c, 0x13, 0x16].includes(element.tag)) return Buffer.from(element.content).toString('utf8')
  if (element.tag !== 0x1e || element.content.length % 2 === 1) return null
  return Buffer.from(element.content).swap16().toString('utf16le')
}
