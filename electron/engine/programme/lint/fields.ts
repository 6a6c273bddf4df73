/** Lints the fields of a form: their options, columns, bindings and proofs. */
import type { Column, Derive, Field, Form } from '../../../../shared/programme/form.ts'
import { factOf } from '../../../../shared/programme/label.ts'
import type { Pack } from '../../../../shared/programme/pack.ts'
import type { Note, Path } from '../pack-fault.ts'
import { lintIndicator, lintUnique, slotIds } from './lint.ts'

export function lintFields(pack: Pack, form: Form, note: Note): void {
  form.fields.forEach((field, i) => {
    const at: Path = ['form', 'fields', i]
    const proof = 'proof' in field ? field.proof : undefined
    if (proof !== undefined && !slotIds(pack).includes(proof)) {
      note([...at, 'proof'], 'unknown.slot', { name: proof })
    }
    if ('bind' in field && field.bind) lintBind(field.bind, [...at, 'bind'], note)
    if ('derive' in field && field.derive) lintDerive(form, field.derive, [...at, 'derive'], note)
    if (field.type === 'table') lintColumns(field.columns, at, note)
    else if (field.type !== 'narrative') lintOptions(field, at, note)
  })
  form.writing.forEach(({ fields = [] }, i) => {
    for (const name of fields) {
      if (form.fields.some(({ id }) => id === name)) continue
      note(['form', 'writing', i, 'fields'], 'unknown.field', { name })
    }
  })
}

function lintDerive(form: Form, derive: Derive, path: Path, note: Note): void {
  const has = (name: string, table: boolean) =>
    form.fields.some(({ id, type }) => id === name && (type === 'table') === table)
  if (derive.kind === 'ratio') {
    lintIndicator(derive.part.indicator, [...path, 'part'], note)
    lintIndicator(derive.whole.indicator, [...path, 'whole'], note)
  } else if (derive.kind === 'count') {
    if (!has(derive.table, true)) note([...path, 'table'], 'unknown.table', { name: derive.table })
  } else if (!has(derive.as, false)) note([...path, 'as'], 'unknown.field', { name: derive.as })
}

function lintBind(bind: string, path: Path, note: Note): void {
  const name = bind.slice(bind.indexOf(':') + 1)
  if (bind.startsWith('indicator:')) lintIndicator(name.split('@')[0] ?? '', path, note)
  else if (!factOf(name)) note(path, 'unknown.fact', { name })
}

function lintColumns(columns: readonly Column[], at: Path, note: Note): void {
  lintUnique(
    columns.map(({ id }, i) => ({ id, path: [...at, 'columns', i, 'id'] })),
    note,
  )
  columns.forEach((column, i) => {
    lintOptions(column, [...at, 'columns', i], note)
  })
}

function lintOptions(
  asked: Exclude<Field, { type: 'table' | 'narrative' }> | Column,
  at: Path,
  note: Note,
): void {
  const options = asked.options ?? []
  const choice = asked.type === 'choice' || asked.type === 'choices'
  if (choice && options.length === 0) note(at, 'options.missing')
  lintUnique(
    options.map(({ id }, i) => ({ id, path: [...at, 'options', i, 'id'] })),
    note,
  )
}
