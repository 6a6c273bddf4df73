/** The sheets that a volume brings itself: cover, 目录, dividers, and sheets that stand for a file. */
import type { Content, TableCell } from 'pdfmake/interfaces'
import words from '../../../shared/text/zh-CN/paper.json' with { type: 'json' }
import { linesHeight, setText } from '../form/answer-node.ts'
import type { Faces } from '../form/fonts.ts'
import { layOut } from '../form/lay-out.ts'
import { cellPadding, lineHeight, page, rule, size } from '../form/measure.ts'
import { pageMargins } from '../form/page-foot.ts'
import { plainTable } from '../form/plain-table.ts'
import { titleLines } from '../form/title-lines.ts'
import type { Typesetter } from '../form/typesetter.ts'

export type ContentsLine = {
  /** 3 for a part, 3.12 for a paper in it. */
  readonly number: string
  readonly title: string
  readonly page: number
  readonly part: boolean
}

export type Sheet =
  | {
      readonly kind: 'cover'
      readonly title: string
      readonly facts: readonly (readonly [string, string])[]
    }
  | { readonly kind: 'contents'; readonly lines: readonly ContentsLine[] }
  | {
      readonly kind: 'divider'
      readonly over: string
      readonly title: string
      readonly under: string
    }
  | {
      /** Stands for a file, or beside one. */
      readonly kind: 'stand'
      readonly head: string
      readonly title: string
      readonly intro: string
      readonly rows: readonly (readonly [string, string])[]
    }

/** One after the other, each from a page of its own; answers with the PDF and its pages. */
export async function sheetsPdf(
  sheets: readonly Sheet[],
  { setter, faces }: { readonly setter: Typesetter; readonly faces: Faces['faces'] },
): Promise<{ readonly pdf: Uint8Array; readonly pages: number }> {
  let pages = 0
  const content = sheets.flatMap((sheet, at): Content[] => [
    ...(at > 0 ? [{ stack: [], pageBreak: 'before' } as Content] : []),
    ...nodesOf(sheet, setter),
  ])
  const pdf = await layOut(
    {
      version: '1.7',
      info: { creationDate: new Date(0) },
      pageSize: { width: page.width, height: page.height },
      pageMargins: pageMargins(page),
      defaultStyle: { font: 'song', fontSize: size.四号 },
      content,
      footer: (_, count) => {
        pages = count
        return null
      },
    },
    [...faces.values()],
  )
  return { pdf, pages }
}

function nodesOf(sheet: Sheet, setter: Typesetter): Content[] {
  switch (sheet.kind) {
    case 'cover':
      return [
        centred(sheet.title, { setter, role: 'title', points: size.二号, above: 110, below: 28 }),
        centred(words['volume.subtitle'], {
          setter,
          role: 'title',
          points: size.二号,
          above: 0,
          below: 190,
        }),
        ...sheet.facts.map(([label, value]) => fact(label, value, setter)),
      ]
    case 'contents':
      return [
        centred(words['volume.contents'], {
          setter,
          role: 'title',
          points: size.二号,
          above: 0,
          below: belowContents,
        }),
        ...contentsPages(sheet.lines, setter).map(
          (lines, at): Content => ({
            stack: [contentsTable(lines, setter)],
            ...(at > 0 ? { pageBreak: 'before' } : {}),
          }),
        ),
      ]
    case 'divider':
      return [
        centred(sheet.over, { setter, role: 'chapter', points: size.三号, above: 190, below: 18 }),
        centred(sheet.title, { setter, role: 'title', points: size.二号, above: 0, below: 18 }),
        centred(sheet.under, { setter, role: 'body', points: size.四号, above: 0, below: 0 }),
      ]
    case 'stand':
      return standFor(sheet, setter)
  }
}

type Line = {
  readonly setter: Typesetter
  readonly role: 'title' | 'chapter' | 'body'
  readonly points: number
  readonly above: number
  readonly below: number
}

