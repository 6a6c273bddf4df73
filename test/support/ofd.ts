/** Small OFD files in layouts that other writers use. */
import { type Entry, zipOf } from './zip.ts'

export type Printed = readonly (readonly [text: string, x: number, y: number])[]

const space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export const textObjects = (printed: Printed, firstId = 100): string =>
  printed
    .map(([text, x, y], index) => {
      const deltas = [...text].map((each) => (each > '\u2e7f' ? 3 : 1.5)).slice(0, -1)
      const delta = deltas.length > 0 ? ` DeltaX="${deltas.join(' ')}"` : ''
      return `<ofd:TextObject ID="${firstId + index}" Boundary="${x} ${y - 3} 90 5" Font="1" Size="3"><ofd:TextCode X="0" Y="3"${delta}>${escaped(text)}</ofd:TextCode></ofd:TextObject>`
    })
    .join('')

export type OfdParts = {
  readonly printed?: Printed
  /** Text of the template below the page. */
  readonly template?: Printed
  /** Inner XML of the tag file; object ids count from 100. */
  readonly tags?: string
  /** Attached files by name. */
  readonly attached?: Readonly<Record<string, string>>
  /** `<ofd:CustomData>` by name. */
  readonly custom?: Readonly<Record<string, string>>
  /** The document's folder, and the way from it to the page. */
  readonly folder?: string
  readonly pageLoc?: string
  readonly more?: readonly Entry[]
}

/** The entries of an OFD, to be packed as they are or spoilt first. */
export function ofdEntries(parts: OfdParts): Entry[] {
  const folder = parts.folder ?? 'Doc_0'
  const pageLoc = parts.pageLoc ?? 'Pages/Page_0/Content.xml'
  const custom = Object.entries(parts.custom ?? {})
    .map(([name, value]) => `<ofd:CustomData Name="${name}">${value}</ofd:CustomData>`)
    .join('')
  const attached = Object.entries(parts.attached ?? {})
  const document = [
    '<ofd:CommonData>',
    parts.template ? '<ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml"/>' : '',
    '</ofd:CommonData>',
    `<ofd:Pages><ofd:Page ID="1" BaseLoc="${pageLoc}"/></ofd:Pages>`,
    attached.length > 0 ? '<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>' : '',
    parts.tags ? '<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags>' : '',
  ].join('')
  const page = (printed: Printed, inner: string) =>
    `<ofd:Page ${space}>${inner}<ofd:Content><ofd:Layer>${textObjects(printed)}</ofd:Layer></ofd:Content></ofd:Page>`
  const entries: Entry[] = [
    {
      name: 'OFD.xml',
      data: `<?xml version="1.0" encoding="UTF-8"?><ofd:OFD ${space} DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocInfo><ofd:CustomDatas>${custom}</ofd:CustomDatas></ofd:DocInfo><ofd:DocRoot>${folder}/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    },
    {
      name: `${folder}/Document.xml`,
      data: `<ofd:Document ${space}>${document}</ofd:Document>`,
    },
    {
      name: `${folder}/Pages/Page_0/Content.xml`,
      data: page(parts.printed ?? [], parts.template ? '<ofd:Template TemplateID="2"/>' : ''),
    },
  ]
  if (parts.template) {
    entries.push({ name: `${folder}/Tpls/Tpl_0/Content.xml`, data: page(parts.template, '') })
  }
  if (parts.tags) {
    entries.push(
      {
        name: `${folder}/Tags/CustomTags.xml`,
        data: `<ofd:CustomTags ${space}><ofd:CustomTag TypeID="0"><ofd:FileLoc>CustomTag.xml</ofd:FileLoc></ofd:CustomTag></ofd:CustomTags>`,
      },
      { name: `${folder}/Tags/CustomTag.xml`, data: parts.tags },
    )
  }
  if (attached.length > 0) {
    const list = attached
      .map(
        ([name], index) =>
          `<ofd:Attachment ID="${index}" Name="${name}" Format="xml"><ofd:FileLoc>${name}</ofd:FileLoc></ofd:Attachment>`,
      )
      .join('')
    entries.push({
      name: `${folder}/Attachs/Attachments.xml`,
      data: `<ofd:Attachments ${space}>${list}</ofd:Attachments>`,
    })
    for (const [name, data] of attached) entries.push({ name: `${folder}/Attachs/${name}`, data })
  }
  return [...entries, ...(parts.more ?? [])]
}

export const ofdOf = (parts: OfdParts): Buffer => zipOf(ofdEntries(parts))
