/**
 * 下载条件: what a clerk takes along of a programme, as plain text in the notice's order —
 * conditions with this moment's verdicts, materials, windows, contacts, each with its source. Pure.
 */
import type { ProgrammeView } from '../model/programme.ts'
import { type Data, type Sentences, say, workingLines } from '../text/say.ts'
import type { Pack, Slot, Window } from './pack.ts'
import type { PackSource } from './source.ts'
import { conditionsOf, slotsOf, trackOf } from './track.ts'

/** The topics that the sheet speaks from, in one language. */
export type SheetWords = {
  readonly sheet: Sentences
  readonly terms: Sentences
  readonly working: Sentences
}

type Sheet = ProgrammeView & { readonly words: SheetWords }
type Sourced = { readonly text: string; readonly source: PackSource }

const of = ({ words }: Sheet, key: string, data?: Data) => say(words.sheet, key, data)
const term = ({ words }: Sheet, key: string, data?: Data) => say(words.terms, key, data)

function sourceLine(sheet: Sheet, { document, clause }: PackSource): string {
  const title = sheet.pack.documents.find(({ id }) => id === document)?.title ?? document
  return of(sheet, 'source', { document: title, clause })
}

const listed = (sheet: Sheet, items: readonly Sourced[]): readonly string[] =>
  items.length === 0
    ? [of(sheet, 'none')]
    : items.flatMap(({ text, source }) => [`· ${text}`, sourceLine(sheet, source)])

function whenOf(sheet: Sheet, { opens, closes, months }: Window): string {
  if (opens && closes) return of(sheet, 'when.span', { opens, closes })
  if (closes) return of(sheet, 'when.closes', { closes })
  if (opens) return of(sheet, 'when.opens', { opens })
  if (months) return of(sheet, 'when.months', { months: months.join('、') })
  return of(sheet, 'when.local')
}

const windows = (sheet: Sheet): readonly string[] =>
  sheet.pack.windows.flatMap((window) => [
    `· ${of(sheet, 'window', { role: term(sheet, `role.${window.role}`), when: whenOf(sheet, window) })}`,
    ...(window.note ? [`   ${window.note}`] : []),
    sourceLine(sheet, window.source),
  ])

const conditions = (sheet: Sheet): readonly string[] =>
  conditionsOf(sheet.pack, sheet.track).flatMap((condition, index) => {
    const verdict = sheet.verdicts.find((one) => one.condition === condition.id)
    const hardness = term(sheet, `hardness.${condition.hardness}`)
    return [
      of(sheet, 'condition', { number: index + 1, hardness, text: condition.text }),
      ...(verdict
        ? [
            of(sheet, 'verdict', { outcome: term(sheet, `outcome.${verdict.outcome}`) }),
            ...workingLines(sheet.words.working, verdict.working, 2),
          ]
        : []),
      sourceLine(sheet, condition.source),
    ]
  })

function constraints(sheet: Sheet, slot: Slot): string {
  return [
    slot.min > 1 ? of(sheet, 'count', { count: slot.min }) : '',
    slot.years ? of(sheet, 'years', { years: slot.years.join('、') }) : '',
    slot.validity ? term(sheet, `validity.${slot.validity.rule}`, { day: slot.validity.day }) : '',
    slot.stamped ? term(sheet, 'slot.stamped') : '',
    slot.signed ? term(sheet, 'slot.signed') : '',
    slot.copies ? term(sheet, 'slot.copies', { count: slot.copies }) : '',
    slot.inside.length > 0 ? of(sheet, 'inside', { what: slot.inside.join('、') }) : '',
    slot.note ?? '',
  ]
    .filter((phrase) => phrase !== '')
    .join('；')
}

const materials = (sheet: Sheet): readonly string[] =>
  slotsOf(sheet.pack, sheet.track).flatMap((slot, index) => {
    const hardness = term(sheet, `hardness.${slot.hardness}`)
    const asked = constraints(sheet, slot)
    return [
      of(sheet, 'slot', { number: index + 1, hardness, title: slot.title }),
      ...(asked === '' ? [] : [`   ${asked}`]),
      sourceLine(sheet, slot.source),
    ]
  })

function procedure(sheet: Sheet): readonly string[] {
  const { channels, system, steps, paper, chain } = sheet.pack.procedure
  const names = channels.map((channel) => term(sheet, `channel.${channel}`)).join('、')
  return [
    of(sheet, 'channels', { channels: names }),
    ...(system ? [of(sheet, 'system', system)] : []),
    ...listed(sheet, [...steps, ...paper, ...chain]),
  ]
}

const contacts = (sheet: Sheet): readonly string[] => [
  ...sheet.pack.contacts.map(({ direction, office, name, phone, address }) =>
    ['·', direction, office, name, phone, address].filter(Boolean).join(' '),
  ),
  ...sheet.pack.links.map(({ label, address }) => `· ${label} ${address}`),
]

function basis(sheet: Sheet): readonly string[] {
  const { documents, department } = sheet.pack
  return [
    ...documents.map(({ title, number, publisher, published }) =>
      ['·', title, number, publisher, published].filter((part) => part !== '').join(' '),
    ),
    of(sheet, 'department', { text: department.text }),
  ]
}

/** Corrections are kept as JSON texts of plain values. */
const plain = (json: string): string => String(JSON.parse(json))

const corrections = (sheet: Sheet): readonly string[] =>
  sheet.corrections.map((one) => {
    const [before, after] = [plain(one.before), plain(one.after)]
    return `· ${of(sheet, 'correction', { ...one, before, after })}`
  })

const chapter = (sheet: Sheet, key: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', of(sheet, key), ...lines]

const titleOf = (sheet: Sheet, { title, edition }: Pack): string =>
  of(sheet, 'title', { title, edition })

/** The sheet's text, lines ended as Windows ends them. `day` is the day it is made on. */
export function sheetText(view: ProgrammeView, words: SheetWords, day: string): string {
  const sheet: Sheet = { ...view, words }
  const { pack } = view
  const track = trackOf(pack, view.track)
  const lines = [
    titleOf(sheet, pack),
    ...(track ? [of(sheet, 'track', { track: track.title })] : []),
    of(sheet, 'made', { day }),
    ...(view.corrections.length > 0
      ? [of(sheet, 'corrected', { count: view.corrections.length })]
      : []),
    ...chapter(sheet, 'basis', basis(sheet)),
    ...chapter(sheet, 'windows', windows(sheet)),
    ...chapter(sheet, 'benefits', listed(sheet, pack.benefits)),
    ...chapter(sheet, 'applicants', listed(sheet, pack.applicants)),
    ...chapter(sheet, 'conditions', conditions(sheet)),
    ...chapter(sheet, 'slots', materials(sheet)),
    ...chapter(sheet, 'procedure', procedure(sheet)),
    ...chapter(sheet, 'contacts', contacts(sheet)),
    ...chapter(sheet, 'notes', pack.dataNotes.length > 0 ? listed(sheet, pack.dataNotes) : []),
    ...chapter(sheet, 'corrections', corrections(sheet)),
  ]
  return `${lines.join('\r\n')}\r\n`
}
