/** Lints what a pack says: every source names a document, and no text ends in the middle. */
import type { Pack } from '../../../../shared/programme/pack.ts'
import type { Note, Path } from '../pack-fault.ts'

/** Notes sources that name a document which the pack does not list. */
export function lintSources(pack: Pack, note: Note): void {
  const known = new Set(pack.documents.map((document) => document.id))
  walk(pack, [], (value, path) => {
    const name = path.at(-1) === 'document' && path.at(-2) === 'source' ? value : undefined
    if (name !== undefined && !known.has(name)) note(path, 'unknown.document', { name })
  })
}

/** Keys whose texts are our own sentences; quotes and labels are printed as the document has them. */
const spoken = new Set(['text', 'note', 'question', 'to', 'help', 'hint', 'title', 'inside'])
const cutSigns = '，、；：,;:（([{《<“‘-—/~'
const cutWords = [
  '和',
  '与',
  '及',
  '或',
  '以及',
  '或者',
  '并',
  '且',
  '而',
  '对',
  '为',
  ' and',
  ' or',
  ' the',
  ' of',
]
const pairs = ['（）', '()', '《》', '“”', '【】', '〔〕', '「」']

/** Notes texts that end in a cut word or sign, and brackets that do not pair. */
export function lintTexts(pack: Pack, note: Note): void {
  walk(pack, [], (value, path) => {
    const key = path.findLast((part) => typeof part === 'string')
    // Headings and cells are printed as the official form has them.
    const printed = path[0] === 'form' && (key === 'title' || path.includes('cells'))
    if (typeof key !== 'string' || !spoken.has(key) || printed) return
    const text = value.trimEnd()
    const end = cutWords.find((word) => text.endsWith(word)) ?? signAtEnd(text)
    if (end !== undefined) note(path, 'text.cut', { end })
    if (pairs.some(([open = '', close = '']) => count(text, open) !== count(text, close))) {
      note(path, 'text.bracket')
    }
  })
}

const signAtEnd = (text: string): string | undefined =>
  cutSigns.includes(text.at(-1) ?? '。') ? text.at(-1) : undefined

const count = (text: string, sign: string): number => text.split(sign).length - 1

/** Visits every string of a value with its path. */
function walk(value: unknown, path: Path, visit: (text: string, path: Path) => void): void {
  if (typeof value === 'string') visit(value, path)
  else if (Array.isArray(value)) {
    value.forEach((each, i) => {
      walk(each, [...path, i], visit)
    })
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) walk(each, [...path, key], visit)
  }
}
