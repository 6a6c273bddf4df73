/**
 * 盖章指南: where seals and signatures go, how many copies, told from the pack alone: the form's cover
 * and its printed words, the materials' constraints, and what the notice says of paper. Pure.
 */
import type { ApplicationView } from '../../../shared/model/application.ts'
import type { Block, Form } from '../../../shared/programme/form.ts'
import { slotsOf } from '../../../shared/programme/track.ts'
import { type Data, say } from '../../../shared/text/say.ts'
import words from '../../../shared/text/zh-CN/paper.json' with { type: 'json' }

export type StampRow = {
  readonly place: string
  /** Page of the bound volume, or an empty string where none was bound. */
  readonly page: string
  readonly what: string
  readonly copies: string
}

export type StampPlan = {
  readonly rows: readonly StampRow[]
  /** The notice's own words on paper, with their clauses. */
  readonly asked: readonly (readonly [clause: string, text: string])[]
}

/** Page on which a slot's papers begin, or `form` its cover. */
export type Starts = ReadonlyMap<string, number>

const told = (key: keyof typeof words, data?: Data) => say(words, key, data)
const pageText = (starts: Starts, key: string) =>
  starts.has(key) ? told('stamp.page', { page: starts.get(key) ?? 0 }) : ''

/** Words that ask for a seal or for a hand. */
const asksSeal = /盖章|公章|印章|签章|盖单位章/
const asksHand = /签字|签名|签章/

/** What a printed text asks for, or an empty string. */
function askedBy(text: string): string {
  const seal = asksSeal.test(text) ? [told('stamp.seal')] : []
  const hand = asksHand.test(text) ? [told('stamp.hand')] : []
  return [...seal, ...hand].join('、')
}

const printedTexts = (block: Block): readonly string[] => {
  if (block.kind === 'note') return [...block.paragraphs, ...(block.closing ?? [])]
  if (block.kind !== 'grid') return []
  return block.rows.flatMap(({ cells }) =>
    cells.flatMap(({ text, hint }) => [text ?? '', hint ?? '']),
  )
}

/** The cover's lines, then every short printed text of the form that asks for a seal or a hand. */
function formRows(form: Form, starts: Starts): StampRow[] {
  const page = pageText(starts, 'form')
  const cover = form.cover
    .filter(({ seal, label }) => seal || askedBy(label) !== '')
    .map(({ label }) => ({
      place: told('stamp.cover', { label }),
      page,
      what: askedBy(label) || told('stamp.seal'),
      copies: '',
    }))
  const inside = form.sections.flatMap(({ title, blocks }) =>
    blocks
      .flatMap(printedTexts)
      .flatMap((text) => text.split('\n'))
      .filter((text) => text.length <= longestLabel && askedBy(text) !== '')
      .map((text) => ({
        place: told('stamp.section', { title, text: text.trim() }),
        page: '',
        what: askedBy(text),
        copies: '',
      })),
  )
  return [...cover, ...inside]
}

/** Longer texts speak of seals; they are no place for one. */
const longestLabel = 40

/** Where everything goes; `starts` tells the pages of a bound volume. */
export function stampPlan(view: ApplicationView, starts: Starts): StampPlan {
  const { form, procedure } = view.pack
  const waived = new Set(
    view.slots
      .filter(({ waived, applies }) => waived !== null || applies === 'no')
      .map(({ id }) => id),
  )
  const slots = slotsOf(view.pack, view.track)
    .filter((slot) => !waived.has(slot.id) && !slot.form)
    .filter(({ stamped, signed, copies }) => stamped || signed || copies)
    .map(({ id, title, stamped, signed, copies }) => ({
      place: title,
      page: pageText(starts, id),
      what: [stamped ? told('stamp.seal') : '', signed ? told('stamp.hand') : '']
        .filter(Boolean)
        .join('、'),
      copies: copies ? told('stamp.copies', { count: copies }) : '',
    }))
  const edge = procedure.paper.some(({ text }) => text.includes('骑缝'))
  const whole = edge
    ? [
        {
          place: told('stamp.whole'),
          page: told('stamp.all'),
          what: told('stamp.edge'),
          copies: '',
        },
      ]
    : []
  return {
    rows: [...(form ? formRows(form, starts) : []), ...slots, ...whole],
    asked: procedure.paper.map(({ text, source }) => [source.clause, text]),
  }
}
