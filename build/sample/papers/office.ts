import type { Content } from 'pdfmake/interfaces.d.ts'
import { heading, paragraph, signed, table } from '../layout.ts'
import { chineseDay } from '../money.ts'
import type { Paper } from '../render.ts'
import { goldenFrame } from './licence.ts'
import type { OfficePaper } from './office-paper.ts'

function redHead(paper: OfficePaper): Content[] {
  return [
    {
      text: `${paper.issuer}文件`,
      font: 'sans',
      fontSize: 20,
      color: '#c8281e',
      alignment: 'center',
      margin: [0, 10, 0, 18],
    },
    { text: paper.number ?? '', alignment: 'center', margin: [0, 0, 0, 6] },
    {
      canvas: [
        { type: 'line', x1: 0, y1: 0, x2: 463, y2: 0, lineWidth: 1.6, lineColor: '#c8281e' },
      ],
      margin: [0, 0, 0, 20],
    },
  ]
}

function honour(paper: OfficePaper): Paper {
  return {
    title: paper.title,
    dated: paper.issuedOn,
    landscape: true,
    margins: [110, 92, 110, 60],
    fontSize: 16,
    frame: goldenFrame,
    content: [
      heading(paper.title, 34, 26),
      ...paper.paragraphs.map((text, at) => (at === 0 ? { text } : paragraph(text))),
      { text: `证书编号：${paper.number}`, fontSize: 11, margin: [0, 10, 0, 0] },
      {
        ...(signed(paper.issuer, chineseDay(paper.issuedOn)) as object),
        margin: [0, 14, 0, 0],
      } as Content,
    ],
  }
}

/** An official notice, a statement or a certificate of honour, by its kind. */
export function office(paper: OfficePaper): Paper {
  if (paper.kind === 'certificate') return honour(paper)
  return {
    title: paper.title,
    dated: paper.issuedOn,
    fontSize: 12,
    content: [
      ...(paper.kind === 'policy' ? redHead(paper) : []),
      heading(paper.title, 17, 18),
      ...(paper.kind !== 'policy' && paper.number
        ? [
            {
              text: paper.number,
              alignment: 'center' as const,
              margin: [0, -8, 0, 10] as [number, number, number, number],
            },
          ]
        : []),
      ...paper.paragraphs.map(paragraph),
      ...(paper.table ? [table(paper.table.widths, paper.table.rows, [], 11)] : []),
      {
        ...(signed(paper.issuer, chineseDay(paper.issuedOn)) as object),
        margin: [0, 20, 0, 0],
      } as Content,
    ],
  }
}