const centred = (text: string, { setter, role, points, above, below }: Line): Content => ({
  text: setter.runs(
    role === 'title' ? titleLines(text, setter, page.textWidth).join('\n') : text,
    role,
    text,
  ),
  fontSize: points,
  alignment: 'center',
  margin: [0, above, 0, below],
})

/** Width that labels of the cover take: six characters and a colon. */
const labelWidth = 8 * size.三号

const fact = (label: string, value: string, setter: Typesetter): Content => ({
  columns: [
    { text: setter.runs(`${label}：`, 'body', label), width: labelWidth },
    { text: setter.runs(value, 'body', label), width: '*' },
  ],
  fontSize: size.三号,
  margin: [24, 8, 24, 0],
})

/** Room for the numbers; titles take the rest. */
const columns = { number: 48, page: 44 } as const

const belowContents = 14
const linePadding = { above: 3, below: 4 } as const

/** The lines page by page: a part stands above its first paper, never alone at the foot. */
function contentsPages(lines: readonly ContentsLine[], setter: Typesetter): ContentsLine[][] {
  const width = page.textWidth - columns.number - columns.page - 6 * cellPadding.side
  const type = { setter, role: 'body', fontSize: size.小四, width, alignment: 'left' } as const
  const rowOf = (count: number) =>
    linesHeight(count, size.小四) + linePadding.above + linePadding.below + rule
  const heightOf = ({ title }: ContentsLine) =>
    rowOf(setText([title], { ...type, field: title }).lines)
  const pages: ContentsLine[][] = [[]]
  let left = page.textHeight - rowOf(1) - size.二号 * lineHeight - belowContents
  lines.forEach((line, at) => {
    const next = lines[at + 1]
    const below = line.part && next && !next.part ? heightOf(next) : 0
    if (heightOf(line) + below > left && pages.at(-1)?.length) {
      pages.push([])
      left = page.textHeight - rowOf(1)
    }
    pages.at(-1)?.push(line)
    left -= heightOf(line)
  })
  return pages
}

function contentsTable(lines: readonly ContentsLine[], setter: Typesetter): Content {
  const cell = (text: string, part: boolean, alignment: 'left' | 'right'): TableCell => ({
    text: setter.runs(text, part ? 'label' : 'body', text),
    fontSize: size.小四,
    alignment,
  })
  const head = (key: 'volume.number' | 'volume.title' | 'volume.page') =>
    cell(words[key], true, key === 'volume.page' ? 'right' : 'left')
  return {
    table: {
      widths: [columns.number, '*', columns.page],
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      body: [
        [head('volume.number'), head('volume.title'), head('volume.page')],
        ...lines.map(({ number, title, page: at, part }) => [
          cell(number, part, 'left'),
          cell(title, part, 'left'),
          cell(`${at}`, part, 'right'),
        ]),
      ],
    },
    layout: {
      hLineWidth: (at) => (at === 0 ? 0 : 0.5),
      vLineWidth: () => 0,
      hLineColor: (at) => (at === 1 ? '#000000' : '#999999'),
      paddingTop: () => linePadding.above,
      paddingBottom: () => linePadding.below,
    },
  }
}

function standFor(sheet: Extract<Sheet, { kind: 'stand' }>, setter: Typesetter): Content[] {
  const table = {
    columns: [3, 9].map((share) => ({ label: '', share })),
    rows: sheet.rows,
    labelled: true,
  }
  return [
    centred(sheet.head, {
      setter,
      role: 'title',
      points: size.二号,
      above: 0,
      below: 14,
    }),
    centred(sheet.title, { setter, role: 'chapter', points: size.三号, above: 0, below: 14 }),
    {
      text: setter.runs(sheet.intro, 'body', ''),
      fontSize: size.四号,
      leadingIndent: 2 * size.四号,
      margin: [0, 0, 0, 8],
    },
    plainTable(table, { setter, fontSize: size.小四 }),
  ]
}
