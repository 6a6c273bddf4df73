import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { create } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { unpackWoff } from '../../../build/fonts.mjs'
import { resolveFaces, systemFontFolders } from '../../../electron/engine/form/fonts.ts'
import { renderForm } from '../../../electron/engine/form/render.ts'
import { typesetter } from '../../../electron/engine/form/typesetter.ts'
import { sampleForm } from '../../fixtures/form.ts'
import { testFonts } from '../../support/fonts.ts'
import { inspectPdf } from '../../support/poppler.ts'
import { quietJob } from '../../support/quiet-job.ts'

const fonts = await testFonts()
const symbols = path.join(fonts.bundled, 'NotoSansSymbols2-Regular.ttf')

/** A folder with a face under the name of the PC's own 仿宋; `fsType` as in its OS/2 table. */
async function systemFonts(file: string, name: string, fsType: number): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'shenbaoxia-fonts-'))
  const bytes = await readFile(file)
  const tables = bytes.readUInt16BE(4)
  for (let i = 0; i < tables; i += 1) {
    const at = 12 + i * 16
    if (bytes.toString('latin1', at, at + 4) === 'OS/2')
      bytes.writeUInt16BE(fsType, bytes.readUInt32BE(at + 8) + 8)
  }
  await mkdir(path.join(folder, 'truetype'))
  await writeFile(path.join(folder, 'truetype', name), bytes)
  return folder
}

describe('faces', () => {
  it("takes the PC's own 仿宋 where it may be embedded, and sets the form in it", async () => {
    const kai = path.join(fonts.bundled, 'LXGWWenKai-Regular.ttf')
    const folder = { ...fonts, system: [await systemFonts(kai, 'SIMFANG.TTF', 0)] }
    expect((await resolveFaces(folder)).faces.get('fangsong')?.file).toContain('SIMFANG.TTF')
    const input = { form: sampleForm, answers: {}, materials: [], code: '', title: '', author: '' }
    const made = await renderForm({ ...input, date: new Date(0) }, folder, quietJob)
    expect(made.substituted).toEqual([])
    expect(inspectPdf(made.pdf).complaints).toBe('')
  })

  it.each([
    ['restricted', 0x0002],
    ['no subsetting', 0x0100],
    ['bitmaps only', 0x0200],
  ])('passes over a 仿宋 whose licence says %s', async (_, fsType) => {
    const system = [await systemFonts(symbols, 'simfang.ttf', fsType)]
    expect((await resolveFaces({ ...fonts, system })).substituted).toEqual(['仿宋'])
  })

  it('passes over folders that are missing and files that are no fonts', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'shenbaoxia-fonts-'))
    await writeFile(path.join(folder, 'simfang.ttf'), 'not a font')
    const system = ['/nowhere', folder]
    expect((await resolveFaces({ ...fonts, system })).substituted).toEqual(['仿宋'])
  })

  it('names the bundled face that is missing', async () => {
    const bundled = await mkdtemp(path.join(tmpdir(), 'shenbaoxia-fonts-'))
    await cp(symbols, path.join(bundled, 'NotoSerifSC-Regular.ttf'))
    await expect(resolveFaces({ bundled, system: [] })).rejects.toMatchObject({
      code: 'form.font',
      data: { font: 'NotoSerifSC-Bold.ttf' },
    })
  })

  it("knows where each system keeps its fonts, the person's own included", () => {
    const windows = systemFontFolders('win32', { SystemRoot: 'C:\\Windows', LOCALAPPDATA: 'L' })
    expect(windows.join()).toContain('C:\\Windows')
    expect(windows).toHaveLength(2)
    expect(systemFontFolders('linux', { HOME: '/home/a' })).toContain('/home/a/.local/share/fonts')
    expect(systemFontFolders('darwin', { HOME: '/Users/a' })).toContain('/Users/a/Library/Fonts')
  })
})

const resolved = await resolveFaces(fonts)

describe('runs of text', () => {
  const setter = typesetter(resolved)
  const faces = (text: string) =>
    setter.runs(text, 'body', 'f').map(({ font, text }) => [font, text])

  it('change face only where the face lacks a character', () => {
    expect(faces('张𠮷生☑是')).toEqual([
      ['song', '张'],
      ['kai', '𠮷'],
      ['song', '生'],
      ['symbols', '☑'],
      ['song', '是'],
    ])
  })

  it('break words longer than a line anywhere, but never inside a character', () => {
    const runs = setter.runs(`甲${'x'.repeat(30)}乙`, 'body', 'f')
    expect(runs.map(({ wordBreak }) => wordBreak)).toEqual([undefined, 'break-all', undefined])
    const astral = setter.runs(`${'x'.repeat(30)}🂡x`, 'title', 'f').filter((run) => run.wordBreak)
    expect(astral.every(({ text }) => !/[\uD800-\uDFFF]/.test(text))).toBe(true)
  })

  it('share one height of line, whatever the face', () => {
    for (const run of setter.runs('甲𠮷☑', 'body', 'f'))
      expect(run.lineHeight * (resolved.faces.get(run.font)?.pitch ?? 0)).toBeCloseTo(1.437)
  })

  it('know their width in ems', () => {
    expect(setter.width('中文')).toBe(2)
    expect(setter.width('')).toBe(0)
    expect(setter.width('ab')).toBeLessThan(1.5)
  })
})

describe('the build', () => {
  it('unpacks a WOFF into the same tables', async () => {
    const woff = await readFile(
      'node_modules/@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff',
    )
    const packed = create(woff)
    const font = create(unpackWoff(woff))
    expect(font.postscriptName).toBe(packed.postscriptName)
    expect(Object.keys(font.directory.tables)).toEqual(Object.keys(packed.directory.tables))
    expect(font.hasGlyphForCodePoint(0x20bb7)).toBe(true)
  })

  it('refuses what is no WOFF', () => {
    expect(() => unpackWoff(Buffer.alloc(64))).toThrow()
  })
})
