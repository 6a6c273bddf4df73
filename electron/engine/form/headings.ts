/**
 * Headings of the form with their bookmarks. A heading is never left alone at the foot of a page:
 * it takes `keep` points of what follows with it. pdfmake keeps a block together but not two
 * neighbours, so the room is reserved below the heading and given back to what comes next.
 */
import type { Content } from 'pdfmake/interfaces'
import { type PageFrame, size } from './measure.ts'
import { titleLines } from './title-lines.ts'
import type { Typesetter } from './typesetter.ts'

export type Heading = { readonly text: string; readonly id: string; readonly keep: number }

/** A level-1 heading (一、…) in 三号 黑体. */
export function sectionHeading(heading: Heading, setter: Typesetter): Content[] {
  return kept(heading, {
    text: setter.runs(heading.text, 'section', heading.text),
    fontSize: size.三号,
    leadingIndent: 2 * size.三号,
    margin: [0, size.三号, 0, 6 + heading.keep],
    ...bookmark(heading),
  })
}

/** A level-2 heading (（一）…) in 三号 楷体, bookmarked under its section. */
export function chapterHeading(heading: Heading, parent: string, setter: Typesetter): Content[] {
  return kept(heading, {
    text: setter.runs(heading.text, 'chapter', heading.text),
    fontSize: size.三号,
    leadingIndent: 2 * size.三号,
    margin: [0, 8, 0, 4 + heading.keep],
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

function kept({ keep }: Heading, node: Content): Content[] {
  return [
    { unbreakable: true, stack: [node] },
    { stack: [], margin: [0, -keep, 0, 0] },
  ]
}
