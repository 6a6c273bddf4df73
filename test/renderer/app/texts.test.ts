import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { resources, startTexts } from '../../../renderer/app/i18n.ts'
import { faultCodes } from '../../../shared/fault.ts'
import { damageCodes } from '../../../shared/model/vault.ts'
import { indicators } from '../../../shared/registry/registry.ts'
import { say } from '../../../shared/text/say.ts'
import { pageSources } from './page-sources.ts'

const { 'zh-CN': chinese, en: english } = resources()
const topics = Object.keys(chinese)

/** `{{gaps}}` of a sentence, sorted; `{{nameEn}}` is what English takes for `{{name}}`. */
const gaps = (text: string) =>
  [
    ...new Set((text.match(/{{\w+(?:, \w+)?}}/g) ?? []).map((gap) => gap.replace(/En}}$/, '}}'))),
  ].sort()

test.each(topics)('%s says the same things in both languages', (topic) => {
  expect(Object.keys(english[topic] ?? {}).sort()).toEqual(Object.keys(chinese[topic] ?? {}).sort())
})

test.each(topics)('%s has the same gaps in both languages', (topic) => {
  const differing = Object.entries(chinese[topic] ?? {}).filter(
    ([key, text]) => gaps(text).join() !== gaps(english[topic]?.[key] ?? '').join(),
  )
  expect(differing.map(([key]) => key)).toEqual([])
})

test('every gap is filled alike by the page and by the engine', () => {
  const data = { unit: '元', actual: '30800000', shortfall: '7300000.5', from: 2021, years: 2022 }
  const differing = topics.flatMap((topic) =>
    Object.entries(chinese[topic] ?? {}).filter(([, text]) => {
      const gaps = [...text.matchAll(/{{(\w+)/g)].map(([, gap = '']) => gap)
      const filled = { ...Object.fromEntries(gaps.map((gap) => [gap, '12345678'])), ...data }
      const page = startTexts('zh-CN').services.interpolator.interpolate(text, filled, 'zh-CN', {})
      return page !== say({ text }, 'text', filled)
    }),
  )
  expect(differing).toEqual([])
})

test('the page groups the figures of a working, and never a year', () => {
  const { t } = startTexts('zh-CN')
  expect(
    t('working:compare.equal.short', {
      name: '投入发票',
      other: '专项审计报告',
      actual: '30800000',
      bound: '23500000',
      shortfall: '7300000',
      unit: '元',
    }),
  ).toBe('投入发票为30,800,000元，应等于专项审计报告（23,500,000元），相差7,300,000元。')
})

test('no sentence is empty', () => {
  const empty = [chinese, english].flatMap((language) =>
    topics.flatMap((topic) =>
      Object.entries(language[topic] ?? {}).filter(([, text]) => text.trim() === ''),
    ),
  )
  expect(empty).toEqual([])
})

/** Keys written out in the page's sources, with the topic that their file speaks of by default. */
function keysUsed(): { file: string; topic: string; key: string }[] {
  return pageSources().flatMap(({ file, text }) => {
    const own = /useTranslation\('(\w+)'\)/.exec(text)?.[1] ?? 'frame'
    const calls = [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? '')
    return calls.map((call) => {
      const [topic, key] = call.includes(':') ? call.split(':') : [own, call]
      return { file, topic: topic ?? '', key: key ?? '' }
    })
  })
}

test('every key that the page names has its sentence', () => {
  const unknown = keysUsed().filter(({ topic, key }) => chinese[topic]?.[key] === undefined)
  expect(unknown).toEqual([])
})

test('every failure, damage, unit and group that can come has its words', () => {
  const wanted = [
    ...faultCodes.map((code) => ['fault', code]),
    ...damageCodes.map((code) => ['frame', `damage.${code}`]),
    ...indicators.map(({ unit }) => ['frame', `unit.${unit}`]),
    ...indicators.map(({ group }) => ['enterprise', `group.${group}`]),
  ] as const
  const missing = wanted.filter(([topic = '', key = '']) => !chinese[topic]?.[key])
  expect(missing).toEqual([])
})

test('the page says the product’s name before any script has run', () => {
  const html = readFileSync(new URL('../../../renderer/index.html', import.meta.url), 'utf8')
  expect(html).toContain(`<title>${chinese.frame?.product}</title>`)
})
