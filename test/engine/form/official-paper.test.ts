/** The official forms as print shops and archives look at them: paper, faces, tables, sameness. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { layoutGrid } from '../../../electron/engine/form/layout-grid.ts'
import { renderForm } from '../../../electron/engine/form/render.ts'
import type { AnswerRow, Form } from '../../../shared/programme/form.ts'
import { pack } from '../../../shared/programme/pack.ts'
import { sampleMaterials } from '../../fixtures/form.ts'
import { inventedAnswers } from '../../fixtures/form-answers.ts'
import { testFonts } from '../../support/fonts.ts'
import { inspectPdf } from '../../support/poppler.ts'
import { quietJob } from '../../support/quiet-job.ts'

const fonts = await testFonts()
const forms = readdirSync('assets/programmes')
  .filter((name) => name.endsWith('.json'))
  .flatMap((name): [string, Form][] => {
    const { form } = pack.parse(JSON.parse(readFileSync(`assets/programmes/${name}`, 'utf8')))
    return form ? [[name, form]] : []
  })
const input = { code: '3F9A-21C7', title: '申报书', author: '示例企业', date: new Date(0) }

describe.each(forms)('%s on paper', (_, form) => {
  test('is A4 throughout, with every face embedded and named, and the same bytes again', async () => {
    const filled = { ...input, form, answers: inventedAnswers(form), materials: sampleMaterials }
    const { pdf, pages } = await renderForm(filled, fonts, quietJob)
    const seen = inspectPdf(pdf)
    expect(pages).toBeGreaterThan(0)
    const [wide, high] = form.sheet ? ['841', '595'] : ['595', '841']
    expect(seen.info['Page size']).toMatch(
      new RegExp(`^${wide}\\.\\d+ x ${high}\\.\\d+ pts \\(A4\\)`),
    )
    expect(seen.info).toMatchObject({ Title: '申报书', Author: '示例企业', Encrypted: 'no' })
    expect(seen.info.JavaScript).toBe('no')
    expect(seen.fonts.length).toBeGreaterThan(0)
    for (const { type, row } of seen.fonts) {
      expect(type).not.toContain('Type 3')
      // Embedded, subset, with a map back to Unicode: text can be searched and copied.
      expect(row).toMatch(/yes yes yes +\d+ +0 *$/)
    }
    const again = await renderForm(filled, fonts, quietJob)
    expect(Buffer.from(again.pdf).equals(Buffer.from(pdf))).toBe(true)
  })
})

const grids = forms.flatMap(([name, form]) =>
  form.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'grid' ? [{ name, form, block }] : [])),
  ),
)

test.each([0, 1, 7])('every official table is whole with %i rows in each list', (count) => {
  expect(grids.length).toBeGreaterThan(10)
  for (const { name, form, block } of grids) {
    const rows: AnswerRow[] = Array.from({ length: count }, (_, i) => ({ n: `${i}` }))
    const parts = layoutGrid(block.rows, block.widths.length, () => ({ rows, minRows: 0 }))
    const place = `${name} ${block.id}`
    for (const part of parts) {
      const { rows: lines } = part
      expect(part.headRows, place).toBeLessThan(lines.length)
      // Every place belongs to exactly one cell: counted by laying each span out.
      const covered = lines.map((line) => line.map(() => 0))
      lines.forEach((line, r) => {
        expect(line, place).toHaveLength(block.widths.length)
        line.forEach((slot, c) => {
          if (slot === 'covered') return
          for (let y = r; y < r + slot.rowSpan; y += 1)
            for (let x = c; x < c + slot.colSpan; x += 1) {
              const times = covered[y]?.[x]
              expect(times, `${place} ${y} ${x}`).toBeDefined()
              covered[y]?.splice(x, 1, (times ?? 0) + 1)
            }
        })
      })
      expect(
        covered.flat().every((times) => times === 1),
        place,
      ).toBe(true)
    }
    // No cell of the definition is lost, none is printed for a field twice.
    const printed = parts.flatMap(({ rows: lines }) =>
      lines.flatMap((line) => line.flatMap((slot) => (slot === 'covered' ? [] : [slot.cell]))),
    )
    const fields = printed.flatMap(({ field, echo }) => (field && !echo ? [field] : []))
    expect(new Set(fields).size, place).toBe(fields.length)
    const wanted = block.rows.flatMap((row) => row.cells.flatMap(({ field }) => field ?? []))
    for (const field of wanted)
      expect(
        printed.map((cell) => cell.field),
        place,
      ).toContain(field)
    expect(form.fields.length).toBeGreaterThan(0)
  }
})
