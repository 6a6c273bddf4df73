import { expect, test } from 'vitest'
import { engineWithVault } from '../../support/house.ts'

test('facts and figures are kept exactly, and an empty value clears one', async () => {
  const { call } = engineWithVault()
  await call('enterprise.fill', {
    base: 0,
    facts: { name: '  江苏示例有限公司 ', phone: '0512-1' },
    indicators: [{ code: 'revenue', year: 2022, value: '12345678901234567890.12' }],
  })
  const view = await call('enterprise.fill', { base: 1, facts: { phone: '' } })
  expect(view).toEqual({
    facts: { name: '江苏示例有限公司' },
    indicators: [{ code: 'revenue', year: 2022, value: '12345678901234567890.12' }],
    revision: 2,
    sample: false,
  })
})

test('an edit is refused only where the same thing was changed after it was looked at', async () => {
  const { call } = engineWithVault()
  await call('enterprise.fill', { base: 0, facts: { name: '甲' } })
  await call('enterprise.fill', { base: 1, facts: { phone: '1' } })
  const other = await call('enterprise.fill', { base: 1, facts: { address: '南京' } })
  expect(other.facts).toEqual({ name: '甲', phone: '1', address: '南京' })
  await expect(call('enterprise.fill', { base: 1, facts: { phone: '2' } })).rejects.toMatchObject({
    fault: { code: 'enterprise.stale', data: { what: 'phone' } },
  })
  expect((await call('enterprise.open', {})).facts.phone).toBe('1')
})

test('unknown keys and figures that are no decimals are refused, and change nothing', async () => {
  const { call } = engineWithVault()
  const refused = { fault: { code: 'enterprise.value' } }
  await expect(call('enterprise.fill', { base: 0, facts: { 没有: '1' } })).rejects.toMatchObject(
    refused,
  )
  for (const value of ['1,000', '1e3', '约100']) {
    const indicators = [{ code: 'revenue', year: 2022, value }]
    await expect(call('enterprise.fill', { base: 0, indicators })).rejects.toMatchObject(refused)
  }
  expect((await call('enterprise.open', {})).revision).toBe(0)
})
