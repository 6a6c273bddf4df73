/** A volume of 200 papers and 1,500 pages, read by strangers: poppler and qpdf. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type BoundPaper,
  type BoundVolume,
  bindVolume,
  type VolumeInput,
} from '../../../electron/engine/paper/bind-volume.ts'
import { testFonts } from '../../support/fonts.ts'
import { inspectPdf } from '../../support/poppler.ts'
import { quietJob } from '../../support/quiet-job.ts'
import {
  type Bookmark,
  bookmarksOf,
  labelledPdf,
  pageTexts,
  qpdfCheck,
  storedPaper,
  volumeOf,
} from '../../support/volume.ts'

const papersInAll = 200
const pagesInAll = 1500
/** Pages of the cover's leaf, which bear no number. */
const leaf = 2

const dir = mkdtempSync(join(tmpdir(), 'volume-'))
const file = join(dir, 'volume.pdf')
let input: VolumeInput
let bound: BoundVolume
let pages: string[]
let bookmarks: Bookmark[]

beforeAll(async () => {
  const papers: BoundPaper[] = []
  let left = pagesInAll
  for (let n = 1; n <= papersInAll; n += 1) {
    const count = n === papersInAll ? left : 1 + ((n * 7) % 14)
    left -= count
    papers.push(storedPaper(dir, `材料${n}号`, await labelledPdf(`M${n}`, count)))
  }
  const parts = Array.from({ length: 20 }, (_, at) => ({
    number: at + 1,
    title: `第${at + 1}类证明材料`,
    form: false,
    papers: papers.slice(at * 10, at * 10 + 10).map((paper) => ({ ...paper, marked: at === 1 })),
  }))
  input = volumeOf(parts)
  bound = await bindVolume(input, file, await testFonts(), quietJob)
  pages = pageTexts(file)
  bookmarks = bookmarksOf(file)
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe('a volume of 200 papers and 1,500 pages', () => {
  test('is sound for qpdf and poppler, A4, with embedded faces and no box', () => {
    expect(qpdfCheck(file)).toContain('No syntax or stream encoding errors')
    const seen = inspectPdf(readFileSync(file))
    expect(seen.complaints).toBe('')
    expect(seen.info).toMatchObject({
      Title: '测试项目申报 装订册',
      Author: '示例企业',
      JavaScript: 'no',
      Encrypted: 'no',
    })
    expect(Number(seen.info.Pages)).toBe(bound.pages)
    expect(seen.info['Page size']).toContain('A4')
    const own = seen.fonts.filter(({ name }) => !name.includes('Helvetica'))
    expect(own.length).toBeGreaterThan(2)
    for (const { row } of own) expect(row).toMatch(/yes yes yes/)
    expect(pages.join('')).not.toMatch(/[\uFFFD□]/)
    expect(bound.stoodFor).toEqual([])
  })

  test('holds every page of every paper once, in order', () => {
    const labels = pages.flatMap((text) => /M\d+P\d+/.exec(text) ?? [])
    expect(labels).toHaveLength(pagesInAll)
    const wanted = labels.toSorted((a, b) => {
      const [m = 0, p = 0] = a.match(/\d+/g)?.map(Number) ?? []
      const [n = 0, q = 0] = b.match(/\d+/g)?.map(Number) ?? []
      return m - n || p - q
    })
    expect(labels).toEqual(wanted)
    expect(new Set(labels).size).toBe(pagesInAll)
  })

  test('numbers every page but the cover and its back, with the code of the data', () => {
    expect(pages[0]).not.toMatch(/—|B6059A1F52/)
    expect(pages[1]).toBe('')
    pages.slice(leaf).forEach((text, at) => {
      expect(text).toContain(`—${at + 1}—`)
      expect(text).toContain('数据校验码B6059A1F52')
    })
  })

  test('every bookmark leads to the page where its paper begins, every part to its divider', () => {
    const parts = bookmarks.slice(1)
    expect(bookmarks[0]).toMatchObject({ title: '目录', page: leaf + 1 })
    expect(parts).toHaveLength(20)
    let paper = 0
    parts.forEach(({ title, page, inside }, at) => {
      expect(title).toBe(`${at + 1} 第${at + 1}类证明材料`)
      expect(pages[page - 1]).toContain(`第${at + 1}部分`)
      expect(pages[page - 1]).toContain(`第${at + 1}类证明材料`)
      expect(inside).toHaveLength(10)
      for (const each of inside) {
        paper += 1
        expect(each.title).toBe(`材料${paper}号`)
        expect(pages[each.page - 1]).toContain(`M${paper}P1`)
      }
    })
  })

  test('every number of the 目录 is the number printed on that page', () => {
    const first = (bookmarks[1]?.page ?? 0) - 1
    const contents = pages.slice(leaf, first).join('\n')
    expect(contents.startsWith('目录')).toBe(true)
    for (let part = 1; part <= 20; part += 1) {
      for (let at = 1; at <= 10; at += 1) {
        const paper = (part - 1) * 10 + at
        const [, printed = ''] =
          new RegExp(
            `${part}\\.${at}材料${paper}号(\\d+?)(?=${part}\\.${at + 1}材|${part + 1}第|—|序号|$)`,
            'm',
          ).exec(contents) ?? []
        const page = pages[Number(printed) + leaf - 1]
        expect(page, `${part}.${at}`).toContain(`M${paper}P1`)
        expect(page).toContain(`—${printed}—`)
      }
    }
  })

  test('parts begin on the right, behind their divider, whose back is empty', () => {
    for (const { page, inside } of bookmarks.slice(1)) {
      expect(page % 2).toBe(1)
      expect((inside[0]?.page ?? 0) - page).toBe(2)
      expect(pages[page]).toMatch(/^(数据校验码B6059A1F52)?—\d+—(数据校验码B6059A1F52)?$/)
    }
  })

  test('marks copies of the kinds that ask for it, and no others', () => {
    // The words stand aslant and in pieces; their characters are counted.
    const marked = (text: string) => text.includes('仅') && text.includes('供')
    pages.forEach((text) => {
      const paper = Number(/M(\d+)P/.exec(text)?.[1] ?? 0)
      if (paper > 0) expect(marked(text), text).toBe(paper > 10 && paper <= 20)
    })
  })

  test('comes out the same again', async () => {
    const again = join(dir, 'again.pdf')
    const few = { ...input, parts: input.parts.slice(0, 2) }
    await bindVolume(few, again, await testFonts(), quietJob)
    const first = readFileSync(again)
    rmSync(again)
    await bindVolume(few, again, await testFonts(), quietJob)
    expect(readFileSync(again).equals(first)).toBe(true)
  })
})
