import { expect, test } from 'vitest'
import { check } from '../../../shared/programme/check.ts'
import { placeLabel } from '../../../shared/programme/place-label.ts'
import en from '../../../shared/text/en/finding.json' with { type: 'json' }
import { findingText } from '../../../shared/text/say.ts'
import zh from '../../../shared/text/zh-CN/finding.json' with { type: 'json' }
import { makeCase, makePack } from '../../fixtures/programme.ts'

const names = makePack().form?.fields.find((field) => field.type === 'table')
if (names?.type !== 'table') throw new Error('no table')
const [column] = names.columns
const labels = [names.label, column?.label] as const

test('a row and a cell are named as a clerk reads them, in both languages', () => {
  const place = { step: 'form', ref: names.id, row: 0 } as const
  expect(placeLabel(makePack(), place)).toEqual({
    'zh-CN': `${labels[0]} 第1行`,
    en: `${labels[0]}, row 1`,
  })
  expect(placeLabel(makePack(), { ...place, row: 1, column: column?.id ?? '' })).toEqual({
    'zh-CN': `${labels[0]} 第2行 ${labels[1]}`,
    en: `${labels[0]}, row 2, ${labels[1]}`,
  })
})

test('what the check says of a cell names it the same', () => {
  const filled = names.columns.map(({ id }) => [id, id === column?.id ? '' : 'x'])
  const answers = { [names.id]: [Object.fromEntries(filled)] }
  const { findings } = check(makeCase({ answers }))
  const cell = findings.find(({ place }) => place.column === column?.id)
  if (!cell) throw new Error('nothing said of the cell')
  expect(findingText(zh, cell)).toContain(`“${labels[0]} 第1行 ${labels[1]}”`)
  expect(findingText(en, cell)).toContain(`“${labels[0]}, row 1, ${labels[1]}”`)
  // A field by itself has one name.
  const text = findings.find(({ code, place }) => code === 'field.required' && !place.column)
  expect(text && findingText(en, text)).toMatch(/^“[^”]+” is required/)
})
