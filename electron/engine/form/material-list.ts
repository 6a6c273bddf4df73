/** The list of the papers that go with the form (相关证明材料). */
import type { Content, TableCell } from 'pdfmake/interfaces'
import words from '../../../shared/text/zh-CN/form.json' with { type: 'json' }
import { setText } from './answer-node.ts'
import { blankRows } from './layout-grid.ts'
import { columnWidths, size } from './measure.ts'
import { ruled } from './ruled.ts'
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
  const widths = columnWidths([10, 45, 45])
  const cell = (text: string, column: number, head: boolean): TableCell => {
    const width = widths[column] ?? 0
    const role = head ? ('label' as const) : ('body' as const)
    const field = words['materials.name']
    const alignment = head || column === 0 ? ('center' as const) : ('left' as const)
    const type = { role, fontSize: size.小四, width, alignment }
    const { node } = setText([text], { setter, ...type, field })
    return node
  }
  const head = [words['materials.number'], words['materials.title'], words['materials.name']]
  const rows = materials.map(({ title, name, number }, i) => [number ?? `${i + 1}`, title, name])
  const blank = rows.length > 0 ? [] : Array.from({ length: blankRows }, () => ['', '', ''])
  return [
    {
      margin: [0, 6, 0, 0],
      table: {
        widths,
        headerRows: 1,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        heights: 16,
        body: [
          head.map((text, i) => cell(text, i, true)),
          ...[...rows, ...blank].map((row) => row.map((text, i) => cell(text, i, false))),
        ],
      },
      layout: ruled,
    },
  ]
}
