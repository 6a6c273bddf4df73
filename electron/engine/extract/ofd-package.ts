/**
 * An OFD's parts by reference. A reference that leads out of the document makes it unreadable;
 * nothing is ever unpacked to a disk.
 */
import { Unreadable, type XmlNode } from './read-document.ts'
import { childrenOf, parseXml } from './xml.ts'
import type { Zip } from './zip-guard.ts'

export type Part = { readonly path: string; readonly root: XmlNode }

/** A reference as a name in the archive. Throws Unreadable `ofd.path` when it leads out of it. */
function resolve(from: string, ref: string): string {
  const clean = ref.trim().replaceAll('\\', '/')
  const parts = clean.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of clean.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined)
      throw new Unreadable('ofd.path', { place: ref.slice(0, 200) })
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(clean)) {
    throw new Unreadable('ofd.path', { place: ref.slice(0, 200) })
  }
  return parts.join('/')
}

export type Stored = { readonly path: string; readonly bytes: Buffer }

/** Some writers count a place from the document's folder or the archive's root. */
export function bytesAt(zip: Zip, from: string, ref: string): Stored | null {
  if (ref.trim() === '') return null
  const document = from.split('/')[0] ?? ''
  for (const path of [resolve(from, ref), resolve(`${document}/`, ref), resolve('', ref)]) {
    const bytes = zip.read(path)
    if (bytes) return { path, bytes }
  }
  return null
}

/** The XML that a reference points to, or null where there is none. Throws Unreadable. */
export function partAt(zip: Zip, from: string, ref: string): Part | null {
  const stored = bytesAt(zip, from, ref)
  return stored && { path: stored.path, root: parseXml(stored.bytes, stored.path) }
}

/** The text of an element's first child of that name. */
export const textOf = (node: XmlNode | undefined, name: string): string =>
  childrenOf(node, name)[0]?.text ?? ''
