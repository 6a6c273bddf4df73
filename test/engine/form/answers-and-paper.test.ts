/** Whatever is answered stands on the paper, and no value stands there that was not answered. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { renderForm } from '../../../electron/engine/form/render.ts'
import type { Form } from '../../../shared/programme/form.ts'
import { pack } from '../../../shared/programme/pack.ts'
import { testFonts } from '../../support/fonts.ts'
import { ink, randomAnswers } from '../../support/form-answers.ts'
import { matched, printedValues, setText } from '../../support/form-pdf.ts'
import { tempFolder } from '../../support/house.ts'
import { quietJob } from '../../support/quiet-job.ts'
import { chanceOf } from '../../support/random.ts'

const fonts = await testFonts()
const forms = readdirSync('assets/programmes').flatMap((name): [string, Form][] => {
  const { form } = pack.parse(JSON.parse(readFileSync(`assets/programmes/${name}`, 'utf8')))
  return form ? [[name, form]] : []
})
const input = { materials: [], code: 'ABCDEF', title: '申报书', author: '', date: new Date(0) }
const digits = (text: string): ReadonlySet<string> => new Set(text.match(/\d[\d,.]*/g) ?? [])

async function textOf(form: Form, answers: Parameters<typeof renderForm>[0]['answers']) {
  const { pdf } = await renderForm({ ...input, form, answers }, fonts, quietJob)
  const file = join(tempFolder(), 'form.pdf')
  writeFileSync(file, pdf)
  return setText(file)
}

describe.each(forms)('%s', (_, form) => {
  test.each([1, 2, 3])(
    'random answers, there and back (seed %i)',
    async (seed) => {
      const answers = randomAnswers(form, chanceOf(seed * 7919), 5)
      const text = await textOf(form, answers)
      const { lacking, left } = matched(text, printedValues(form, answers))
      expect(lacking).toEqual([])
      // The ink of the answers is used up, and what figures are left the blank form prints too.
      expect([...left].filter((sign) => ink.includes(sign))).toEqual([])
      expect(left).not.toContain('☑')
      const blank = digits(await textOf(form, {}))
      const rows = form.fields.some(({ type }) => type === 'table') ? ['1', '2', '3', '4', '5'] : []
      expect([...digits(left)].filter((each) => !blank.has(each) && !rows.includes(each))).toEqual(
        [],
      )
    },
    60_000,
  )
})
