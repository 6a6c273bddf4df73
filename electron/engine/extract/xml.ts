/**
 * XML without its dangers: no document type, no entities beyond the five, nothing external, bounded
 * in size and depth. Values stay text; a number is never parsed.
 */
import { XMLParser } from 'fast-xml-parser'
import { Unreadable, type XmlNode } from './read-document.ts'

export const xmlLimits = { bytes: 4 * 1024 * 1024, depth: 64 } as const

type Ordered = Readonly<Record<string, unknown>>

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  removeNSPrefix: true,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: xmlLimits.depth,
})

/** The text of an XML or plain text file by its mark, its declaration, or what its bytes allow. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const named = /^[^>]*encoding\s*=\s*["'](gbk|gb2312|gb18030)["']/i.test(head)
  if (named) return new TextDecoder('gb18030').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const named: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}

/** One pass, so that what an entity makes is never an entity again. */
export const plainText = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name) return named[name] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? whole : String.fromCodePoint(code)
  })

function toNode(ordered: Ordered): XmlNode[] {
  const [name] = Object.keys(ordered).filter((key) => key !== ':@')
  if (name === undefined || name === '#text') return []
  const parts = ordered[name] as readonly Ordered[]
  const attributes = Object.entries((ordered[':@'] ?? {}) as Record<string, string>)
  const texts = parts.flatMap((part) => ('#text' in part ? [String(part['#text'])] : []))
  const whole = plainText(texts.join(''))
  const text = whole.trim()
  const children = parts.flatMap(toNode)
  return [
    {
      name,
      attributes: Object.fromEntries(attributes.map(([key, value]) => [key, plainText(value)])),
      text,
      ...(whole !== text && children.length === 0 && { spaced: whole }),
      children,
    },
  ]
}

/** Throws Unreadable `xml.entity` for a text that defines anything. */
export function refuseEntities(text: string, place: string): void {
  if (/<!\s*(DOCTYPE|ENTITY)/i.test(text)) throw new Unreadable('xml.entity', { place })
}

/** The root element. Throws Unreadable `xml.entity`, `xml.tooLarge` and `xml.broken`. */
export function parseXml(bytes: Uint8Array, place = ''): XmlNode {
  if (bytes.length > xmlLimits.bytes) throw new Unreadable('xml.tooLarge', { place })
  const text = decodeText(bytes)
  refuseEntities(text, place)
  try {
    const [root] = (parser.parse(text) as readonly Ordered[]).flatMap(toNode)
    if (root) return root
  } catch (cause) {
    throw new Unreadable('xml.broken', { place }, { cause })
  }
  throw new Unreadable('xml.broken', { place })
}

/** All elements below (and with) `node`, in document order. */
export function* allNodes(node: XmlNode): Generator<XmlNode> {
  yield node
  for (const child of node.children) yield* allNodes(child)
}

export const childrenOf = (node: XmlNode | undefined, name: string): readonly XmlNode[] =>
  node?.children.filter((child) => child.name === name) ?? []
