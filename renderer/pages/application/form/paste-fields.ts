/** A block pasted into the plain cells of an official table, such as three years of figures. Pure. */
import type { Answers } from '../../../../shared/programme/form.ts'
import type { PlainSpec, Spec } from './control-props.ts'
import { isWindow, type LaidRow, type LaidWindow } from './layout.ts'
import { noteOf, type PasteNote, pastedValue } from './paste.ts'

type From = { readonly line: number; readonly at: number }

const isPlain = (spec: Spec | undefined): spec is PlainSpec =>
  spec !== undefined && spec.type !== 'table' && spec.type !== 'narrative'

/** The fields that stand at or right of a column, line by line; lines without any are passed over. */
function fieldsFrom(laid: readonly (LaidRow | LaidWindow)[], { line, at }: From): string[][] {
  const rows = laid.filter((part): part is LaidRow => !isWindow(part) && !part.repeat)
  return rows
    .filter((row) => row.line >= line)
    .map(({ cells }) =>
      cells.flatMap(({ cell, at: start }) =>
        cell.field !== undefined && !cell.echo && start >= at ? [cell.field] : [],
      ),
    )
    .filter((fields) => fields.length > 0)
}

/** What a block changes from a field on, and what there is to say of it. */
export function pastedFields(
  laid: readonly (LaidRow | LaidWindow)[],
  fields: ReadonlyMap<string, Spec>,
  from: From,
  block: readonly (readonly string[])[],
): { readonly changes: Answers; readonly note: PasteNote } {
  const targets = fieldsFrom(laid, from)
  const changes: Record<string, Answers[string]> = {}
  const said: Partial<PasteNote>[] = []
  for (const [down, line] of block.entries()) {
    for (const [right, text] of line.entries()) {
      const id = targets[down]?.[right] ?? ''
      const spec = fields.get(id)
      if (spec?.type === 'narrative') changes[id] = text.trim()
      else if (isPlain(spec)) {
        const { value, ...remark } = pastedValue(spec, text)
        changes[id] = value
        said.push(remark)
      } else if (text.trim() !== '') said.push({ outside: 1 })
    }
  }
  return { changes, note: noteOf(said) }
}
