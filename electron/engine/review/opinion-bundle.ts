/**
 * An opinion as a file of its own: the same bag and signature as a bundle, with opinion.json in the
 * place of application.json, a page to read and the 意见书 as PDF. It touches no disk.
 */
import { join } from 'node:path'
import type { Opinion } from '../../../shared/model/review.ts'
import { canonicalJson } from '../bundle/application-file.ts'
import { tagNames } from '../bundle/bag.ts'
import { type Html, html } from '../bundle/html.ts'
import { kitStyle } from '../bundle/kit-style.ts'
import { fileName, folderName, rootName } from '../bundle/names.ts'
import { noteName, verificationNote } from '../bundle/note.ts'
import { type BundleSpec, bytesFile, sealBag, textFile } from '../bundle/seal-bag.ts'
import { wordsIn } from '../bundle/words.ts'
import { sha256, sha256Base64 } from '../crypto.ts'
import { systemFontFolders } from '../form/fonts.ts'
import type { Job } from '../house.ts'
import type { Signer } from '../identity/identities.ts'
import { type PagedBlock, type PagedPdf, pagedDocument } from '../paper/paged-document.ts'
import {
  aboutLines,
  opinionText,
  reasonColumns,
  reasonRows,
  verdictLines,
} from './opinion-words.ts'

const remarkBlocks = ({ remark }: Opinion): PagedBlock[] =>
  remark === ''
    ? []
    : [
        { kind: 'heading', text: opinionText('remark') },
        { kind: 'text', paragraphs: [remark] },
      ]

/** The 意见书, to be printed, sealed and filed. Throws `form.font`, `job.cancelled`. */
export function opinionPdf(opinion: Opinion, assets: string, job: Job): Promise<PagedPdf> {
  const rows = reasonRows(opinion)
  const reasons: PagedBlock[] =
    rows.length === 0
      ? [{ kind: 'text', paragraphs: [opinionText('reasons.none')] }]
      : [{ kind: 'table', columns: reasonColumns, rows }]
  return pagedDocument(
    {
      title: opinionText('title'),
      author: opinion.reviewer.office,
      date: new Date(opinion.issuedAt),
      blocks: [
        { kind: 'facts', facts: [...aboutLines(opinion), ...verdictLines(opinion)] },
        { kind: 'heading', text: opinionText('reasons') },
        ...reasons,
        ...remarkBlocks(opinion),
        { kind: 'signing', places: [opinionText('seal')] },
      ],
    },
    {
      bundled: join(assets, 'fonts'),
      system: systemFontFolders(process.platform, process.env),
    },
    job,
  )
}

const list = (lines: readonly (readonly [string, string])[]): Html =>
  html`<dl>${lines.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>`

/** The page that anybody can read without this program. */
export function opinionPage(opinion: Opinion, { identity }: Pick<Signer, 'identity'>): string {
  const rows = reasonRows(opinion)
  const heads = reasonColumns.map(({ label }) => html`<th>${label}</th>`)
  const body = rows.map(
    (cells) => html`<tr>${cells.map((cell) => html`<td class="value">${cell}</td>`)}</tr>`,
  )
  const reasons =
    rows.length === 0
      ? html`<p class="hint">${opinionText('reasons.none')}</p>`
      : html`<div class="scroll"><table><tr>${heads}</tr>${body}</table></div>`
  const signer = [
    [opinionText('signer'), identity.name],
    [opinionText('fingerprint'), identity.fingerprint],
  ] as const
  const policy = `default-src 'none'; style-src 'sha256-${sha256Base64(kitStyle)}'; base-uri 'none'; form-action 'none'`
  const head = html`<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${opinionText('title')}</title>`
  const main = html`<header><div class="wide"><h1>${opinionText('title')}</h1>${list(verdictLines(opinion))}</div></header>
<main class="wide"><p class="hint">${opinionText('what')}</p>
${list(aboutLines(opinion))}
<h2>${opinionText('reasons')}</h2>${reasons}
${opinion.remark !== '' && html`<h2>${opinionText('remark')}</h2><p class="value">${opinion.remark}</p>`}
<h2>${opinionText('signer')}</h2>${list(signer)}
</main><footer class="wide">${opinionText('program')}</footer>`
  return `<!DOCTYPE html>
<html lang="zh-CN"><head>${head.markup}<style>${kitStyle}</style></head>
<body>
${main.markup}
</body></html>
`
}

/** What is known before the opinion has its name. */
export type Unnamed = Omit<Opinion, 'bundle'>

/** Gives the opinion its id and its file's name: the id follows from what it says. */
export function named(opinion: Unnamed): Opinion {
  const id = sha256(canonicalJson(opinion)).slice(0, 8)
  const root = rootName(opinionText('folder'), opinion.about.enterprise, opinion.day, id)
  return { ...opinion, bundle: { id, root } }
}

/** Composes and signs. */
export function composeOpinion(opinion: Opinion, pdf: Uint8Array, signer: Signer): BundleSpec {
  const { root, id } = opinion.bundle
  const folder = folderName(1, opinionText('folder'))
  const sheet = bytesFile(`data/${folder}/${fileName(1, opinionText('file'))}`, pdf)
  const note = {
    root,
    signer: signer.identity,
    example: sheet.path,
    sample: false,
    sm2: signer.sm2 !== null,
  }
  return sealBag({
    root,
    bundleId: id,
    payload: [sheet],
    tags: [
      textFile(tagNames.opinion, canonicalJson(opinion)),
      textFile('index.html', opinionPage(opinion, signer)),
      textFile(noteName, verificationNote(wordsIn('zh-CN'), note)),
    ],
    organization: opinion.reviewer.office,
    description: opinionText('info', { title: opinion.about.title }),
    signer,
    at: new Date(opinion.issuedAt),
    version: opinion.program.version,
  })
}
