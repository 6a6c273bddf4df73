/** `facts` and what `import` proposes, from the built command line. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { MaterialReading } from '../../shared/model/material.ts'
import { cli, cliJson } from '../support/cli.ts'
import { file, root, tempFolder } from '../support/house.ts'

const sample = (name: string) => join(root, 'assets/sample/files', name)

test('the built program reads what it imports, and shows sources and doubts', () => {
  const dir = tempFolder()
  const vault = join(dir, 'vault')
  cli('init', '--vault', vault)
  const wrong =
    '<EInvoice><InvoiceNumber>25322000000012345678</InvoiceNumber><SellerIdNum>91320500EXAMPLE2XM</SellerIdNum><IssueTime>2025-02-30</IssueTime><TotalAmWithoutTax>1000.00</TotalAmWithoutTax><TotalTaxAm>130.00</TotalTaxAm><TotalTax-includedAmount>1130.01</TotalTax-includedAmount></EInvoice>'
  const { json } = cliJson<{ results: { sha256: string }[] }>(
    'import',
    '--vault',
    vault,
    sample('invoice-1.pdf'),
    file(dir, 'wrong.xml', wrong),
  )
  const hashes = json.results.map(({ sha256 }) => sha256)
  const facts = cliJson<{ materials: MaterialReading[] }>('facts', '--vault', vault, ...hashes)
  expect(facts.status).toBe(0)
  const [first, second] = facts.json.materials
  expect(first?.material).toMatchObject({
    kind: 'invoice',
    confirmed: false,
    facts: { number: '00000101', amount: '5000000.00' },
  })
  expect(second?.reading?.doubts.map(({ code }) => code).sort()).toEqual([
    'amount.sum',
    'date.impossible',
    'taxId.check',
  ])

  const { stdout } = cli('facts', '--vault', vault, hashes[1] ?? '')
  expect(stdout).toContain('发票号码：25322000000012345678（发票 XML 文件）')
  expect(stdout).toContain('疑点：开票日期 2025-02-30 不是一个存在的日期，没有采用。')
  expect(stdout).toContain('疑点：不含税金额 1,000.00 加税额 130.00 不等于价税合计 1,130.01。')
  expect(stdout).toContain('自动识别，请核对')
})

test('a paper that cannot be read is named, with its reason, and an unknown one refused', () => {
  const dir = tempFolder()
  const vault = join(dir, 'vault')
  cli('init', '--vault', vault)
  const entity = file(dir, 'a.xml', '<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>')
  const { json } = cliJson<{ results: { sha256: string }[] }>('import', '--vault', vault, entity)
  const { status, stdout } = cli('facts', '--vault', vault, json.results[0]?.sha256 ?? '')
  expect(status).toBe(1)
  expect(stdout).toContain('含有 DOCTYPE 或实体定义，没有读取（a.xml）。')
  expect(cli('facts', '--vault', vault, 'f'.repeat(64)).status).toBe(2)
})
