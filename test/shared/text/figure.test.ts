import { expect, test } from 'vitest'
import { figure } from '../../../shared/text/figure.ts'

test('figures get thousands separators and lose no digit', () => {
  expect(figure('1234567.50')).toBe('1,234,567.50')
  expect(figure('-12345678901234567890.123456789')).toBe('-12,345,678,901,234,567,890.123456789')
  expect(figure('999')).toBe('999')
  expect(figure('未填')).toBe('未填')
})
