/**
 * The carry kit, index.html: one file without network for the clerk at the online machine. It holds
 * what the 申报书 and the list of materials hold, and nothing else.
 */
import type { ApplicationView } from '../../../shared/model/application.ts'
import type { Identity } from '../../../shared/model/bundle.ts'
import type { EnterpriseView } from '../../../shared/model/enterprise.ts'
import { type FilledItem, filledForm, type Value } from '../../../shared/programme/filled-form.ts'
import { trackOf } from '../../../shared/programme/track.ts'
import { sha256Base64 } from '../crypto.ts'
import { type Html, html } from './html.ts'
import { slotsPart } from './kit-slots.ts'
import { kitScript, kitStyle } from './kit-style.ts'
import type { Payload } from './payload.ts'
import type { Words } from './words.ts'

export type KitInput = {
  readonly view: ApplicationView
  readonly enterprise: EnterpriseView
  readonly payload: Payload
  readonly root: string
  readonly bundleId: string
  /** As people read it, China's time. */
  readonly exportedAt: string
  readonly reason: string
  readonly signer: Identity
  readonly words: Words
}

const copyButton = (words: Words, text: string, label = words.say('kit.copy')): Html =>
  html`<button type="button" data-copy="${text}">${label}</button>`

const row = (label: string, value: Html | string): Html => html`<dt>${label}</dt><dd>${value}</dd>`

function headerPart({ view, enterprise, words, root, exportedAt }: KitInput): Html {
  const { name = '', creditCode = '' } = enterprise.facts
  const track = trackOf(view.pack, view.track)
  return html`<header><div class="wide"><h1>${words.say('kit.title', { title: view.title })}</h1><dl>
${row(words.say('kit.enterprise'), name)}
${creditCode !== '' && row(words.say('kit.creditCode'), creditCode)}
${row(words.say('kit.edition'), view.edition)}
${track ? row(words.say('kit.track'), track.title) : null}
${view.closes !== null && row(words.say('kit.closes'), view.closes)}
${row(words.say('kit.exported'), exportedAt)}
${row(words.say('kit.bundle'), root)}
</dl></div></header>`
}

function systemPart({ view, words }: KitInput): Html {
  const { system, steps } = view.pack.procedure
  const line = (label: string, text: string) =>
    html`<tr><th>${label}</th><td class="value">${text}</td><td class="act">${copyButton(words, text)}</td></tr>`
  const table = system
    ? html`<table class="pairs">${line(words.say('kit.system.name'), system.name)}${line(words.say('kit.system.address'), system.address)}</table>`
    : html`<p class="hint">${words.say('kit.system.none')}</p>`
  return html`<h2>${words.say('kit.system')}</h2>${table}
<ol>${steps.map(({ text }) => html`<li>${text}</li>`)}</ol>`
}

/** For pasting into a spreadsheet or a web table: a tab between cells, a line a row. */
const tabbed = (values: readonly string[]): string =>
  values.map((value) => value.replace(/\s+/gu, ' ').trim()).join('\t')

type ValueItem = Extract<FilledItem, { kind: 'value' }>
type TableItem = Extract<FilledItem, { kind: 'table' }>

function valueRow({ label, shown, copy }: ValueItem, words: Words): Html {
  const empty = html`<span class="empty">${words.say('kit.empty')}</span>`
  const button = copy === '' ? null : copyButton(words, copy)
  return html`<tr><th>${label}</th><td class="value">${shown === '' ? empty : shown}</td><td class="act">${button}</td></tr>
`
}

function tablePart({ label, columns, rows }: TableItem, words: Words): Html {
  if (rows.length === 0) {
    return html`<h3>${label}</h3><p class="empty">${words.say('kit.empty')}</p>`
  }
  const copies = rows.map((cells) => tabbed(cells.map(({ copy }) => copy)))
  const line = (cells: readonly Value[], i: number) =>
    html`<tr>${cells.map(({ shown }) => html`<td class="value">${shown}</td>`)}<td class="act">${copyButton(words, copies[i] ?? '', words.say('kit.copyRow'))}</td></tr>
`
  return html`<h3>${label} ${copyButton(words, copies.join('\n'), words.say('kit.copyTable'))}</h3>
<div class="scroll"><table><tr>${columns.map(({ label: column }) => html`<th>${column}</th>`)}<th></th></tr>${rows.map(line)}</table></div>`
}

