/**
 * Reads an OFD (GB/T 33190): XML attachments, the names that its tags give to text objects, and the
 * text of its pages.
 */
import { mediaOf } from '../vault/media.ts'
import { imageLimits } from './image.ts'
import { pictureOf } from './image-size.ts'
import { bytesAt, type Part, partAt, textOf } from './ofd-package.ts'
import { type TextObject, textObjectsOf } from './ofd-page.ts'
import type { CodeReader } from './qr.ts'
import { emptyDocument, type ReadDocument, Unreadable, type XmlNode } from './read-document.ts'
import { allNodes, childrenOf } from './xml.ts'
import { openZip, type Zip } from './zip-guard.ts'

/** Pages whose text is read; invoices have one. */
export const ofdPageLimit = 100

/** What an OFD itself is made of; every other XML in it may be an invoice's data. */
const ownParts =
  /(^|\/)(OFD|Document|DocumentRes|PublicRes|Content|Annotation|Annotations|Attachments|CustomTags?|Signatures?|Extensions?)\.xml$|\/(Pages|Tpls|Tags|Annots|Signs)\//i

const looksLikeXml = (bytes: Buffer | null): boolean =>
  bytes !== null && /^(\ufeff)?\s*</.test(bytes.toString('utf8', 0, 200))

/** An attachment that turns out to be no XML hides nothing; one that defines entities does. */
function attachedAt(zip: Zip, from: string, place: string): Part[] {
  try {
    const part = partAt(zip, from, place)
    return part ? [part] : []
  } catch (error) {
    if (error instanceof Unreadable && error.trouble.code === 'xml.broken') return []
    throw error
  }
}

function attachmentsOf(zip: Zip, { path, root }: Part): XmlNode[] {
  const list = partAt(zip, path, textOf(root, 'Attachments'))
  const declared = childrenOf(list?.root, 'Attachment').flatMap((each) => {
    const place = textOf(each, 'FileLoc')
    const stored = list && bytesAt(zip, list.path, place)
    return list && stored && looksLikeXml(stored.bytes) ? attachedAt(zip, list.path, place) : []
  })
  const known = new Set([list?.path, ...declared.map((part) => part.path)])
  const folder = path.split('/')[0] ?? ''
  const lying = zip.names.filter((name) => {
    const isHere = name.startsWith(`${folder}/`) || !name.includes('/')
    return isHere && /\.xml$/i.test(name) && !ownParts.test(name) && !known.has(name)
  })
  const found = lying.flatMap((name) => attachedAt(zip, '', name))
  return [...declared, ...found].map((part) => part.root)
}

type Page = { readonly id: string; readonly objects: readonly TextObject[] }

function pagesOf(zip: Zip, { path, root }: Part): { pages: Page[]; count: number } {
  const templates = new Map(
    [...allNodes(root)]
      .filter(({ name }) => name === 'TemplatePage')
      .map(({ attributes }) => [attributes.ID ?? '', attributes.BaseLoc ?? '']),
  )
  const listed = childrenOf(childrenOf(root, 'Pages')[0], 'Page')
  const pages = listed.slice(0, ofdPageLimit).map(({ attributes }) => {
    const page = partAt(zip, path, attributes.BaseLoc ?? '')
    const below = childrenOf(page?.root, 'Template').flatMap((used) => {
      const place = templates.get(used.attributes.TemplateID ?? '') ?? ''
      const template = partAt(zip, path, place)
      return template ? textObjectsOf(template.root) : []
    })
    const own = page ? textObjectsOf(page.root) : []
    return { id: attributes.ID ?? '', objects: [...own, ...below] }
  })
  return { pages, count: listed.length }
}

/** The tag tree with the text of the objects that its ends point to. */
function tagged(node: XmlNode, pages: readonly Page[]): XmlNode {
  const refs = childrenOf(node, 'ObjectRef')
  const texts = refs.map(({ text, attributes }) => {
    const page = pages.find(({ id }) => id === attributes.PageRef) ?? pages[0]
    return page?.objects.find(({ id }) => id === text)?.text ?? ''
  })
  return {
    name: node.name,
    attributes: {},
    text: refs.length > 0 ? texts.join('') : node.text,
    children: node.children
      .filter(({ name }) => name !== 'ObjectRef')
      .map((child) => tagged(child, pages)),
  }
}

function tagsOf(zip: Zip, { path, root }: Part, pages: readonly Page[]): XmlNode[] {
  const list = partAt(zip, path, textOf(root, 'CustomTags'))
  return childrenOf(list?.root, 'CustomTag').flatMap((each) => {
    const part = list && partAt(zip, list.path, textOf(each, 'FileLoc'))
    return part ? tagged(part.root, pages) : []
  })
}

/** `<CustomData Name="发票号码">…` of the entry file, as elements of those names. */
const customDataOf = (body: XmlNode): XmlNode => ({
  name: 'CustomDatas',
  attributes: {},
  text: '',
  children: [...allNodes(body)]
    .filter(({ name }) => name === 'CustomData')
    .map(({ attributes, text }) => ({
      name: attributes.Name ?? '',
      attributes: {},
      text,
      children: [],
    })),
})

/** Pictures of a document that are looked at for QR codes. */
const pictureLimit = 8

/** The codes in the pictures that lie in the document; its own seals and logos have none. */
async function codesOf(zip: Zip, codes: CodeReader): Promise<string[]> {
  const names = zip.names.filter((name) => /\.(png|jpe?g|bmp)$/i.test(name)).slice(0, pictureLimit)
  const found: string[] = []
  for (const name of names) {
    const bytes = zip.read(name)
    const picture = bytes && pictureOf(bytes, mediaOf(bytes, name))
    if (!bytes || !picture?.memory || picture.memory + bytes.length > imageLimits.memory) continue
    found.push(...(await codes(bytes)))
  }
  return [...new Set(found)]
}

/** Throws Unreadable: `zip.*`, `xml.*`, `ofd.path`, `ofd.noDocument`. */
export async function readOfd(
  bytes: Buffer,
  name: string,
  codes: CodeReader,
): Promise<ReadDocument> {
  const zip = openZip(bytes)
  const entry = partAt(zip, '', 'OFD.xml')
  const bodies = childrenOf(entry?.root, 'DocBody')
  const documents = bodies.flatMap((body) => {
    const part = partAt(zip, '', textOf(body, 'DocRoot'))
    if (!part) return []
    const { pages, count } = pagesOf(zip, part)
    const tags = [...tagsOf(zip, part, pages), customDataOf(body)]
    return { attachments: attachmentsOf(zip, part), tags, pages, count }
  })
  if (documents.length === 0) throw new Unreadable('ofd.noDocument', { place: 'OFD.xml' })
  const pages = documents.flatMap((document) => document.pages)
  const pageCount = documents.reduce((sum, { count }) => sum + count, 0)
  return {
    ...emptyDocument(name),
    xml: documents.flatMap(({ attachments }) =>
      attachments.map((root) => ({ source: 'ofdAttachment' as const, root })),
    ),
    tags: documents.flatMap(({ tags }) => tags),
    pages: pages.map(({ objects }) => objects.flatMap(({ runs }) => runs)),
    pageCount,
    codes: await codesOf(zip, codes),
    marks: pageCount > pages.length ? ['pagesSkipped'] : [],
  }
}
