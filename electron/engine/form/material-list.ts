/** The list of the papers that go with the form (相关证明材料). */
import type { Content } from 'pdfmake/interfaces'
import words from '../../../shared/text/zh-CN/form.json' with { type: 'json' }
import { blankRows } from './layout-grid.ts'
import { size } from './measure.ts'
import { plainTable } from './plain-table.ts'
import type { Typesetter } from './typesetter.ts'

export type ListedMaterial = {
  readonly slot: string
  readonly title: string
  readonly name: string
  /** Its number in the bundle; counted from 1 where there is none. */
  readonly number?: string | undefined
}

/** One table: number, what is asked for, the file that answers it. */
export function materialNodes(materials: readonly ListedMaterial[], setter: Typesetter): Content[] {
  const columns = [
    { label: words['materials.number'], share: 10, alignment: 'center' },
    { label: words['materials.title'], share: 45 },
    { label: words['materials.name'], share: 45 },
  ] as const
  const rows = materials.map(({ title, name, number }, i) => [number ?? `${i + 1}`, title, name])
  const blank = rows.length > 0 ? [] : Array.from({ length: blankRows }, () => ['', '', ''])
  return [plainTable({ columns, rows: [...rows, ...blank] }, { setter, fontSize: size.小四 })]
}
