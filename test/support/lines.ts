/** Pages of lines for the pure recognisers; `|` parts cells. */
import { factsOf } from '../../electron/engine/extract/facts.ts'
import { emptyDocument, type Run } from '../../electron/engine/extract/read-document.ts'
import type { Extraction } from '../../shared/model/extraction.ts'

const page = (lines: string): Run[] =>
  lines
    .trim()
    .split('\n')
    .flatMap((line, row) =>
      line.split('|').map((text, cell) => ({
        text: text.trim(),
        x: cell * 100,
        y: row * 20,
        width: 40,
        size: 10,
      })),
    )

/** What is read in a PDF of these pages. */
export const paper = (...pages: string[]): Extraction =>
  factsOf({ ...emptyDocument('a.pdf'), textSource: 'pdfText', pages: pages.map(page) })
