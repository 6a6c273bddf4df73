/** The sections of the form: tables, chapters, printed notes and the list of materials. */
import type { Content } from 'pdfmake/interfaces'
import { printedAnswer } from '../../../shared/programme/answer-text.ts'
import { paragraphs } from '../../../shared/programme/clean-text.ts'
import type { Block, Section } from '../../../shared/programme/form.ts'
import { setAnswer } from './answer-node.ts'
import type { Ink } from './cell-node.ts'
import { drawGrid } from './grid-node.ts'
import { annexHeading, chapterHeading, headingHeight, sectionHeading } from './headings.ts'
import { type ListedMaterial, materialNodes } from './material-list.ts'
import { lineHeight, page, size } from './measure.ts'

/** Empty lines that an unwritten chapter is printed with. */
const blankLines = 4
const bodyLine = size.三号 * lineHeight
/** Below a table. */
const tableSpace = 8

// Made anew for each place: pdfmake writes into the nodes that it is given.
const tableGap = (): Content => ({ stack: [], margin: [0, tableSpace, 0, 0] })
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
  let used = usedAbove(section, index, ink)
  const blocks = section.blocks.flatMap((block, at) => {
    const mark = { id: `${id}-${at + 1}`, parent: id }
    if (block.kind !== 'grid') {
      used = undefined
      return blockNodes(block, mark, ink, materials)
    }
    const drawn = gridNodes(block, { ...mark, ...neighbours(section.blocks, at), used }, ink)
    used = drawn.used
    return drawn.nodes
  })
  const pageBreak: Content[] =
    section.newPage && index > 0 ? [{ stack: [], pageBreak: 'before' }] : []
  return [
    ...pageBreak,
    ...heading(section, id, ink),
    ...(section.note ? bodyText(paragraphs(section.note), section.title, ink) : []),
    ...blocks,
  ]
}

function heading({ title, annex, unheaded }: Section, id: string, ink: Ink): Content[] {
  const keep = 5 * bodyLine
  if (annex !== undefined) return annexHeading({ annex, title, id, keep }, ink)
  return unheaded ? [] : sectionHeading({ text: title, id, keep }, ink.setter)
}

/** How much of its page a section's heading takes, where it begins one. */
function usedAbove(section: Section, index: number, ink: Ink): number | undefined {
  const { newPage, annex, note, unheaded, title } = section
  const begins = newPage === true || (index === 0 && ink.frame === page)
  const plain = annex === undefined && note === undefined
  const width = (2 + ink.setter.width(title)) * size.三号
  if (!begins || !plain || width > ink.frame.textWidth) return undefined
  return unheaded ? 0 : headingHeight.section
}

type Mark = { readonly id: string; readonly parent: string }
type Grid = Extract<Block, { kind: 'grid' }>
type Neighbours = { readonly joined: boolean; readonly goesOn: boolean }

/** Tables without a heading between them are one table of the official form. */
function neighbours(blocks: readonly Block[], at: number): Neighbours {
  const untitled = (block: Block | undefined) => block?.kind === 'grid' && block.title === undefined
  return {
    joined: blocks[at - 1]?.kind === 'grid' && untitled(blocks[at]),
    goesOn: untitled(blocks[at + 1]),
  }
}

type GridMark = Mark & Neighbours & { readonly used: number | undefined }

function gridNodes(block: Grid, mark: GridMark, ink: Ink) {
  const above = block.title === undefined ? 0 : headingHeight.chapter
  const used = mark.used === undefined ? undefined : mark.used + above
  const { nodes, lead, used: end } = drawGrid(block, ink, { joined: mark.joined, used })
  const heading = { text: block.title ?? '', id: mark.id, keep: lead }
  const title = block.title === undefined ? [] : chapterHeading(heading, mark.parent, ink.setter)
  const gap = mark.goesOn ? 0 : tableSpace
  return {
    nodes: [...title, ...nodes, ...(gap > 0 ? [tableGap()] : [])],
    used: end === undefined ? undefined : end + gap,
  }
}

function blockNodes(
  block: Exclude<Block, Grid>,
  { id, parent }: Mark,
  ink: Ink,
  materials: readonly ListedMaterial[],
): Content[] {
  const heading = (text: string, keep: number) =>
    chapterHeading({ text, id, keep }, parent, ink.setter)
  switch (block.kind) {
    case 'chapter':
      return [...heading(block.title, 2 * bodyLine), ...chapterText(block, ink)]
    case 'note':
      return [
        ...(block.title === '' ? [] : heading(block.title, 2 * bodyLine)),
        ...bodyText(block.paragraphs.flatMap(paragraphs), block.title, ink),
        ...closingLines(block.closing ?? [], ink),
      ]
    case 'materials':
      return materialNodes(materials, ink.setter)
  }
}

function chapterText(block: Extract<Block, { kind: 'chapter' }>, ink: Ink): Content[] {
  const field = ink.fields.get(block.field)
  const printed = field && printedAnswer(field, ink.answers)
  if (!field || !printed) return []
  if (printed.kind === 'text' && printed.paragraphs.length > 0)
    return bodyText(printed.paragraphs, field.label, ink)
  const outline = block.outline ? bodyText(paragraphs(block.outline), block.title, ink) : []
  if (printed.kind === 'text') return [...outline, blankSpace()]
  const setting = { setter: ink.setter, role: 'body', field: field.label } as const
  const type = { fontSize: size.三号, width: ink.frame.textWidth, alignment: 'left' } as const
  return [...outline, setAnswer(printed, { ...setting, ...type }).node]
}

/** Lines to be signed, sealed and dated, at the right, with room above each; never parted. */
function closingLines(lines: readonly string[], { setter, frame }: Ink): Content[] {
  if (lines.length === 0) return []
  const stack = lines.map(
    (line): Content => ({
      text: setter.runs(line, 'body', line),
      fontSize: size.三号,
      margin: [frame.textWidth * 0.4, 2 * bodyLine, 0, 0],
    }),
  )
  return [{ unbreakable: true, stack }]
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
