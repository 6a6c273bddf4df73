import { expect, test } from 'vitest'
import { type PagedBlock, pagedDocument } from '../../../electron/engine/paper/paged-document.ts'
import { testFonts } from '../../support/fonts.ts'
import { inspectPdf, pageText } from '../../support/poppler.ts'
import { quietJob } from '../../support/quiet-job.ts'

const fonts = await testFonts()
const places = ['移交单位（盖章）：', '接收单位（盖章）：', '移交日期：', '接收日期：']
const rows = (count: number) => Array.from({ length: count }, (_, i) => [`项目${i + 1}`, '内容'])
const sentence = '请妥善保存本单据并与盖章件逐字核对，发现不一致的应当立即告知移交单位。'

const kinds: readonly (readonly [string, readonly number[], (count: number) => PagedBlock])[] = [
  [
    'facts',
    [14, 17, 20, 24],
    (count) => ({ kind: 'facts', facts: rows(count).map(([a = '', b = '']) => [a, b] as const) }),
  ],
  [
    'a table',
    [13, 15, 19, 23],
    (count) => ({
      kind: 'table',
      columns: [
        { label: '序号', share: 1 },
        { label: '意见', share: 5 },
      ],
      rows: rows(count),
    }),
  ],
  [
    'paragraphs',
    [8, 9, 11, 13],
    (count) => ({
      kind: 'text',
      paragraphs: rows(count)
        .map(String)
        .map((at) => `${at}${sentence}`),
    }),
  ],
  [
    'one long paragraph',
    [22, 24, 26, 28],
    (count) => ({ kind: 'text', paragraphs: [sentence.repeat(count)] }),
  ],
  [
    'one high row',
    [24, 26, 28, 30],
    (count) => ({ kind: 'facts', facts: [['意见', sentence.repeat(count)]] }),
  ],
]

/** Each page's text, the foot left out. */
async function pagesOf(block: PagedBlock) {
  const heading = { kind: 'heading', text: '一、清单' } as const
  const blocks = [heading, block, { kind: 'signing', places } as const]
  const about = { title: '提交包交接单', author: '示例企业', date: new Date(0) }
  const { pdf, pages } = await pagedDocument({ ...about, blocks }, fonts, quietJob)
  const { file } = inspectPdf(pdf)
  return Array.from({ length: pages }, (_, at) => pageText(file, at + 1))
}

test.each(kinds)('no signing place stands alone below %s', async (_, counts, blockOf) => {
  const seen = await Promise.all(counts.map((count) => pagesOf(blockOf(count))))
  for (const texts of seen) {
    const [where = '', ...more] = texts.filter((text) => text.includes(places[0] ?? ''))
    expect(more).toEqual([])
    expect(where.indexOf(places[0] ?? '')).toBeGreaterThan(0)
    for (const place of places) expect(where).toContain(place)
    // The heading of what is signed stays with it.
    expect(texts.filter((text) => /一、清单—\d+—$/.test(text))).toEqual([])
  }
  expect(seen.some((texts) => texts.length === 2)).toBe(true)
})

test('what is just over a page is set closer rather than taken overleaf', async () => {
  const [only, ...more] = await pagesOf({
    kind: 'facts',
    facts: rows(16).map(([a = '', b = '']) => [a, b] as const),
  })
  expect(more).toEqual([])
  expect(only).toContain(places[0])
})

test('nothing is lost where a long text is cut for it', async () => {
  const numbered = Array.from({ length: 80 }, (_, i) => `第${i + 1}条已逐项核对。`).join('')
  const long = await pagesOf({ kind: 'facts', facts: [['意见', numbered]] })
  const text = long.join('').replaceAll(/—\d+—/g, '')
  for (let i = 1; i <= 80; i += 1) expect(text).toContain(`第${i}条已逐项核对。`)
})
