/** The policy library against the collection that it was made from. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadPolicies } from '../../../electron/engine/programme/policies.ts'
import type { Policy } from '../../../shared/model/policy.ts'

const root = new URL('../../..', import.meta.url).pathname
const policies = loadPolicies(join(root, 'assets/policies'))
const seeds = join(root, '../shared/seeds')
const held = existsSync(seeds)

const seed = held ? (readdirSync(seeds).find((name) => name.startsWith('002_')) ?? '') : ''
const lines = held ? readFileSync(join(seeds, seed), 'utf8').split('\n') : []

const bare = (text: string) => text.replace(/\s/g, '')

/** The document's own section, from the line that names it to its last link. */
const sectionOf = ({ source }: Policy) =>
  lines
    .slice(source.line - 1, source.to)
    .join('\n')
    .replaceAll('&amp;', '&')

const digits: Record<string, number> = { 十: 10 }
for (const [value, numeral] of [...'零一二三四五六七八九'].entries()) digits[numeral] = value

/** Every figure of a text; 六个 and （六） are 6. */
const figures = (text: string) => [
  ...(bare(text).match(/\d+(?:\.\d+)?/g) ?? []),
  ...(text.match(/[一二三四五六七八九十]/g) ?? []).map((each) => String(digits[each])),
]

/** Figures of a gist whose unit must stand beside them in the document too. */
const measured = (text: string) =>
  text.match(
    /\d+(?:\.\d+)?(?:万元|亿元|元|%|万个|亿个|亿次|万座|亿吨|万亿元|家|年|天|名|件|分|号)/g,
  ) ?? []

/** In the running text, or as cells of one row of a table: 亿元 → 28680. */
function stands(measure: string, section: string): boolean {
  const [, figure = '', unit = ''] = /^([\d.]+)(.+)$/.exec(measure) ?? []
  const rows = section.split('\n').map((line) => line.split('\t').map((cell) => cell.trim()))
  const inRow = rows.some((row) => row.includes(unit) && row.some((cell) => cell.endsWith(figure)))
  return bare(section).includes(measure) || inRow
}

test('holds the 11 documents of chapter 1 and the 12 of chapter 9, each once', () => {
  expect(policies).toHaveLength(23)
  for (const read of [(each: Policy) => each.id, (each: Policy) => each.number])
    expect(new Set(policies.map(read)).size).toBe(23)
  const chapters = policies.map(({ chapter }) => chapter)
  expect(chapters.filter((each) => each === '第一章 产业发展政策')).toHaveLength(11)
  expect(chapters.filter((each) => each === '第九章 产业发展规划')).toHaveLength(12)
})

test('every document has its number, day, office, gist and an address to copy', () => {
  for (const policy of policies) {
    expect(policy.number).toMatch(/^\S+〔20\d\d〕\d+号$/)
    expect(policy.published).toMatch(/^20\d\d年\d{1,2}月\d{1,2}日$/)
    expect(policy.contact).toMatch(/^市工信局\S+处 0516-\d+/)
    expect([policy.link, ...policy.explanations.map(({ address }) => address)].join('')).not.toBe(
      '',
    )
    expect([policy.id, policy.gist.length >= 4 && policy.gist.length <= 8]).toEqual([
      policy.id,
      true,
    ])
    expect(policy.source.status).toBe('checked')
  }
})

test('what is printed wrongly stays so and is said', () => {
  const noted = (part: string) =>
    policies
      .filter(({ contact, link, explanations }) =>
        JSON.stringify([contact, link, explanations]).includes(part),
      )
      .map(({ notes }) => notes.join(''))
  // A number with nine digits (twice) and one with seven; three addresses.
  expect(noted('0516-837175451')).toEqual([
    expect.stringContaining('9位'),
    expect.stringContaining('9位'),
  ])
  expect(noted('0516-8332089')).toEqual([expect.stringContaining('7位')])
  expect(noted('gqna hi=')).toEqual([expect.stringContaining('空格')])
  expect(noted('/zcid/')).toEqual([expect.stringContaining('zcjd')])
  expect(noted('search-front-server')).toEqual([expect.stringContaining('跳转')])
})

describe.each(policies.map((policy) => [policy.id, policy] as const))('%s', (_, policy) => {
  test.skipIf(!held)('its quote stands in the line named, and nothing else begins before', () => {
    expect(lines[policy.source.line - 1]).toContain(policy.source.quote)
    // One 发布时间 (or 归口部门 beside it) and one 文号 of its own: the section is one document's.
    expect(sectionOf(policy).match(/三、\s*(?:<b>)?发布时间/g)).toHaveLength(1)
    expect(bare(policy.source.quote)).toContain(policy.number)
  })

  test.skipIf(!held)('title, number, publisher, day, offices and addresses are as printed', () => {
    const section = bare(sectionOf(policy))
    const heading = bare(lines.slice(policy.source.line - 4, policy.source.line).join(''))
    expect(heading).toContain(bare(policy.title))
    const said = [policy.number, policy.publisher, policy.published, policy.link]
    const more = policy.explanations.flatMap(({ label, address }) => [label, address])
    for (const part of [...said, ...policy.contact.split('；'), ...more])
      expect(section).toContain(bare(part))
    // Every address of the section is there, and none of another's.
    const printed = new Set(
      sectionOf(policy)
        .match(/(?<=href="|\]\()https?:[^")]+/g)
        ?.map((each) => each.trim()),
    )
    const own = [policy.link, ...policy.explanations.map(({ address }) => address)]
    expect(new Set(own.filter((each) => each !== ''))).toEqual(printed)
  })

  test.skipIf(!held)('no figure in the gist that its own section does not print', () => {
    const section = sectionOf(policy)
    const known = new Set(figures(section))
    for (const point of policy.gist) {
      expect([point, figures(point).filter((each) => !known.has(each))]).toEqual([point, []])
      const missing = measured(point).filter((each) => !stands(each, section))
      expect([point, missing]).toEqual([point, []])
    }
  })

  test.skipIf(!held)('no sentence of the gist is copied', () => {
    const section = bare(sectionOf(policy))
    for (const sentence of policy.gist.flatMap((point) => point.split(/[。；]/)))
      if (sentence.length > 24) expect(section).not.toContain(bare(sentence))
  })
})

test('a folder that is not there holds no policies; a malformed file stops the start', () => {
  expect(loadPolicies(join(root, 'assets/no-such-folder'))).toEqual([])
  expect(() => loadPolicies(join(root, 'assets/sample'))).toThrow()
})
