import { expect, test } from 'vitest'
import { engineWithVault, file, tempFolder } from '../../support/house.ts'

test('a paper that lacks a figure or a date is named with what it lacks, not asked for again', async () => {
  const { call, handle } = engineWithVault(() => new Date('2023-02-10T02:00:00Z'))
  const dir = tempFolder()
  const { id } = await call('application.create', {
    id: 'js-iiot-benchmark-factory',
    edition: '2023',
  })
  const attach = (slot: string, name: string) =>
    call('application.attach', { id, slot, files: [handle(file(dir, name, `%PDF-1.4 ${name}`))] })
  await attach('special-audit', '专项审计.pdf')
  await attach('certificate', '贯标证书.pdf')
  const { findings, verdicts } = await attach('invoices', '发票甲.pdf')
  const missing = (condition: string) =>
    String(findings.find(({ place }) => place.ref === condition)?.data.missing)
  expect(missing('investment')).toContain('《专项审计.pdf》的审定金额')
  expect(missing('certificate-valid')).toBe('《贯标证书.pdf》的有效期至')
  expect(missing('invoice-once')).toContain('《发票甲.pdf》的发票号码')
  const asked = verdicts.find(({ condition }) => condition === 'investment')?.missing
  expect(asked).not.toContainEqual({ what: 'material', ref: 'special-audit' })
})
