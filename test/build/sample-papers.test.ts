import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import Big from 'big.js'
import { beforeAll, describe, expect, it } from 'vitest'
import * as books from '../../build/sample/books.ts'
import { grouped, inYuan, sum } from '../../build/sample/money.ts'
import { enterprise } from '../../build/sample/parties.ts'
import { contracts, contractTotal, purchases, totalOf } from '../../build/sample/purchases.ts'
import { mark } from '../../build/sample/render.ts'
import { type MadeSample, makeSample } from '../../build/sample/sample.ts'
import { isCreditCode } from '../../shared/model/credit-code.ts'
import { type Sample, sample } from '../../shared/model/sample.ts'
import { chineseAmount } from '../../shared/programme/chinese-amount.ts'

const folder = join(import.meta.dirname, '../../assets/sample')
const told: Sample = sample.parse(JSON.parse(readFileSync(join(folder, 'sample.json'), 'utf8')))
const path = (file: string) => join(folder, 'files', file)

/** What a reader sees: the text of each page, white space removed. */
function pagesOf(file: string): string[] {
  const text = execFileSync('pdftotext', ['-layout', path(file), '-'], { encoding: 'utf8' })
  return text
    .split('\f')
    .map((page) => page.replace(/\s/g, ''))
    .slice(0, -1)
}

const wholeText = (file: string) => pagesOf(file).join('')
const plainSum = (values: readonly (string | undefined)[]) =>
  values.reduce((total, value) => total.plus(value ?? ''), new Big(0)).toFixed(2)
const ofKind = (kind: string) => told.materials.filter((each) => each.kind === kind)
const dayIn = (day: string) => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** Page content, fonts and all, independent of how well this machine's zlib packs them. */
function unpacked(pdf: Buffer): string[] {
  const parts: string[] = []
  let at = 0
  for (;;) {
    const start = pdf.indexOf('stream\n', at)
    if (start < 0) return parts
    const end = pdf.indexOf('\nendstream', start)
    const data = pdf.subarray(start + 7, end)
    parts.push((data[0] === 0x78 ? inflateSync(data) : data).toString('latin1'))
    at = end + 10
  }
}

describe('the generator', () => {
  let made: MadeSample
  beforeAll(async () => {
    made = await makeSample()
  })

  it('makes what is committed, and the same at every run', async () => {
    const again = await makeSample()
    expect(made.json).toBe(readFileSync(join(folder, 'sample.json'), 'utf8'))
    expect([...made.files.keys()].sort()).toEqual(readdirSync(join(folder, 'files')).sort())
    for (const [name, bytes] of made.files) {
      expect(again.files.get(name)?.equals(bytes), name).toBe(true)
      expect(unpacked(bytes).length, name).toBeGreaterThan(4)
      expect(unpacked(bytes), name).toEqual(unpacked(readFileSync(path(name))))
    }
  })

  it('keeps the whole example below 3 MB', () => {
    const sizes = told.materials.map((each) => statSync(path(each.file)).size)
    expect(sizes.reduce((total, size) => total + size, 0)).toBeLessThan(3_000_000)
  })
})

