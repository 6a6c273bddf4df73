/** OFD files whose pages are drawn in full XML, and their drawings as tests look at them. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import {
  openReadingThread,
  type ReadingThread,
} from '../../electron/engine/extract/reading-thread.ts'
import { mediaOf } from '../../electron/engine/vault/media.ts'
import type { Drawing, Drawn } from '../../shared/model/drawing.ts'
import type { MaterialPreview } from '../../shared/model/preview.ts'
import { tempFolder } from './house.ts'
import { type Entry, zipOf } from './zip.ts'

const space = 'xmlns:ofd="http://www.ofdspec.org/2016"'

export type DrawnParts = {
  /** What stands in the page's `Content`, and before it. */
  readonly content?: string
  readonly head?: string
  /** Templates by id. */
  readonly templates?: Readonly<Record<string, string>>
  /** What stands in `PublicRes.xml`, whose files lie in `Res`. */
  readonly resources?: string
  readonly files?: Readonly<Record<string, Uint8Array>>
  /** What stands in the annotations of the page. */
  readonly annotations?: string
  /** Stamps on the page, each as its attributes, and the signed data that has the seal. */
  readonly stamps?: { readonly attributes: readonly string[]; readonly data: Uint8Array }
  readonly pages?: number
  readonly box?: string
}

const xml = (name: string, inner: string, more = '') =>
  `<ofd:${name} ${space} ${more}>${inner}</ofd:${name}>`

function signatures({ stamps }: DrawnParts): Entry[] {
  if (!stamps) return []
  const annots = stamps.attributes.map((each) => `<ofd:StampAnnot ${each}/>`).join('')
  const info = `<ofd:SignedInfo>${annots}</ofd:SignedInfo>`
  return [
    {
      name: 'Doc_0/Signs/Signatures.xml',
      data: xml('Signatures', '<ofd:Signature ID="1" BaseLoc="Sign_0/Signature.xml"/>'),
    },
    {
      name: 'Doc_0/Signs/Sign_0/Signature.xml',
      data: xml('Signature', `${info}<ofd:SignedValue>SignedValue.dat</ofd:SignedValue>`),
    },
    { name: 'Doc_0/Signs/Sign_0/SignedValue.dat', data: stamps.data },
  ]
}

function annotations({ annotations: inner }: DrawnParts): Entry[] {
  if (inner === undefined) return []
  const list = '<ofd:Page PageID="1"><ofd:FileLoc>Page_0.xml</ofd:FileLoc></ofd:Page>'
  return [
    { name: 'Doc_0/Annots/Annotations.xml', data: xml('Annotations', list) },
    { name: 'Doc_0/Annots/Page_0.xml', data: xml('PageAnnot', inner) },
  ]
}

function documentOf(parts: DrawnParts): string {
  const templates = Object.keys(parts.templates ?? {})
    .map((id) => `<ofd:TemplatePage ID="${id}" BaseLoc="Tpls/${id}.xml"/>`)
    .join('')
  const area = `<ofd:PageArea><ofd:PhysicalBox>${parts.box ?? '0 0 100 50'}</ofd:PhysicalBox></ofd:PageArea>`
  const pages = Array.from(
    { length: parts.pages ?? 1 },
    (_, at) => `<ofd:Page ID="${at + 1}" BaseLoc="Pages/Page_0/Content.xml"/>`,
  ).join('')
  return xml(
    'Document',
    `<ofd:CommonData>${area}<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>${templates}</ofd:CommonData><ofd:Pages>${pages}</ofd:Pages>${
      parts.annotations === undefined
        ? ''
        : '<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>'
    }`,
  )
}

export function drawnOfd(parts: DrawnParts): Buffer {
  const signed = parts.stamps ? '<ofd:Signatures>Doc_0/Signs/Signatures.xml</ofd:Signatures>' : ''
  return zipOf([
    {
      name: 'OFD.xml',
      data: xml(
        'OFD',
        `<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>${signed}</ofd:DocBody>`,
      ),
    },
    { name: 'Doc_0/Document.xml', data: documentOf(parts) },
    { name: 'Doc_0/PublicRes.xml', data: xml('Res', parts.resources ?? '', 'BaseLoc="Res"') },
    {
      name: 'Doc_0/Pages/Page_0/Content.xml',
      data: xml('Page', `${parts.head ?? ''}<ofd:Content>${parts.content ?? ''}</ofd:Content>`),
    },
    ...Object.entries(parts.templates ?? {}).map(([id, inner]) => ({
      name: `Doc_0/Tpls/${id}.xml`,
      data: xml('Page', `<ofd:Content>${inner}</ofd:Content>`),
    })),
    ...Object.entries(parts.files ?? {}).map(([name, data]) => ({
      name: `Doc_0/Res/${name}`,
      data,
    })),
    ...annotations(parts),
    ...signatures(parts),
  ])
}

export const layer = (inner: string, attributes = '') =>
  `<ofd:Layer ${attributes}>${inner}</ofd:Layer>`

const patient = { time: 60_000, heap: 256, growth: 4096, process: 8192, documents: 1000 }

let thread: ReadingThread | null = null
afterAll(async () => {
  await thread?.close()
  thread = null
})

/** A page of a file as the thread answers it. */
export async function previewOf(
  name: string,
  bytes: Uint8Array,
  page = 1,
): Promise<MaterialPreview> {
  const path = join(tempFolder(), name)
  writeFileSync(path, bytes)
  thread ??= openReadingThread(patient)
  const about = { name, media: mediaOf(bytes, name), size: bytes.length }
  const order = { do: 'preview', path, about, page } as const
  return (await thread.ask(order, new AbortController().signal)) as MaterialPreview
}

/** The drawing of a preview; fails where it is none. */
export function drawingOf({ body }: MaterialPreview): Drawing {
  if (body.view !== 'drawing') throw new Error(`no drawing but ${JSON.stringify(body)}`)
  return body.drawing
}

/** All parts, those of groups after their group. */
export const flat = (parts: readonly Drawn[]): Drawn[] =>
  parts.flatMap((part) =>
    part.content.shape === 'group' ? [part, ...flat(part.content.parts)] : [part],
  )
