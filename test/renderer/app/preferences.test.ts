// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { loadPreferences, savePreferences } from '../../../renderer/app/preferences.ts'
import { themeOf } from '../../../renderer/app/theme.ts'

beforeEach(() => localStorage.clear())

const defaults = {
  language: 'zh-CN',
  theme: 'system',
  density: 'comfortable',
  zoom: 100,
  narrowRail: false,
}

test('a new person gets Chinese, comfortable, at 100 %', () => {
  expect(loadPreferences(localStorage)).toEqual(defaults)
})

test('what was kept comes back', () => {
  const kept = { ...loadPreferences(localStorage), language: 'en', zoom: 150 } as const
  savePreferences(localStorage, kept)
  expect(loadPreferences(localStorage)).toEqual(kept)
})

test('what cannot be read falls back, one by one', () => {
  localStorage.setItem('preferences', '{"language":"xx","zoom":110}')
  expect(loadPreferences(localStorage)).toEqual({ ...defaults, zoom: 110 })
  localStorage.setItem('preferences', 'not json')
  expect(loadPreferences(localStorage)).toEqual(defaults)
})

test('the theme has the agreed colours, radius and line height', () => {
  const { palette, shape, typography } = themeOf(loadPreferences(localStorage), 'light')
  expect(palette.background.default).toBe('#F5F6F8')
  expect(palette.primary.main).toBe('#1F4571')
  expect(palette.error.main).toBe('#B3261E')
  expect(palette.success.main).toBe('#2E7D32')
  expect(palette.warning.main).toBe('#8A5000')
  expect(shape.borderRadius).toBe(8)
  expect(typography.body1.lineHeight).toBe(1.6)
})

test.each(['light', 'dark'] as const)('text is legible on %s paper', (mode) => {
  const { palette } = themeOf(loadPreferences(localStorage), mode)
  const paper = palette.background.paper
  for (const color of [
    palette.text.primary,
    palette.text.secondary,
    palette.primary.main,
    palette.error.main,
    palette.success.main,
    palette.info.main,
  ]) {
    expect(contrast(color, paper)).toBeGreaterThanOrEqual(4.5)
  }
  // Amber is fixed by the design; with icon and word it must at least stand out.
  expect(contrast(palette.warning.main, paper)).toBeGreaterThanOrEqual(3)
})

/** Contrast as WCAG 2 defines it. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
