/** The part of the carry kit that lists every upload slot with its files, limits and ticks. */
import type { Slot } from '../../../shared/programme/pack.ts'
import type { KitInput } from './carry-kit.ts'
import { type Html, html } from './html.ts'
import { splitEnding } from './names.ts'
import type { PlacedSlot } from './payload.ts'
import { readableSize } from './readable-size.ts'
import type { Words } from './words.ts'

type KitFile = {
  readonly path: string
  readonly original: string
  readonly size: number
  readonly sha256: string
  readonly volume?: number
}

function limitsOf({ upload, stamped, signed, copies }: Slot, words: Words): string[] {
  return [
    ...(upload?.types
      ? [words.say('kit.slot.types', { types: upload.types.join(words.say('sign.list')) })]
      : []),
    ...(upload?.maxBytes
      ? [words.say('kit.slot.size', { size: readableSize(upload.maxBytes) })]
      : []),
    ...(stamped ? [words.say('kit.stamped')] : []),
    ...(signed ? [words.say('kit.signed')] : []),
    ...(copies ? [words.say('kit.copies', { count: copies })] : []),
  ]
}

function fileRow(file: KitFile, maxBytes: number | undefined, words: Words): Html {
  const over = maxBytes !== undefined && file.size > maxBytes
  return html`<tr><td><label><input type="checkbox" data-tick="${file.path}"> ${words.say('kit.uploaded')}</label></td>
<td class="value">${file.path}${file.volume !== undefined && html`<br><strong>${words.say('kit.volume', { number: file.volume })}</strong>`}${over && html`<br><strong class="warn">${words.say('kit.slot.over')}</strong>`}<div class="hash">${file.sha256}</div></td>
<td class="value">${file.original}</td><td class="act">${readableSize(file.size)}</td></tr>`
}

const table = (files: readonly KitFile[], maxBytes: number | undefined, words: Words): Html =>
  html`<table><tr><th class="act"></th><th>${words.say('kit.file')} / ${words.say('kit.hash')}</th><th>${words.say('kit.original')}</th><th class="act">${words.say('kit.size')}</th></tr>${files.map((file) => fileRow(file, maxBytes, words))}</table>`

function slotPart({ slot, number, waived, idle, placed }: PlacedSlot, words: Words): Html {
  const files = placed.map(({ material: { name, size, sha256 }, path, volume }) => ({
    path,
    ...(volume !== undefined && { volume }),
    original: name,
    size,
    sha256,
  }))
  const limits = limitsOf(slot, words)
  const none = words.say(idle ? 'kit.slot.idle' : 'kit.slot.none')
  const nothing = waived === null ? none : words.say('kit.slot.waived', { reason: waived })
  return html`<div class="slot"><h3>${String(number).padStart(2, '0')} ${slot.title}</h3>
${limits.length > 0 && html`<p class="hint">${limits.join(words.say('sign.clause'))}</p>`}${slot.note !== undefined && html`<p class="hint">${slot.note}</p>`}
${files.length > 0 ? table(files, slot.upload?.maxBytes, words) : html`<p class="empty">${nothing}</p>`}</div>
`
}

/** The papers to upload, slot by slot, in the order of the official list. */
export function slotsPart({ payload: { form, slots }, words }: KitInput): Html {
  const total = slots.reduce((sum, { placed }) => sum + placed.length, form ? 1 : 0)
  const progress = words.say('kit.done', { done: '#', total })
  const title = form ? splitEnding(words.say('form.name')).title : ''
  const formFile = form && { ...form, original: words.say('form.name') }
  return html`<h2>${words.say('kit.slots')}<span class="progress" data-text="${progress}"></span></h2>
<p class="hint">${words.say('kit.slots.hint')}</p>
${formFile && html`<div class="slot"><h3>01 ${title}</h3>${table([formFile], undefined, words)}</div>`}
${slots.map((slot) => slotPart(slot, words))}`
}
