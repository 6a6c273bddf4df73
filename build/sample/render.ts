/**
 * Turns a document definition into PDF bytes that are the same at every run: fixed dates, no
 * random ids. Every page says that it is an invented example.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { create } from 'fontkit'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.d.ts'

const require = createRequire(import.meta.url)
const pdfmake = require('pdfmake') as typeof import('pdfmake')

/** Stands on every page; tests and readers look for it. */
export const mark = '示例文件，内容虚构'

const face = (family: string, file: string) =>
  join(dirname(require.resolve(`@expo-google-fonts/${family}/package.json`)), file)
const serif = face('noto-serif-sc', '400Regular/NotoSerifSC_400Regular.ttf')
const sans = face('noto-sans-sc', '500Medium/NotoSansSC_500Medium.ttf')
const files = new Set([serif, sans])
pdfmake.setFonts({
  serif: { normal: serif, bold: sans, italics: serif, bolditalics: sans },
  sans: { normal: sans, bold: sans, italics: sans, bolditalics: sans },
})
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => files.has(path))

/** A paper: what it shows, and the page it stands on. */
export type Paper = {
  readonly title: string
  /** YYYY-MM-DD; becomes the file's creation date. */
  readonly dated: string
  readonly content: Content[]
  readonly landscape?: boolean
  readonly size?: TDocumentDefinitions['pageSize']
  readonly margins?: [number, number, number, number]
  readonly fontSize?: number
  readonly pageNumbers?: boolean
  readonly frame?: TDocumentDefinitions['background']
}

function markLine(): Content {
  return {
    text: mark,
    font: 'sans',
    fontSize: 9,
    color: '#b3261e',
    alignment: 'right',
    margin: [0, 12, 24, 0],
  }
}

function definition(paper: Paper): TDocumentDefinitions {
  return {
    info: { title: paper.title, creationDate: new Date(`${paper.dated}T01:00:00Z`) },
    pageSize: paper.size ?? 'A4',
    pageOrientation: paper.landscape ? 'landscape' : 'portrait',
    pageMargins: paper.margins ?? [70, 64, 62, 60],
    defaultStyle: { font: 'serif', fontSize: paper.fontSize ?? 11, lineHeight: 1.25 },
    header: markLine,
    footer: (page, pages) =>
      paper.pageNumbers
        ? { text: `第 ${page} 页　共 ${pages} 页`, alignment: 'center', fontSize: 9 }
        : null,
    background: paper.frame,
    watermark: { text: mark, font: 'sans', color: '#b3261e', opacity: 0.06, angle: -32 },
    content: paper.content,
  }
}

const faces = [serif, sans].map((file) => create(readFileSync(file)))

/** pdfmake prints a box for a character that the face lacks, and says nothing. */
function requireGlyphs(paper: Paper): void {
  for (const character of JSON.stringify(paper.content)) {
    const code = character.codePointAt(0) ?? 0
    if (!faces.every((each) => each.hasGlyphForCodePoint(code))) {
      throw new Error(`no glyph for ${character} in ${paper.title}`)
    }
  }
}

/** The PDF of a paper. Throws where a character has no glyph. */
export async function render(paper: Paper): Promise<Buffer> {
  requireGlyphs(paper)
  return await pdfmake.createPdf(definition(paper)).getBuffer()
}
