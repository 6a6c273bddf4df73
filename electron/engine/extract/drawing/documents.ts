/** The documents of an OFD and their pages, in the order of the file. */
import { type Part, partAt, textOf } from '../ofd-package.ts'
import { Unreadable, type XmlNode } from '../read-document.ts'
import { childrenOf } from '../xml.ts'
import type { Zip } from '../zip-guard.ts'

/** A document of the file: its entry and its root. */
export type Document = { readonly body: XmlNode; readonly part: Part }

/** Throws Unreadable `ofd.noDocument`. */
export function documentsOf(zip: Zip): Document[] {
  const entry = partAt(zip, '', 'OFD.xml')
  const documents = childrenOf(entry?.root, 'DocBody').flatMap((body) => {
    const part = partAt(zip, '', textOf(body, 'DocRoot'))
    return part ? [{ body, part }] : []
  })
  if (documents.length === 0) throw new Unreadable('ofd.noDocument', { place: 'OFD.xml' })
  return documents
}

/** A page as its document lists it. */
export type Listed = { readonly document: Document; readonly id: string; readonly place: string }

export const pagesOf = (documents: readonly Document[]): Listed[] =>
  documents.flatMap((document) =>
    childrenOf(childrenOf(document.part.root, 'Pages')[0], 'Page').map(({ attributes }) => ({
      document,
      id: attributes.ID ?? '',
      place: attributes.BaseLoc ?? '',
    })),
  )
