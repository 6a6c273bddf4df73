import { describe, expect, test } from 'vitest'
import { check } from '../../../shared/programme/check.ts'
import type { Case } from '../../../shared/programme/evidence.ts'
import { invoiceOf } from '../../../shared/programme/invoice.ts'
import { claim, filed, makeCase, paper } from '../../fixtures/programme.ts'

const invoice = (number: string, code = '') => paper({ kind: 'invoice', facts: { code, number } })

const found = (change: Partial<Case>, code: string) =>
  check(makeCase(change))
    .findings.filter((finding) => finding.code === code)
    .map(({ severity, place: { ref } }) => `${severity} ${ref}`)

describe('invoices', () => {
  test('one invoice on two files is named at both', () => {
    const slots = {
      invoices: filed(invoice('7', '3200'), invoice('7', '3200'), invoice('8', '3200')),
    }
    expect(found({ slots }, 'invoice.repeated')).toEqual(['blocking invoices', 'blocking invoices'])
  })

  test('one that another application has claimed is named with it', () => {
    const claimed = [claim('-7', { title: '星级上云' })]
    const { findings } = check(makeCase({ claimed, slots: { invoices: filed(invoice('7')) } }))
    const finding = findings.find((each) => each.code === 'invoice.usedElsewhere')
    expect(finding).toMatchObject({
      severity: 'blocking',
      data: { invoice: '7', application: '星级上云', edition: '2022', where: '发票' },
    })
  })

  test('a claim that was released is told with its reason and blocks nothing', () => {
    const release = { reason: '未获批准', name: '林示文', day: '2023-01-02' }
    const claimed = [claim('-7', { release })]
    const { findings } = check(makeCase({ claimed, slots: { invoices: filed(invoice('7')) } }))
    const codes = findings.map(({ code }) => code)
    expect(codes).not.toContain('invoice.usedElsewhere')
    expect(findings.find(({ code }) => code === 'invoice.released')).toMatchObject({
      severity: 'warning',
      data: { ...release, application: '另一项目' },
    })
  })

  test.each([
    ['the same digits, wide and with blanks', '７ 8', '３200', '3200-78'],
    [
      'a 数电票 on paper prints a code besides',
      '25322000000012345678',
      '3200',
      '-25322000000012345678',
    ],
    ['no number', '', '3200', null],
  ])('%s', (_, number, code, identity) => {
    expect(invoiceOf(invoice(number, code))).toBe(identity)
  })
})
