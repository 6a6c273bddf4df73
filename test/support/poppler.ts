/** What strangers' tools say of a PDF (poppler-utils). */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type Stranger = {
  readonly file: string
  /** Text in reading order, without spaces or line ends. */
  readonly text: string
  readonly fonts: readonly { readonly name: string; readonly type: string; readonly row: string }[]
  readonly info: Readonly<Record<string, string>>
  /** Everything that poppler complained about. */
  readonly complaints: string
}

export function inspectPdf(pdf: Uint8Array): Stranger {
  const dir = mkdtempSync(path.join(tmpdir(), 'shenbaoxia-pdf-'))
  const file = path.join(dir, 'form.pdf')
  writeFileSync(file, pdf)
  const raw = run('pdftotext', ['-layout', file, '-'])
  const info = run('pdfinfo', [file])
  return {
    file,
    text: dense(raw),
    fonts: run('pdffonts', [file])
      .split('\n')
      .slice(2)
      .filter((row) => row !== '')
      .map((row) => ({ name: row.slice(0, 36).trim(), type: row.slice(37, 54).trim(), row })),
    info: Object.fromEntries(
      info
        .split('\n')
        .filter((line) => line.includes(':'))
        .map((line) => [
          line.slice(0, line.indexOf(':')),
          line.slice(line.indexOf(':') + 1).trim(),
        ]),
    ),
    complaints: run('sh', [
      '-c',
      `pdftotext "${file}" - 2>&1 >/dev/null; pdftoppm -r 10 "${file}" "${dir}/p" 2>&1`,
    ]),
  }
}

/** Text of one page, dense. */
export const pageText = (file: string, page: number) =>
  dense(run('pdftotext', ['-f', `${page}`, '-l', `${page}`, file, '-']))

/** Where each word stands: `[text, xMin, yMin]` in points, page by page. */
export function wordBoxes(file: string, page: number): readonly [string, number, number][] {
  const html = run('pdftotext', ['-bbox', '-f', `${page}`, '-l', `${page}`, file, '-'])
  const word = /<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)<\/word>/g
  return [...html.matchAll(word)].map(([, x, y, text]) => [text ?? '', Number(x), Number(y)])
}

/** How many lines are drawn across the first page, as long as its text is wide or nearly so. */
export const ruledLines = (file: string): number =>
  [
    ...run('pdftocairo', ['-svg', '-f', '1', '-l', '1', file, '-']).matchAll(
      /stroke-width:[^"]*" d="M ([\d.]+) ([\d.]+) L ([\d.]+) \2 "/g,
    ),
  ].filter(([, from, , to]) => Number(to) - Number(from) > 400).length

export const dense = (text: string) => text.replace(/\s/g, '')

const run = (command: string, args: string[]) =>
  execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 })
