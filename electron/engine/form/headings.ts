/**
 * Headings of the form with their bookmarks. A heading is never left alone at the foot of a page:
 * it takes `keep` points of what follows with it. pdfmake keeps a block together but not two
 * neighbours, so the room is reserved below the heading and given back to what comes next.
 */
import type { Content } from 'pdfmake/interfaces'
import { lineHeight, type PageFrame, size } from './measure.ts'
import { titleLines } from './title-lines.ts'
import type { Typesetter } from './typesetter.ts'

export type Heading = { readonly text: string; readonly id: string; readonly keep: number }

const space = {
  section: { above: size.三号, below: 6 },
  chapter: { above: 8, below: 4 },
} as const
const heightOf = ({ above, below }: { readonly above: number; readonly below: number }) =>
  above + size.三号 * lineHeight + below

/** What headings of one line take of the page. */
export const headingHeight = {
  section: heightOf(space.section),
  chapter: heightOf(space.chapter),
} as const

/** A level-1 heading (一、…) in 三号 黑体. */
export function sectionHeading(heading: Heading, setter: Typesetter): Content[] {
  return kept(heading, {
    text: setter.runs(heading.text, 'section', heading.text),
    fontSize: size.三号,
    leadingIndent: 2 * size.三号,
    margin: [0, space.section.above, 0, space.section.below + heading.keep],
    ...bookmark(heading),
  })
}

/** A level-2 heading (（一）…) in 三号 楷体, bookmarked under its section. */
export function chapterHeading(heading: Heading, parent: string, setter: Typesetter): Content[] {
  return kept(heading, {
    text: setter.runs(heading.text, 'chapter', heading.text),
    fontSize: size.三号,
    leadingIndent: 2 * size.三号,
    margin: [0, space.chapter.above, 0, space.chapter.below + heading.keep],
    ...bookmark(heading),
    outlineParentId: parent,
  })
}

/** The number of an annex at the left, its title centred below, in the type of a title. */
export function annexHeading(
  { annex, title, id, keep }: { annex: string; title: string; id: string; keep: number },
  { setter, frame }: { setter: Typesetter; frame: PageFrame },
): Content[] {
  const lines = titleLines(title, setter, frame.textWidth)
  const heading = { text: title, id, keep }
  return [
    { text: setter.runs(annex, 'section', annex), fontSize: size.三号 },
    ...kept(heading, {
      text: setter.runs(lines.join('\n'), 'title', title),
      fontSize: size.二号,
      alignment: 'center',
      margin: [0, size.三号, 0, size.三号 + keep],
      ...bookmark(heading),
    }),
  ]
}

const bookmark = ({ text, id }: Heading) => ({
  id,
  outline: true,
  outlineText: text,
  outlineExpanded: true,
})

/** Goes overleaf, with what follows, where less than this is left of the page. */
export const reserved = (height: number): Content[] => [
  { unbreakable: true, stack: [{ text: ' ', fontSize: 1, margin: [0, 0, 0, height] }] },
  { stack: [], margin: [0, -height - lineHeight, 0, 0] },
]

function kept({ keep }: Heading, node: Content): Content[] {
  return [
    { unbreakable: true, stack: [node] },
    { stack: [], margin: [0, -keep, 0, 0] },
  ]
}
