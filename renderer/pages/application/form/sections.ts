/** Which fields stand in which part of the form, so that marks and links find them. Pure. */
import type { Finding } from '../../../../shared/model/finding.ts'
import type { Block, Form, Section } from '../../../../shared/programme/form.ts'

/** The cover counts as a part of its own. */
export const coverId = 'cover'

export type Part = {
  readonly id: string
  readonly fields: ReadonlySet<string>
  readonly section: Section | null
}

function blockFields(block: Block): readonly string[] {
  if (block.kind === 'chapter') return [block.field]
  if (block.kind !== 'grid') return []
  return block.rows.flatMap((row) => [
    ...(row.repeat ? [row.repeat] : []),
    ...row.cells.flatMap((cell) => (cell.field && !cell.echo ? [cell.field] : [])),
  ])
}

/** Cover first, then the sections as the form orders them. */
export function partsOf(form: Form): readonly Part[] {
  const cover = {
    id: coverId,
    fields: new Set(form.cover.map(({ field }) => field)),
    section: null,
  }
  const sections = form.sections.map((section) => ({
    id: section.id,
    fields: new Set(section.blocks.flatMap(blockFields)),
    section,
  }))
  return [...(form.cover.length > 0 ? [cover] : []), ...sections]
}

/** The part that shows a field, or undefined for a field that the layout forgot. */
export function partOf(parts: readonly Part[], field: string): Part | undefined {
  return parts.find(({ fields }) => fields.has(field))
}

/** What the check says about the fields of one part. */
export function findingsIn(part: Part, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ place }) => place.step === 'form' && part.fields.has(place.ref))
}

/** The headings inside a part: its tables and chapters, in order. */
export function headingsOf({ section }: Part): readonly string[] {
  return (section?.blocks ?? []).flatMap((block) =>
    'title' in block && block.title ? [block.title] : [],
  )
}
