/**
 * The 交接单: the paper that goes along with a bundle. Stamped, it is what the receiver's trust in
 * the signature rests on: bundle id, hash of the tag manifest, fingerprint of the signer.
 */

import type { ReceiptView } from '../../../shared/model/bundle.ts'
import type { PagedBlock, PagedDocument } from '../paper/paged-document.ts'
import { groupedFingerprint } from './fingerprint-text.ts'
import { readableSize } from './readable-size.ts'
import { type Words, wordsIn } from './words.ts'

export type Handover = ReceiptView & {
  readonly title: string
  readonly edition: string
  readonly enterprise: string
  readonly creditCode: string
  readonly sample: boolean
  /** Title of a slot by its id. */
  readonly slots: ReadonlyMap<string, string>
}

const instant = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
})

type Facts = Extract<PagedBlock, { kind: 'facts' }>

function bundleFacts({ receipt }: Handover, words: Words): Facts {
  const { volumes } = receipt
  const several = volumes.length > 0
  return {
    kind: 'facts',
    facts: [
      [words.say('handover.bundle'), receipt.bundleId.toUpperCase()],
      [words.say('handover.name'), receipt.name],
      [
        words.say('handover.size'),
        words.say('handover.sizeOf', { size: readableSize(receipt.size), files: receipt.files }),
      ],
      ...(several
        ? [[words.say('handover.volumes'), String(volumes.length)] as const]
        : [
            [words.say('handover.sha256'), receipt.sha256] as const,
            [words.say('handover.tagManifest'), receipt.tagManifestSha256] as const,
          ]),
      [words.say('handover.exported'), instant.format(new Date(receipt.at))],
      [words.say('kit.fingerprint'), groupedFingerprint(receipt.fingerprint)],
    ],
  }
}

function volumeBlocks({ receipt: { volumes } }: Handover, words: Words): PagedBlock[] {
  if (volumes.length === 0) return []
  return volumes.map(({ number, name, size, files, sha256, tagManifestSha256 }) => ({
    kind: 'facts',
    facts: [
      [words.say('handover.volume', { number }), name],
      [
        words.say('handover.size'),
        words.say('handover.sizeOf', { size: readableSize(size), files }),
      ],
      [words.say('handover.sha256'), sha256],
      [words.say('handover.tagManifest'), tagManifestSha256],
    ],
  }))
}

/** Slots with the number of their papers; the papers themselves are in the bundle's own lists. */
function contentBlocks({ contents, slots }: Handover, words: Words): PagedBlock[] {
  if (contents.length === 0) return []
  const rows = new Map<string, { count: number; size: number }>()
  for (const { slot, size } of contents) {
    const row = rows.get(slot) ?? { count: 0, size: 0 }
    rows.set(slot, { count: row.count + 1, size: row.size + size })
  }
  const form = words.say('form.folder')
  return [
    { kind: 'heading', text: words.say('handover.contents') },
    {
      kind: 'table',
      columns: [
        { label: words.say('handover.no'), share: 1, alignment: 'center' },
        { label: words.say('handover.slot'), share: 7 },
        { label: words.say('handover.count'), share: 2, alignment: 'center' },
        { label: words.say('kit.size'), share: 3, alignment: 'center' },
      ],
      rows: [...rows].map(([slot, { count, size }], i) => [
        String(i + 1),
        slot === '' ? form : (slots.get(slot) ?? slot),
        String(count),
        readableSize(size),
      ]),
    },
  ]
}

/** The sheet as a document to be set. Pure. */
export function handoverSheet(handover: Handover): PagedDocument {
  const words = wordsIn('zh-CN')
  const { receipt, enterprise, creditCode, sample, title, edition } = handover
  return {
    title: words.say('handover.title'),
    subtitles: sample ? [words.say('note.sample')] : [],
    author: enterprise,
    date: new Date(receipt.at),
    blocks: [
      {
        kind: 'facts',
        facts: [
          [words.say('handover.programme'), `${title}（${edition}）`],
          [words.say('kit.enterprise'), enterprise],
          [words.say('kit.creditCode'), creditCode],
        ],
      },
      { kind: 'heading', text: words.say('handover.about') },
      bundleFacts(handover, words),
      ...volumeBlocks(handover, words),
      ...(receipt.blocking > 0
        ? [
            {
              kind: 'text' as const,
              paragraphs: [
                words.say('handover.reason', { count: receipt.blocking, reason: receipt.reason }),
              ],
            },
          ]
        : []),
      ...contentBlocks(handover, words),
      { kind: 'text', paragraphs: [words.say('handover.how'), words.say('handover.meaning')] },
      {
        kind: 'signing',
        places: ['from', 'to', 'sender', 'receiver', 'sentOn', 'receivedOn'].map((place) =>
          words.say(`handover.sign.${place}` as 'handover.sign.from'),
        ),
      },
    ],
  }
}