describe('the papers', () => {
  it.each(told.materials.map((each) => each.file))('%s is marked on every page', (file) => {
    const pages = pagesOf(file)
    expect(pages.length).toBeGreaterThan(0)
    for (const page of pages) expect(page).toContain(mark)
  })

  it.each(told.materials.map((each) => [each.file, each] as const))(
    '%s says what the archive is told of it',
    (file, material) => {
      const text = wholeText(file)
      for (const [key, value] of Object.entries(material.facts)) {
        if (key === 'opinion') continue
        const shown = /^\d{4}-\d\d-\d\d$/.test(value)
          ? [value, dayIn(value), value.replace('-', '年').replace('-', '月').concat('日')]
          : /^\d+\.\d\d$/.test(value)
            ? [value, grouped(value)]
            : [value]
        expect(
          shown.some((each) => text.includes(each.replace(/\s/g, ''))),
          `${key}: ${value}`,
        ).toBe(true)
      }
      if (material.validTo) expect(text).toContain(dayIn(material.validTo))
    },
  )

  it('invoices add up, in figures and in 大写, between parties with valid codes', () => {
    expect(ofKind('invoice')).toHaveLength(6)
    for (const { file, facts } of ofKind('invoice')) {
      expect(plainSum([facts.net, facts.tax])).toBe(facts.amount)
      const text = wholeText(file)
      expect(text).toContain(chineseAmount(facts.amount ?? '', '圆'))
      const codes = [...text.matchAll(/91\d{6}EXAMPLE[0-9A-Z]{3}/g)].map(([code]) => code)
      expect(new Set(codes).size).toBe(2)
      expect(codes).toContain(enterprise.creditCode)
      expect(codes.every(isCreditCode)).toBe(true)
    }
  })

  it('one invoice stands there twice, in files with other bytes', () => {
    const numbers = ofKind('invoice').map(({ facts }) => `${facts.code}-${facts.number}`)
    const twice = numbers.filter((each, at) => numbers.indexOf(each) !== at)
    expect(twice).toEqual(['3200229992-00000404'])
    const [first, second] = ofKind('invoice').filter((each) => each.facts.number === '00000404')
    expect(readFileSync(path(first?.file ?? ''))).not.toEqual(
      readFileSync(path(second?.file ?? '')),
    )
  })

  it('the special audit is the sum of the distinct invoices, contracts and payments', () => {
    const [special] = ofKind('special-audit')
    const distinct = new Map(
      ofKind('invoice').map(({ facts }) => [`${facts.code}-${facts.number}`, facts.amount]),
    )
    expect(plainSum([...distinct.values()])).toBe(special?.facts.amount)
    expect(plainSum(ofKind('contract').map(({ facts }) => facts.amount))).toBe(
      special?.facts.amount,
    )
    expect(plainSum(ofKind('payment').map(({ facts }) => facts.amount))).toBe(special?.facts.amount)
    expect(new Big(special?.facts.amount ?? 0).gte('20000000')).toBe(true)
    const text = wholeText(special?.file ?? '')
    for (const each of purchases) {
      expect(text).toContain(`${each.code}${each.number}${each.issuedOn}`)
      expect(text).toContain(grouped(totalOf(each)))
    }
    for (const each of contracts) expect(contractTotal(each)).toMatch(/00\.00$/)
  })
})

describe('the books', () => {
  const figure = (code: string, year: number) =>
    told.enterprise.indicators.find((each) => each.code === code && each.year === year)?.value

  it.each([2021, 2022] as const)('the audit report of %i prints the profile’s figures', (year) => {
    const text = wholeText(`audit-${year}.pdf`)
    for (const code of [
      'revenue',
      'main-revenue',
      'profit',
      'assets',
      'liabilities',
      'rd-spend',
      'tax',
    ]) {
      const now = figure(code, year)
      const before = figure(code, year - 1)
      expect(text, code).toContain(grouped(inYuan(now ?? '')))
      expect(text, code).toContain(grouped(inYuan(before ?? '')))
    }
    expect(text).toContain(`职工${figure('employees', year)}人`)
    expect(text).toContain(enterprise.creditCode)
  })

  it.each(books.years)('the statements of %i agree among each other', (year) => {
    expect(sum([books.debtTotal.values[year], books.equityTotal.values[year]])).toBe(
      books.assets.values[year],
    )
    const flows = [...books.operating, ...books.investing, ...books.financing, books.openingCash]
    expect(sum(flows.map((each) => each.values[year]))).toBe(books.closingCash.values[year])
    expect(books.debts.every((each) => Number(each.values[year]) > 0)).toBe(true)
  })

  it.each([2020, 2021, 2022, 2023])(
    'a part in the profile of %i is no more than its whole',
    (year) => {
      const parts = [
        ['main-revenue', 'revenue'],
        ['service-revenue', 'revenue'],
        ['niche-revenue', 'main-revenue'],
        ['liabilities', 'assets'],
        ['rd-equipment', 'assets'],
        ['rd-staff', 'employees'],
        ['rd-fulltime', 'rd-staff'],
        ['design-staff-qualified', 'design-staff'],
        ['smart-inventions', 'smart-patents'],
      ] as const
      for (const [part, whole] of parts) {
        expect(Number(figure(part, year)), part).toBeGreaterThan(0)
        expect(Number(figure(part, year)), part).toBeLessThanOrEqual(Number(figure(whole, year)))
      }
    },
  )

  it('project spending over three years is what the special audit found', () => {
    const spent = plainSum([2020, 2021, 2022].map((year) => figure('iiot-spend', year)))
    expect(inYuan(spent)).toBe(ofKind('special-audit')[0]?.facts.amount)
  })
})
