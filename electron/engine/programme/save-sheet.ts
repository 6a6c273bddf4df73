/**
 * Writes a programme's conditions, materials, windows and contacts to a place that the person
 * chose. Plain UTF-8 text with its mark, so that every Windows editor shows it rightly.
 */
import { todayInChina } from '../../../shared/programme/calendar.ts'
import { type SheetWords, sheetText } from '../../../shared/programme/sheet.ts'
import enSheet from '../../../shared/text/en/sheet.json' with { type: 'json' }
import enTerms from '../../../shared/text/en/terms.json' with { type: 'json' }
import enWorking from '../../../shared/text/en/working.json' with { type: 'json' }
import sheet from '../../../shared/text/zh-CN/sheet.json' with { type: 'json' }
import terms from '../../../shared/text/zh-CN/terms.json' with { type: 'json' }
import working from '../../../shared/text/zh-CN/working.json' with { type: 'json' }
import type { House } from '../house.ts'
import { writeOut } from '../write-out.ts'
import { openProgramme } from './programmes.ts'

const words: { readonly [language: string]: SheetWords } = {
  'zh-CN': { sheet, terms, working },
  en: { sheet: enSheet, terms: enTerms, working: enWorking },
}

type Wanted = {
  readonly id: string
  readonly edition: string
  readonly track: string | null
  readonly language: 'zh-CN' | 'en'
  /** Where to. */
  readonly path: string
}

/** Throws `programme.unknown`, and the system's failures as `fault-of` names them. */
export function saveSheet(house: House, wanted: Wanted): { readonly bytes: number } {
  const view = openProgramme(house, wanted)
  const spoken = words[wanted.language] ?? { sheet, terms, working }
  const text = `\uFEFF${sheetText(view, spoken, todayInChina(house.clock()))}`
  const bytes = Buffer.from(text, 'utf8')
  writeOut(wanted.path, bytes)
  return { bytes: bytes.length }
}