/** Neighbouring single answers stand in one table, a repeating table in its own. */
function itemsPart(items: readonly FilledItem[], words: Words): Html[] {
  const parts: Html[] = []
  let together: Html[] = []
  const close = () => {
    if (together.length > 0) parts.push(html`<table class="pairs">${together}</table>`)
    together = []
  }
  for (const item of items) {
    if (item.kind === 'value') together.push(valueRow(item, words))
    else {
      close()
      parts.push(tablePart(item, words))
    }
  }
  close()
  return parts
}

function formPart({ view, words }: KitInput): Html {
  const { form } = view.pack
  const heading = html`<h2>${words.say('kit.form')}</h2>`
  if (!form) return html`${heading}<p class="hint">${words.say('kit.form.none')}</p>`
  const sections = filledForm(form, view.answers).map(
    ({ title, items }) => html`<section>${title !== '' && html`<h3>${title}</h3>`}
${itemsPart(items, words)}</section>
`,
  )
  return html`${heading}<p class="hint">${words.say('kit.form.hint')}</p>${sections}`
}

function paperPart({ view, words }: KitInput): Html {
  const { paper } = view.pack.procedure
  const notes = view.pack.dataNotes
  const list =
    paper.length === 0
      ? html`<p class="hint">${words.say('kit.paper.none')}</p>`
      : html`<ul>${paper.map(({ text }) => html`<li>${text}</li>`)}</ul>`
  return html`<h2>${words.say('kit.paper')}</h2>${list}
${notes.length > 0 && html`<h3>${words.say('kit.notes')}</h3><ul>${notes.map(({ text }) => html`<li>${text}</li>`)}</ul>`}`
}

function findingsPart({ view, words, reason }: KitInput): Html {
  const open = view.findings.filter(({ severity }) => severity === 'blocking')
  const heading = html`<h2>${words.say('kit.findings')}</h2>`
  if (open.length === 0)
    return html`${heading}<p class="hint">${words.say('kit.findings.none')}</p>`
  return html`${heading}<div class="warn"><strong>${words.say('kit.reason')}</strong>${words.say('sign.colon')}<span class="value">${reason}</span></div>
<ol>${open.map((finding) => html`<li>${words.finding(finding)}</li>`)}</ol>`
}

const proofPart = ({ words, signer }: KitInput): Html =>
  html`<h2>${words.say('kit.proof')}</h2><p class="hint">${words.say('kit.proof.hint')}</p>
<dl>${row(words.say('kit.signer'), signer.name)}${row(words.say('kit.fingerprint'), html`<span class="hash">${signer.fingerprint}</span>`)}</dl>`

/** Everything is forbidden but this very style and this very script. */
const policy = (): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${sha256Base64(kitStyle)}'`,
    `script-src 'sha256-${sha256Base64(kitScript)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** The whole page. Its bytes depend on nothing but the input. */
export function carryKit(input: KitInput): string {
  const { view, words, enterprise, bundleId } = input
  const title = words.say('kit.title', { title: view.title })
  const [style, script] = [kitStyle, kitScript]
  const head = html`<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy()}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>${title}</title>`
  const body = html`${headerPart(input)}
<main class="wide">
${enterprise.sample && html`<p class="sample">${words.say('kit.sample')}</p>`}
<p class="hint">${words.say('kit.what')}</p>
${systemPart(input)}
${formPart(input)}
${slotsPart(input)}
${paperPart(input)}
${findingsPart(input)}
${proofPart(input)}
</main><footer class="wide">${words.say('program')}</footer>`
  const attributes = html`data-bundle="${bundleId}" data-copied="${words.say('kit.copied')}"`
  return `<!DOCTYPE html>
<html lang="${words.language}"><head>${head.markup}<style>${style}</style></head>
<body ${attributes.markup}>
${body.markup}
<script>${script}</script>
</body></html>
`
}
