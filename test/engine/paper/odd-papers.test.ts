/** Papers that cannot be printed, papers that are read all the same, and what lies over pages. */
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../../support/house.ts'
import { bound, firstPage } from '../../support/placed.ts'
import { dots, labelledPdf, storedPaper } from '../../support/volume.ts'

function qpdf(dir: string, bytes: Uint8Array, ...options: string[]): Buffer {
  const [from, to] = [join(dir, 'from.pdf'), join(dir, 'to.pdf')]
  writeFileSync(from, bytes)
  execFileSync('qpdf', [...options.map((option) => option.replace('IN', from)), from, to])
  return readFileSync(to)
}

describe('papers whose pages cannot be taken over', () => {
  test.each([
    [
      'encrypted',
      (dir: string, pdf: Buffer) => qpdf(dir, pdf, '--encrypt', 'geheim', 'o', '256', '--'),
    ],
    [
      'encrypted',
      (dir: string, pdf: Buffer) =>
        qpdf(dir, pdf, '--allow-weak-crypto', '--encrypt', 'geheim', 'o', '40', '--'),
    ],
    ['damaged', (_: string, pdf: Buffer) => pdf.subarray(0, Math.floor(pdf.length / 2))],
    ['damaged', (_: string, pdf: Buffer) => pdf.subarray(0, pdf.length - 2)],
    ['damaged', () => Buffer.from('%PDF-1.7\nnothing here\n%%EOF')],
    [
      'damaged',
      (_: string, pdf: Buffer) =>
        Buffer.from(pdf.toString('latin1').replaceAll('endstream', 'endstrxxx'), 'latin1'),
    ],
  ] as const)('%s: a sheet stands for it, and its neighbours are whole', async (why, spoil) => {
    const dir = tempFolder()
    const before = storedPaper(dir, '前一份', await labelledPdf('A', 2))
    const after = storedPaper(dir, '后一份', await labelledPdf('C', 2))
    const spoilt = storedPaper(dir, '坏文件', spoil(dir, await labelledPdf('B', 3)))
    const { result, pages } = await bound(dir, before, spoilt, after)
    expect(result.stoodFor).toEqual([{ part: 0, paper: 1, why, page: 7 }])
    const papers = pages.slice(firstPage)
    expect(papers[0]).toContain('AP1')
    expect(papers[1]).toContain('AP2')
    expect(papers[2]).toContain('替代页')
    expect(papers[2]).toContain('坏文件')
    expect(papers[2]).toContain(spoilt.sha256)
    expect(papers[2]).toContain('data/03_测试/001_坏文件.pdf')
    expect(papers[3]).toContain('CP1')
    expect(pages.join('')).not.toMatch(/BP\d/)
  })

  test('bytes that are not those that were stored', async () => {
    const dir = tempFolder()
    const paper = storedPaper(dir, '被改动', await labelledPdf('A', 1))
    writeFileSync(paper.file, await labelledPdf('X', 1))
    const gone = storedPaper(dir, '不见了', await labelledPdf('B', 1))
    rmSync(gone.file)
    const { result, pages } = await bound(dir, paper, gone)
    expect(result.stoodFor.map(({ why }) => why)).toEqual(['altered', 'altered'])
    expect(pages.join('')).not.toContain('XP1')
  })

  test('files of other programs, and pictures that are none', async () => {
    const dir = tempFolder()
    const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    const papers = [
      storedPaper(dir, '合同', Buffer.from('PK\x03\x04'), word),
      storedPaper(dir, '照片', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2]), 'image/jpeg'),
      storedPaper(dir, '图😀', Buffer.from('89504e470d0a1a0a', 'hex'), 'image/png'),
    ]
    const { result, pages } = await bound(dir, ...papers)
    expect(result.stoodFor.map(({ why }) => why)).toEqual(['foreign', 'picture', 'picture'])
    expect(pages.join('')).toContain('图[U+1F600]')
  })

  test('a tree of pages that runs in a circle', async () => {
    const dir = tempFolder()
    const objects = [
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
      '2 0 obj<</Type/Pages/Count 1/Kids[2 0 R]>>endobj',
    ]
    const text = `%PDF-1.4\n${objects.join('\n')}\ntrailer<</Root 1 0 R/Size 3>>\n%%EOF`
    const { result } = await bound(dir, storedPaper(dir, '循环', Buffer.from(text)))
    expect(result.stoodFor.map(({ why }) => why)).toEqual(['damaged'])
  })
})

