/** The blocks of a paged document as nodes of the page. */
import type { Content } from 'pdfmake/interfaces'
import { paragraphs } from '../../../shared/programme/clean-text.ts'
import { sectionHeading } from '../form/headings.ts'
import { type PageFrame, rule, size } from '../form/measure.ts'
import { plainTable } from '../form/plain-table.ts'
import type { Typesetter } from '../form/typesetter.ts'
import type { PagedBlock } from './paged-document.ts'

type Setting = { readonly setter: Typesetter; readonly frame: PageFrame }
type Signing = Extract<PagedBlock, { kind: 'signing' }>

/** What a heading takes with it to the next page. */
const headingKeeps = 60
/** Room for a seal or a signature. */
const signingRoom = { wide: 64, close: 40 } as const
/** Room above and below a line to write on by hand. */
const writingRoom = { above: 22, below: 6 } as const
/** Tables with more columns than this are set smaller. */
const fewColumns = 5

/** `at` is the block's place in its document; it names the bookmark. */
export function blockNodes(block: PagedBlock, at: number, { setter, frame }: Setting): Content[] {
  const width = frame.textWidth
  switch (block.kind) {
    case 'heading':
      return sectionHeading({ text: block.text, id: `block-${at + 1}`, keep: headingKeeps }, setter)
    case 'text':
      return block.paragraphs.flatMap(paragraphs).map((text) => ({
        text: setter.runs(text, 'body', ''),
        fontSize: size.四号,
        leadingIndent: block.plain ? 0 : 2 * size.四号,
        alignment: block.plain ? 'left' : 'justify',
        margin: [0, 2, 0, 2],
      }))
    case 'facts': {
      const columns = [
        { label: '', share: 3 },
        { label: '', share: 9 },
      ]
      const table = { columns, rows: block.facts, labelled: true }
      return [plainTable(table, { setter, fontSize: size.小四, width })]
    }
    case 'table': {
      const fontSize = block.columns.length > fewColumns ? size.五号 : size.小四
      return [plainTable(block, { setter, fontSize, width })]
    }
    case 'lines':
      return Array.from({ length: block.count }, () => writingLine(width))
    case 'signing':
      return [signing(block, setter)]
    case 'newPage':
      return [{ stack: [], pageBreak: 'before' }]
  }
}

const writingLine = (width: number): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: rule }],
  margin: [0, writingRoom.above, 0, writingRoom.below],
})

function signing({ places, close = false }: Signing, setter: Typesetter): Content {
  const cell = (text: string) => ({
    text: setter.runs(text, 'body', text),
    fontSize: size.四号,
    width: '*',
  })
  const pairs = Array.from({ length: Math.ceil(places.length / 2) }, (_, row) =>
    places.slice(2 * row, 2 * row + 2),
  )
  return {
    unbreakable: true,
    stack: pairs.map((pair) => ({
      columns: [cell(pair[0] ?? ''), cell(pair[1] ?? '')],
      columnGap: size.四号,
      margin: [0, size.四号, 0, close ? signingRoom.close : signingRoom.wide],
    })),
  }
}
