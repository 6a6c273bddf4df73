import { describe, expect, it } from 'vitest'
import { creditCodeCheckDigit, isCreditCode } from '../../../shared/model/credit-code.ts'

/** The example of the standard's commentary, and codes that large companies publish. */
const real = ['91350100M000100Y43', '9144030071526726XG', '914403001922038216']

describe('统一社会信用代码', () => {
  it.each(real)('accepts %s', (code) => {
    expect(isCreditCode(code)).toBe(true)
    expect(creditCodeCheckDigit(code.slice(0, 17))).toBe(code[17])
  })

  it('notices every single wrong character', () => {
    const code = '91350100M000100Y43'
    for (let at = 0; at < code.length; at += 1) {
      const other = code[at] === '7' ? '8' : '7'
      expect(isCreditCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(false)
    }
  })

  it('refuses other lengths and letters outside the alphabet', () => {
    expect(isCreditCode('')).toBe(false)
    expect(isCreditCode('91350100M000100Y4')).toBe(false)
    expect(isCreditCode('91350100m000100y43')).toBe(false)
    expect(isCreditCode('9135010IM000100Y43')).toBe(false)
    expect(() => creditCodeCheckDigit('9135010OM000100Y4')).toThrow(RangeError)
  })
})
