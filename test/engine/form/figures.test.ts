import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { figureSize } from '../../../electron/engine/form/figure-size.ts'
import { resolveFaces } from '../../../electron/engine/form/fonts.ts'
import { renderForm } from '../../../electron/engine/form/render.ts'
import { typesetter } from '../../../electron/engine/form/typesetter.ts'
import { pack } from '../../../shared/programme/pack.ts'
import { testFonts } from '../../support/fonts.ts'
import { tempFolder } from '../../support/house.ts'
import { wordBoxes } from '../../support/poppler.ts'
import { quietJob } from '../../support/quiet-job.ts'

const fonts = await testFonts()
const code = '91320594MA1XK2QL7C'

test.each(['js-iiot-service-backbone-2020', 'jl-iiot-service-demonstration-2020'])(
  'the credit code stands on one line in %s',
  async (name) => {
    const { form } = pack.parse(JSON.parse(readFileSync(`assets/programmes/${name}.json`, 'utf8')))
    if (!form) throw new Error(`${name} has no form`)
    const asked = form.fields.filter(({ label }) => /信用代码/.test(label))
    expect(asked.length).toBeGreaterThan(0)
    const answers = Object.fromEntries(asked.map(({ id }) => [id, code]))
    const input = { form, answers, materials: [], code: '', title: '', author: '' }
    const { pdf, pages } = await renderForm({ ...input, date: new Date(0) }, fonts, quietJob)
    const file = join(tempFolder(), 'form.pdf')
    writeFileSync(file, pdf)
    const words = Array.from({ length: pages }, (_, at) => wordBoxes(file, at + 1)).flat()
    expect(words.filter(([text]) => text === code)).toHaveLength(asked.length)
  },
)

test('figures are set no smaller than they must, and never below what can be read', async () => {
  const faces = await resolveFaces(fonts)
  const setter = typesetter(faces)
  const sizeOf = (text: string, width: number) =>
    figureSize({ kind: 'text', paragraphs: [text] }, { setter, fontSize: 12, width })
  const ems = setter.width(code)
  expect(sizeOf(code, ems * 12 + 1)).toBe(12)
  expect(sizeOf(code, ems * 11)).toBe(10.5)
  expect(sizeOf(code, ems * 9.5)).toBe(9)
  // Words may go on in the next line; what fits in no size keeps its own.
  expect(sizeOf(code, ems * 8)).toBe(12)
  expect(sizeOf('面向装备制造行业的设备联网', 60)).toBe(12)
  expect(sizeOf('2022年10月8日', setter.width('2022年10月8日') * 9.5)).toBe(9)
})
