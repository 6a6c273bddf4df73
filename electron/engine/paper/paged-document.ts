/**
 * Plain papers that go to print beside the 申报书: delivery notes, verification sheets, summaries,
 * opinions. A title, then blocks one below the other, set in the official faces on A4 with page
 * numbers at the outer side.
 *
 *     const { pdf, pages } = await pagedDocument(
 *       {
 *         title: '提交包交接单',
 *         author: '示例企业',
 *         date,
 *         blocks: [
 *           { kind: 'facts', facts: [['提交包编号', '3F9A21C7'], ['文件数', '12']] },
 *           { kind: 'heading', text: '一、清单' },
 *           { kind: 'table', columns: [{ label: '序号', share: 1 }, { label: '文件', share: 6 }], rows },
 *           { kind: 'text', paragraphs: ['以上材料已当面点清。'] },
 *           { kind: 'signing', places: ['移交单位（盖章）：', '接收单位（盖章）：'] },
 *         ],
 *       },
 *       fontFolder(house.assets),
 *       job,
 *     )
 *
 * Only strings get in, and every one passes the typesetter; a character that no face has is printed
 * as its code, [U+1F600], never as a box. The same input and faces give the same bytes. It reads
 * fonts and writes nothing; `putBytes` or `writeOut` take what it returns.
 */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces'
import { cleanText } from '../../../shared/programme/clean-text.ts'
import { type FontFolder, resolveFaces } from '../form/fonts.ts'
import { layOut, stopIfCancelled } from '../form/lay-out.ts'
import { type PageFrame, page, size, wide } from '../form/measure.ts'
import { pageFoot, pageMargins } from '../form/page-foot.ts'
import type { PlainColumn } from '../form/plain-table.ts'
import { titleLines } from '../form/title-lines.ts'
import { type Typesetter, typesetter } from '../form/typesetter.ts'
import type { Job } from '../house.ts'
import { blockNodes } from './paged-blocks.ts'
import { setSigned } from './set-signed.ts'

export type PagedBlock =
  /** 三号 黑体, with a bookmark. */
  | { readonly kind: 'heading'; readonly text: string }
  /** 四号 仿宋; paragraphs that are indented unless `plain`. */
  | { readonly kind: 'text'; readonly paragraphs: readonly string[]; readonly plain?: boolean }
  /** A ruled table of labels and values. */
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [string, string])[] }
  /** A ruled table; its headings are repeated on every page. */
  | {
      readonly kind: 'table'
      readonly columns: readonly PlainColumn[]
      readonly rows: readonly (readonly string[])[]
    }
  /** Ruled lines to write on by hand. */
  | { readonly kind: 'lines'; readonly count: number }
  /** Places to seal and sign, two abreast, with room above the next; never alone on a page. */
  | {
      readonly kind: 'signing'
      readonly places: readonly string[]
      /** Less room, where that saves a page. */
      readonly close?: boolean
    }
  | { readonly kind: 'newPage' }

export type PagedDocument = {
  readonly title: string
  /** Lines below the title, centred. */
  readonly subtitles?: readonly string[]
  readonly blocks: readonly PagedBlock[]
  /** The sheet turned, for tables with many columns. */
  readonly landscape?: boolean
  /** Short code of the data's hash, printed in the foot of every page. */
  readonly code?: string
  readonly author: string
  /** The PDF's date of creation. */
  readonly date: Date
}

export type PagedPdf = {
  readonly pdf: Uint8Array
  readonly pages: number
  /** Official faces that a bundled one stands in for. */
  readonly substituted: readonly string[]
}

/** Throws Fault `form.font` when a bundled face is missing, `job.cancelled`. */
export async function pagedDocument(
  document: PagedDocument,
  fonts: FontFolder,
  job: Job,
): Promise<PagedPdf> {
  const { faces, substituted } = await resolveFaces(fonts)
  stopIfCancelled(job)
  const setter = typesetter({ faces, substituted }, 'named')
  const set = async (blocks: readonly PagedBlock[]): Promise<PagedPdf> => {
    const seen = { pages: 0 }
    const definition = definitionOf({ ...document, blocks }, setter, seen)
    const pdf = await layOut(definition, [...faces.values()])
    stopIfCancelled(job)
    return { pdf, pages: seen.pages, substituted }
  }
  return setSigned(document.blocks, set)
}

/** Made anew for each layout: pdfmake writes into the nodes that it is given. */
function definitionOf(
  document: PagedDocument,
  setter: Typesetter,
  seen: { pages: number },
): TDocumentDefinitions {
  const { title, code = '', blocks } = document
  const frame: PageFrame = document.landscape ? wide : page
  return {
    version: '1.7',
    language: 'zh-CN',
    displayTitle: true,
    info: {
      title: cleanText(title),
      author: cleanText(document.author),
      creator: '申报匣',
      producer: '申报匣',
      creationDate: document.date,
    },
    pageSize: { width: frame.width, height: frame.height },
    pageMargins: pageMargins(frame),
    defaultStyle: { font: 'song', fontSize: size.四号 },
    content: [
      ...headNodes(document, setter, frame),
      ...blocks.flatMap((block, at) => blockNodes(block, at, { setter, frame })),
    ],
    footer: (current, count) => {
      seen.pages = count
      return pageFoot(current, code, setter, frame)
    },
  }
}

/** The title and the lines below it. */
function headNodes(
  { title, subtitles = [] }: PagedDocument,
  setter: Typesetter,
  frame: PageFrame,
): Content[] {
  return [
    {
      text: setter.runs(titleLines(title, setter, frame.textWidth).join('\n'), 'title', title),
      fontSize: size.二号,
      alignment: 'center',
    },
    ...subtitles.map(
      (text): Content => ({
        text: setter.runs(text, 'body', title),
        fontSize: size.四号,
        alignment: 'center',
        margin: [0, 4, 0, 0],
      }),
    ),
    { stack: [], margin: [0, size.四号, 0, 0] },
  ]
}
