/**
 * What an OFD's pages draw with, by id: faces, pens, colour spaces, pictures, composed graphics. A
 * later file of resources may replace an earlier one's entry.
 */
import { type Part, partAt } from '../ofd-package.ts'
import type { XmlNode } from '../read-document.ts'
import { allNodes } from '../xml.ts'
import type { Zip } from '../zip-guard.ts'

/** An entry, and from where its own references count. */
export type Entry = { readonly node: XmlNode; readonly from: string }

export type Resources = {
  readonly zip: Zip
  readonly fonts: ReadonlyMap<string, Entry>
  readonly media: ReadonlyMap<string, Entry>
  readonly pens: ReadonlyMap<string, XmlNode>
  readonly colorSpaces: ReadonlyMap<string, XmlNode>
  readonly composites: ReadonlyMap<string, XmlNode>
}

const nameOfKind: Readonly<Record<string, keyof Omit<Resources, 'zip'>>> = {
  Font: 'fonts',
  MultiMedia: 'media',
  DrawParam: 'pens',
  ColorSpace: 'colorSpaces',
  CompositeGraphicUnit: 'composites',
}

/** References inside a file of resources count from its `BaseLoc`. */
const baseOf = ({ path, root }: Part): string => {
  const folder = (root.attributes.BaseLoc ?? '').replaceAll('\\', '/').replace(/\/+$/, '')
  if (folder === '' || folder === '.') return path
  const start = folder.startsWith('/') ? '' : path.slice(0, path.lastIndexOf('/') + 1)
  return `${start}${folder.replace(/^\/+/, '')}/`
}

/** `lists` are the places of files of resources as `from` names them, the general ones first. */
export function resourcesOf(
  zip: Zip,
  lists: readonly { readonly from: string; readonly place: string }[],
): Resources {
  const maps = {
    fonts: new Map<string, Entry>(),
    media: new Map<string, Entry>(),
    pens: new Map<string, XmlNode>(),
    colorSpaces: new Map<string, XmlNode>(),
    composites: new Map<string, XmlNode>(),
  }
  for (const { from, place } of lists) {
    const part = partAt(zip, from, place)
    if (!part) continue
    const base = baseOf(part)
    for (const node of allNodes(part.root)) {
      const kind = nameOfKind[node.name]
      const id = node.attributes.ID
      if (!kind || id === undefined) continue
      if (kind === 'fonts' || kind === 'media') maps[kind].set(id, { node, from: base })
      else maps[kind].set(id, node)
    }
  }
  return { zip, ...maps }
}

/** A pen and those that it builds on, nearest first. */
export function pensOf({ pens }: Resources, id: string | undefined): XmlNode[] {
  const chain: XmlNode[] = []
  for (let node = pens.get(id ?? ''); node && !chain.includes(node); ) {
    chain.push(node)
    node = pens.get(node.attributes.Relative ?? '')
  }
  return chain
}
