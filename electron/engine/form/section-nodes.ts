/** The sections of the form: tables, chapters, printed notes and the list of materials. */
import type { Content } from 'pdfmake/interfaces'
import { printedAnswer } from '../../../shared/programme/answer-text.ts'
import { paragraphs } from '../../../shared/programme/clean-text.ts'
import type { Block, Section } from '../../../shared/programme/form.ts'
import { setAnswer } from './answer-node.ts'
import type { Ink } from './cell-node.ts'
import { drawGrid } from './grid-node.ts'
import { chapterHeading, sectionHeading } from './headings.ts'
import { type ListedMaterial, materialNodes } from './material-list.ts'
import { lineHeight, page, size } from './measure.ts'

/** Empty lines that an unwritten chapter is printed with. */
const blankLines = 4
const bodyLine = size.三号 * lineHeight

// Made anew for each place: pdfmake writes into the nodes that it is given.
const tableGap = (): Content => ({ stack: [], margin: [0, 8, 0, 0] })
const blankSpace = (): Content => ({
  text: ' ',
  fontSize: size.三号,
  margin: [0, 0, 0, blankLines * bodyLine],
})

/** Everything after the cover, in the form's order. */
export function sectionNodes(
  section: Section,
  index: number,
  ink: Ink,
  materials: readonly ListedMaterial[],
): Content[] {
  const id = `section-${index + 1}`
  const blocks = section.blocks.flatMap((block, at) =>
    blockNodes(block, { id: `${id}-${at + 1}`, parent: id }, ink, materials),
  )
  const pageBreak: Content[] =
    section.newPage && index > 0 ? [{ stack: [], pageBreak: 'before' }] : []
  return [
    ...pageBreak,
    ...sectionHeading({ text: section.title, id, keep: 5 * bodyLine }, ink.setter),
    ...(section.note ? bodyText(paragraphs(section.note), section.title, ink) : []),
    ...blocks,
  ]
}

type Mark = { readonly id: string; readonly parent: string }

function blockNodes(
  block: Block,
  { id, parent }: Mark,
  ink: Ink,
  materials: readonly ListedMaterial[],
): Content[] {
  const heading = (text: string, keep: number) =>
    chapterHeading({ text, id, keep }, parent, ink.setter)
  switch (block.kind) {
    case 'grid': {
      const { nodes, lead } = drawGrid(block, ink)
      const title = block.title === undefined ? [] : heading(block.title, lead)
      return [...title, ...nodes, tableGap()]
    }
    case 'chapter':
      return [...heading(block.title, 2 * bodyLine), ...chapterText(block, ink)]
    case 'note':
      return [
        ...(block.title === '' ? [] : heading(block.title, 2 * bodyLine)),
        ...bodyText(block.paragraphs.flatMap(paragraphs), block.title, ink),
      ]
    case 'materials':
      return materialNodes(materials, ink.setter)
  }
}

function chapterText(block: Extract<Block, { kind: 'chapter' }>, ink: Ink): Content[] {
  const outline = block.outline ? bodyText(paragraphs(block.outline), block.title, ink) : []
  const field = ink.fields.get(block.field)
  const printed = field && printedAnswer(field, ink.answers)
  if (!field || !printed) return outline
  if (printed.kind === 'text' && printed.paragraphs.length > 0)
    return [...outline, ...bodyText(printed.paragraphs, field.label, ink)]
  if (printed.kind === 'text') return [...outline, blankSpace()]
  const setting = { setter: ink.setter, role: 'body', field: field.label } as const
  const type = { fontSize: size.三号, width: page.textWidth, alignment: 'left' } as const
  return [...outline, setAnswer(printed, { ...setting, ...type }).node]
}

/** Paragraphs of 三号 type, each indented by two characters. */
function bodyText(texts: readonly string[], field: string, { setter }: Ink): Content[] {
  return texts.map((text) => ({
    text: setter.runs(text, 'body', field),
    fontSize: size.三号,
    leadingIndent: 2 * size.三号,
    alignment: 'justify',
  }))
}
