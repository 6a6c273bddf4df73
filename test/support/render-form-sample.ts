/**
 * Writes the sample form, filled in and blank, to out/form/ for looking at:
 * `node test/support/render-form-sample.ts [pack.json]`.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { renderForm } from '../../electron/engine/form/render.ts'
import { pack } from '../../shared/programme/pack.ts'
import { sampleAnswers, sampleForm, sampleMaterials } from '../fixtures/form.ts'
import { inventedAnswers } from '../fixtures/form-answers.ts'
import { testFonts } from './fonts.ts'
import { quietJob } from './quiet-job.ts'

const file = process.argv[2]
const official =
  file === undefined ? undefined : pack.parse(JSON.parse(await readFile(file, 'utf8'))).form
const form = official ?? sampleForm
const filled = official ? inventedAnswers(official) : sampleAnswers
const fonts = await testFonts()
await mkdir('out/form', { recursive: true })
for (const [name, answers, materials] of [
  ['filled', filled, sampleMaterials],
  ['blank', {}, []],
] as const) {
  const input = {
    form,
    answers,
    materials,
    code: '3F9A 21C7',
    title: form.title,
    author: '示例企业',
  }
  const started = performance.now()
  const made = await renderForm({ ...input, date: new Date(0) }, fonts, quietJob)
  await writeFile(`out/form/${name}.pdf`, made.pdf)
  const took = Math.round(performance.now() - started)
  console.log(`out/form/${name}.pdf: ${made.pages} pages, ${made.pdf.length} bytes, ${took} ms`)
}
