// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useAsk } from '../../../renderer/app/use-ask.ts'
import { MaterialForm } from '../../../renderer/pages/archive/pane/material-form.tsx'
import { file, tempFolder } from '../../support/house.ts'
import { openDeskWithVault, show } from '../../support/page.tsx'

function Sheet({ sha256 }: { readonly sha256: string }) {
  const { data } = useAsk('material.open', { sha256 })
  return data ? <MaterialForm view={data} disabled={false} /> : null
}

async function open(name: string, content = '%PDF-1.4 x') {
  const desk = await openDeskWithVault()
  const handle = desk.grant(file(tempFolder(), name, content))
  const { results } = await desk.wire.ask('material.import', { files: [handle] })
  const sha256 = results[0]?.sha256 ?? ''
  show(desk, <Sheet sha256={sha256} />)
  await screen.findByLabelText('名称')
  return { kept: async () => (await desk.wire.ask('material.open', { sha256 })).material }
}

const enter = (label: string, value: string) => {
  const field = screen.getByLabelText(label)
  fireEvent.focus(field)
  fireEvent.change(field, { target: { value } })
  fireEvent.blur(field)
}

test('what was recognised is marked until a person confirms it', async () => {
  const { kept } = await open('2022年度审计报告.pdf')
  expect(screen.getAllByText('自动识别，请核对').length).toBeGreaterThan(0)
  expect((await kept()).kind).toBe('audit-report')
  expect(screen.getByText('依据文件名中的“审计报告”（仅供参考）')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '全部核对无误' }))
  await waitFor(() => expect(screen.queryByText('自动识别，请核对')).toBeNull())
  expect((await kept()).confirmed).toBe(true)
})

test('facts and validity are saved on leaving their field; clearing takes them back', async () => {
  const { kept } = await open('2022年度审计报告.pdf')
  enter('会计师事务所', '示例会计师事务所')
  enter('有效期至', '2025年12月29日')
  await waitFor(async () =>
    expect(await kept()).toMatchObject({
      facts: { firm: '示例会计师事务所' },
      validTo: '2025-12-29',
    }),
  )
  enter('有效期至', '')
  await waitFor(async () => expect((await kept()).validTo).toBeNull())
})

test('a material keeps a name', async () => {
  const { kept } = await open('合同.pdf')
  enter('名称', '')
  enter('备注', '原件在档案柜')
  await waitFor(async () => expect((await kept()).note).toBe('原件在档案柜'))
  expect((await kept()).name).toBe('合同.pdf')
  expect((screen.getByLabelText('名称') as HTMLInputElement).value).toBe('合同.pdf')
})

const wrong = `<?xml version="1.0" encoding="UTF-8"?><EInvoice><EInvoiceData>
<SellerInformation><SellerName>苏州云栈工业软件有限公司（示例）</SellerName></SellerInformation>
<BuyerInformation><BuyerName>江苏云樾精密制造有限公司（示例）</BuyerName></BuyerInformation>
<BasicInformation><TotalAmWithoutTax>1000.00</TotalAmWithoutTax><TotalTaxAm>130.00</TotalTaxAm>
<TotalTax-includedAmount>1130.00</TotalTax-includedAmount>
<TotalTax-includedAmountInChinese>壹仟壹佰肆拾圆整</TotalTax-includedAmountInChinese></BasicInformation>
</EInvoiceData><TaxSupervisionInfo><InvoiceNumber>25322000000012345678</InvoiceNumber>
<IssueTime>2025-03-09 10:11:12</IssueTime></TaxSupervisionInfo></EInvoice>`

test('each fact says where it was read and what speaks against it, and is confirmed by itself', async () => {
  const { kept } = await open('数电票.xml', wrong)
  expect(
    await screen.findByText(/大写金额“壹仟壹佰肆拾圆整”与小写 1,130\.00 元不一致/),
  ).toBeTruthy()
  expect(screen.getAllByText('自动识别自发票 XML 文件（可靠），请核对').length).toBeGreaterThan(5)
  fireEvent.click(screen.getByRole('button', { name: '发票号码核对无误' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: '发票号码核对无误' })).toBeNull())
  expect((await kept()).confirmed).toBe(false)
  for (const button of screen.getAllByRole('button', { name: /.核对无误$/ })) {
    if (button.textContent === '核对无误') fireEvent.click(button)
  }
  // The doubt stays: a person's word does not make the paper agree with itself.
  await waitFor(async () => expect((await kept()).confirmed).toBe(true))
  expect(screen.getByText(/不一致/)).toBeTruthy()
})