describe('papers that are read all the same', () => {
  test('protected against changes, but open to read', async () => {
    const dir = tempFolder()
    const pdf = await labelledPdf('A', 2)
    const bytes = ['256', '128'].map((bits) =>
      qpdf(dir, pdf, '--allow-weak-crypto', '--encrypt', '', 'owner', bits, '--'),
    )
    const papers = bytes.map((each, at) => storedPaper(dir, `只读${at}`, each))
    const { result, pages } = await bound(dir, ...papers)
    expect(result.stoodFor).toEqual([])
    expect(pages.filter((text) => /AP\d/.test(text))).toHaveLength(4)
  })

  test('packed in object streams, linearised, updated, with broken cross-references', async () => {
    const dir = tempFolder()
    const pdf = await labelledPdf('A', 2)
    const shifted = Buffer.concat([Buffer.from('%!\n'), pdf])
    const variants = [
      qpdf(dir, pdf, '--object-streams=generate'),
      qpdf(dir, pdf, '--object-streams=disable', '--stream-data=uncompress'),
      qpdf(dir, pdf, '--linearize'),
      shifted,
    ]
    const papers = variants.map((bytes, at) => storedPaper(dir, `变体${at}`, bytes))
    const { result, pages } = await bound(dir, ...papers)
    expect(result.stoodFor).toEqual([])
    expect(pages.filter((text) => /AP\d/.test(text))).toHaveLength(8)
  })

  test('contents in several streams, a page without any', async () => {
    const dir = tempFolder()
    const document = await PDFDocument.load(await labelledPdf('A', 1))
    const page = document.getPage(0)
    page.node.normalize()
    const font = await document.embedFont(StandardFonts.Courier)
    page.drawText('ZWEITER', { x: 60, y: 300, font })
    document.addPage()
    const paper = storedPaper(dir, '多流', await document.save())
    const { result, pages } = await bound(dir, paper)
    expect(result.stoodFor).toEqual([])
    expect(pages[firstPage]).toContain('AP1')
    expect(pages[firstPage]).toContain('ZWEITER')
    expect(pages[firstPage + 1]).toBe('—6—数据校验码B6059A1F52')
  })

  test('no script, action or attachment comes along', async () => {
    const dir = tempFolder()
    const document = await PDFDocument.load(await labelledPdf('A', 1))
    document.addJavaScript('run', 'app.alert(1)')
    await document.attach(Buffer.from('hidden'), 'hidden.txt', { mimeType: 'text/plain' })
    const paper = storedPaper(dir, '带脚本', await document.save({ useObjectStreams: false }))
    const { file } = await bound(dir, paper)
    const text = readFileSync(file).toString('latin1')
    expect(text).not.toMatch(/JavaScript|EmbeddedFile|\/OpenAction|\/AA\b/)
  })
})

describe('what is laid over a page', () => {
  /** Adds an annotation with a black field as its look. */
  async function annotated(subtype: string, flags: number): Promise<Uint8Array> {
    const document = await PDFDocument.create()
    const page = document.addPage([595.28, 841.89])
    const { context } = document
    const look = context.register(
      context.stream('0 g 0 0 10 10 re f', {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, 10, 10],
        Matrix: [0, 1, -1, 0, 0, 0],
      }),
    )
    const annotation = context.obj({
      Type: 'Annot',
      Subtype: subtype,
      F: flags,
      Rect: [100, 400, 400, 600],
      AP: { N: look },
    })
    page.node.set(PDFName.of('Annots'), context.obj([context.register(annotation)]))
    return document.save()
  }

  test('seals and filled-in fields come along, notes and hidden things do not', async () => {
    const dir = tempFolder()
    const papers = [
      storedPaper(dir, '印章', await annotated('Stamp', 4)),
      storedPaper(dir, '签名', await annotated('Widget', 132)),
      storedPaper(dir, '批注', await annotated('Text', 4)),
      storedPaper(dir, '隐藏', await annotated('Stamp', 2)),
    ]
    const { file } = await bound(dir, ...papers)
    const shown = papers.map((_, at) => {
      const { at: grey } = dots(file, firstPage + 1 + at)
      return grey(0.47, 0.37) < 60
    })
    expect(shown).toEqual([true, true, false, false])
  })
})
