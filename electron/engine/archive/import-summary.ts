/**
 * What an import made of each file, as a list to keep: an Excel sheet, CSV or plain text, whichever
 * ending the person gave the file. The sentences are the page's; nothing here decides anything.
 */
import { extname } from 'node:path'
import type { Parsed } from '../../../shared/contract.ts'
import en from '../../../shared/text/en/listing.json' with { type: 'json' }
import { say } from '../../../shared/text/say.ts'
import zh from '../../../shared/text/zh-CN/listing.json' with { type: 'json' }
import { workbookOf } from '../workbook.ts'
import { writeOut } from '../write-out.ts'
import { cell } from './csv-cell.ts'

const texts = { 'zh-CN': zh, en } as const
const columns = ['file', 'state', 'kind', 'detail'] as const
const widths = { file: 60, state: 14, kind: 18, detail: 80 } as const

type Summary = Pick<Parsed<'import.save'>, 'rows' | 'sum' | 'language'>

/** CSV that Excel opens rightly, or the same lines with tabs for a text editor. */
function plain({ rows, sum, language }: Summary, ending: string): string {
  const head = columns.map((column) => say(texts[language], `import.${column}`))
  const all = [head, ...rows.map((row) => columns.map((column) => row[column]))]
  if (ending === '.csv') {
    return `\uFEFF${all.map((line) => `${line.map(cell).join(',')}\r\n`).join('')}`
  }
  const lines = all.map((line) => line.map((text) => text.replace(/\s+/g, ' ')).join('\t'))
  return `${[sum, '', ...lines].join('\r\n')}\r\n`
}

async function contentOf(summary: Summary, ending: string, at: Date): Promise<Uint8Array> {
  if (ending !== '.xlsx') return Buffer.from(plain(summary, ending))
  const { rows, sum, language } = summary
  const named = (column: (typeof columns)[number]) => say(texts[language], `import.${column}`)
  const sheet = {
    name: say(texts[language], 'import.title'),
    title: sum,
    columns: columns.map((column) => ({ label: named(column), width: widths[column] })),
    rows: rows.map((row) => columns.map((column) => row[column])),
  }
  return workbookOf([sheet], at)
}

/** Throws `target.unwritable`, `disk.full`. */
export async function saveSummary(path: string, summary: Summary, at: Date): Promise<number> {
  const content = await contentOf(summary, extname(path).toLowerCase(), at)
  writeOut(path, content)
  return content.length
}
