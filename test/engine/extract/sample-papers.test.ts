/** The papers of the example enterprise, as PDF: every fact that is printed on them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Sample, sample } from '../../../shared/model/sample.ts'
import { root } from '../../support/house.ts'
import { doubtsOf, reader, valuesOf } from '../../support/reading.ts'

const folder = join(root, 'assets/sample')
const told: Sample = sample.parse(JSON.parse(readFileSync(join(folder, 'sample.json'), 'utf8')))
const read = reader()

const kinds = [
  'licence',
  'audit-report',
  'special-audit',
  'certificate',
  'invoice',
  'contract',
  'payment',
  'undertaking',
]
const papers = told.materials.filter(
  ({ kind, file }) => kinds.includes(kind) && !file.startsWith('park-'),
)

test.each(papers.map((paper) => [paper.file, paper] as const))('%s', async (file, paper) => {
  const reading = await read(file, readFileSync(join(folder, 'files', file)))
  expect(reading.kind).toBe(paper.kind)
  expect(valuesOf(reading)).toMatchObject(paper.facts)
  if (paper.kind === 'certificate') {
    expect(reading).toMatchObject({ validFrom: paper.validFrom, validTo: paper.validTo })
  }
  expect(doubtsOf(reading)).toEqual([])
  expect(reading.trouble).toBeNull()
})

test('what else these papers print', async () => {
  const of = async (file: string) =>
    valuesOf(await read(file, readFileSync(join(folder, 'files', file))))
  expect(await of('audit-2022.pdf')).toMatchObject({
    cpa: '示甲、示乙',
    holder: '江苏云樾精密制造有限公司（示例）',
    issuedOn: '2023-01-30',
  })
  expect(await of('licence.pdf')).toMatchObject({
    legalRepresentative: '沈示远',
    capital: '80000000',
    establishedOn: '2012-06-18',
  })
  expect(await of('invoice-1.pdf')).toMatchObject({
    title: '江苏增值税专用发票',
    buyerTaxId: '91320400EXAMPLE11R',
    sellerTaxId: '91320500EXAMPLE2XN',
  })
  expect(await of('park-honour-1.pdf')).toMatchObject({
    number: 'SL-RY-2018-01',
    holder: '江苏云澜高新技术产业园（示例）',
    issuer: '示例工业和信息化主管部门',
    issuedOn: '2018-02-20',
  })
})

test('pages are counted, and the text is kept for search', async () => {
  const reading = await read('audit-2021.pdf', readFileSync(join(folder, 'files/audit-2021.pdf')))
  expect(reading.pages).toBe(6)
  expect(reading.text).toContain('负债和所有者权益总计')
  expect(reading.kindFrom).toBe('2021年度审计报告')
})
