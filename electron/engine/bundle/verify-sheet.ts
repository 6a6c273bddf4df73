/** The 验证单: the verifier's word on a bundle as a paper. It says "passed" for nothing less than all. */
import type { Verification } from '../../../shared/model/bundle.ts'
import { type Sentences, say } from '../../../shared/text/say.ts'
import zh from '../../../shared/text/zh-CN/verify.json' with { type: 'json' }
import { fontFolder } from '../form/fonts.ts'
import type { Job } from '../house.ts'
import { type PagedBlock, type PagedDocument, pagedDocument } from '../paper/paged-document.ts'
import { writeOut } from '../write-out.ts'
import { groupedFingerprint } from './fingerprint-text.ts'
import { readableSize } from './readable-size.ts'
import { trustLines, visible } from './report.ts'

const text: Sentences = zh
const word = (key: keyof typeof zh, data = {}): string => say(text, key, data)

const instant = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
})
const moment = (at: string): string => instant.format(new Date(at))

type Fact = readonly [string, string]
const facts = (list: readonly Fact[]): PagedBlock => ({
  kind: 'facts',
  facts: list.map(([label, value]) => [label, visible(value)]),
})

function bundleFacts({ about, volume, ...report }: Verification): Fact[] {
  return [
    [word('file'), report.path.split(/[\\/]/).at(-1) ?? ''],
    [word('size'), `${report.size}（${readableSize(report.size)}）`],
    [word('sha256'), report.sha256],
    [word('root'), report.root],
    [word('files'), String(report.files)],
    [word('tagManifest'), report.tagManifestSha256],
    ...(volume
      ? [
          [
            word('sheet.volume'),
            word('volume.of', { number: volume.number, count: volume.roots.length }),
          ] as const,
        ]
      : []),
    ...(about
      ? ([
          [word('programme'), `${about.title}（${about.edition}）`],
          [word('enterprise'), about.enterprise],
          [word('exportedAt'), moment(about.exportedAt)],
        ] as const)
      : []),
  ]
}

function signerBlocks({ signer, trust }: Verification): PagedBlock[] {
  if (!signer) return [{ kind: 'text', paragraphs: [word('sheet.noSigner')] }]
  const { from, to } = { from: signer.validFrom, to: signer.validTo }
  return [
    facts([
      [word('signer'), signer.name],
      [word('creditCode'), signer.creditCode],
      [word('fingerprint'), groupedFingerprint(signer.fingerprint)],
      [word('signedAt'), `${moment(signer.signedAt)}${word('signedAt.note')}`],
      [word('validity'), word('validity.range', { from, to })],
      ...(signer.sm2 ? [[word('sm2'), groupedFingerprint(signer.sm2)] as const] : []),
    ]),
    { kind: 'text', paragraphs: trustLines(trust, signer.fingerprint, 'zh-CN').map(visible) },
  ]
}

function reasonBlocks({ reasons }: Verification): PagedBlock[] {
  if (reasons.length === 0) return []
  return [
    { kind: 'heading', text: word('sheet.reasons') },
    {
      kind: 'table',
      columns: [
        { label: word('sheet.code'), share: 4 },
        { label: word('reasons'), share: 6 },
        { label: word('place'), share: 5 },
      ],
      rows: reasons.map(({ code, place, detail }) => [
        code,
        word(code),
        visible(`${place} ${detail}`.trim()),
      ]),
    },
  ]
}

function volumeBlocks({ volumes }: Verification): PagedBlock[] {
  if (volumes.length === 0) return []
  return [
    { kind: 'heading', text: word('sheet.volumes') },
    {
      kind: 'table',
      columns: [
        { label: word('sheet.volume'), share: 1, alignment: 'center' },
        { label: word('root'), share: 7 },
        { label: word('sheet.state'), share: 2, alignment: 'center' },
      ],
      rows: volumes.map(({ number, root, state }) => [
        String(number),
        visible(root),
        word(`volume.state.${state}`),
      ]),
    },
  ]
}

/** The sheet as a document to be set. Pure. */
export function verifySheet(report: Verification, now: Date): PagedDocument {
  const { ok, reasons, about } = report
  return {
    title: word('sheet.title'),
    subtitles: [`${word('sheet.at')}：${instant.format(now)}`],
    author: visible(about?.enterprise ?? ''),
    date: now,
    blocks: [
      { kind: 'heading', text: word('sheet.result') },
      {
        kind: 'text',
        paragraphs: [ok ? word('ok') : word('notOk', { count: reasons.length })],
      },
      { kind: 'heading', text: word('sheet.bundle') },
      facts(bundleFacts(report)),
      { kind: 'heading', text: word('sheet.signer') },
      ...signerBlocks(report),
      ...reasonBlocks(report),
      ...volumeBlocks(report),
      { kind: 'text', paragraphs: [...(ok ? [word('meaning')] : []), word('sheet.how')] },
      { kind: 'signing', places: [word('sheet.sign.by'), word('sheet.sign.on')] },
    ],
  }
}

/** Writes the sheet as a PDF. Throws `form.font`, `target.unwritable`, `job.cancelled`. */
export async function writeVerifySheet(
  report: Verification,
  path: string,
  { assets, now }: { readonly assets: string; readonly now: Date },
  job: Job,
): Promise<void> {
  const { pdf } = await pagedDocument(verifySheet(report, now), fontFolder(assets), job)
  writeOut(path, pdf)
}
