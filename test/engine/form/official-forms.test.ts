import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { renderForm } from '../../../electron/engine/form/render.ts'
import { answerText, printedAnswer } from '../../../shared/programme/answer-text.ts'
import type { Form } from '../../../shared/programme/form.ts'
import { pack } from '../../../shared/programme/pack.ts'
import { sampleMaterials } from '../../fixtures/form.ts'
import { inventedAnswers } from '../../fixtures/form-answers.ts'
import { testFonts } from '../../support/fonts.ts'
import { dense, inspectPdf } from '../../support/poppler.ts'
import { quietJob } from '../../support/quiet-job.ts'

const fonts = await testFonts()
const forms = readdirSync('assets/programmes')
  .filter((name) => name.endsWith('.json'))
  .flatMap((name): [string, Form][] => {
    const { form } = pack.parse(JSON.parse(readFileSync(`assets/programmes/${name}`, 'utf8')))
    return form ? [[name, form]] : []
  })

const input = { code: '3F9A-21C7', title: '申报书', author: '示例企业', date: new Date(0) }

/** Headings of the form, in order. */
const headings = (form: Form) =>
  form.sections.flatMap((section) => [
    ...(section.unheaded ? [] : [section.title]),
    ...section.blocks.flatMap((block) =>
      block.kind !== 'materials' && block.title ? [block.title] : [],
    ),
  ])

/** Words that the form prints in its tables. */
const labels = (form: Form) =>
  form.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'grid' ? block.rows.flatMap(({ cells }) => cells.map(({ text }) => text)) : [],
    ),
  )

/** Where each character of `text` occurs in any order: table cells interleave their lines. */
const lacks = (seen: string, text: string) =>
  [...dense(text)].filter((sign) => !seen.includes(sign))

const inOrder = (text: string, parts: readonly string[]) => {
  let at = -1
  for (const part of parts) {
    at = text.indexOf(dense(part), at + 1)
    expect(at, part).toBeGreaterThanOrEqual(0)
  }
}

describe.each(forms)('the official form of %s', (_, form) => {
  it('prints blank, with every heading in order and every label', async () => {
    const { pdf } = await renderForm(
      { ...input, form, answers: {}, materials: [] },
      fonts,
      quietJob,
    )
    const seen = inspectPdf(pdf)
    expect(seen.complaints).toBe('')
    inOrder(seen.text, headings(form))
    for (const label of labels(form)) expect(lacks(seen.text, label ?? '')).toEqual([])
    expect(seen.text).not.toContain('☑')
  })

  it('prints filled in, with every short answer', async () => {
    const answers = inventedAnswers(form, 6)
    const made = await renderForm(
      { ...input, form, answers, materials: sampleMaterials },
      fonts,
      quietJob,
    )
    const seen = inspectPdf(made.pdf)
    expect(seen.complaints).toBe('')
    expect(Number(seen.info.Pages)).toBe(made.pages)
    inOrder(seen.text, headings(form))
    for (const field of form.fields) {
      const text = dense(answerText(printedAnswer(field, answers)))
      if (['text', 'number', 'money', 'percent', 'date', 'month'].includes(field.type))
        expect(seen.text, field.id).toContain(text)
      if (field.type === 'narrative') expect(seen.text).toContain(text.slice(0, 4))
      if (field.type === 'table')
        for (let row = 1; row <= 6; row += 1)
          if (field.columns.some(({ type }) => type === 'text'))
            expect(seen.text).toContain(`${form.fields.indexOf(field) + 1}之${row}`)
    }
  })
})

it('there is an official form to look at', () => {
  expect(forms.map(([name]) => name)).toContain('js-internet-plus-base-2022.json')
})
