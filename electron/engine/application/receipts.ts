/** Receipts: what left the office, in which volumes, and file by file what was in it. */
import type { Database } from 'better-sqlite3'
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type {
  LedgerRow,
  Receipt,
  ReceiptFile,
  ReceiptView,
  ReceiptVolume,
} from '../../../shared/model/bundle.ts'
import type { House } from '../house.ts'
import { save } from '../store/rows.ts'
import { packBodyOf } from './pack.ts'

type Row = Omit<Receipt, 'bundleId' | 'tagManifestSha256' | 'volumes'> & {
  readonly bundle_id: string
  readonly tag_manifest: string
  readonly digest: string
}
type VolumeRow = Omit<ReceiptVolume, 'tagManifestSha256'> & { readonly tag_manifest: string }

const volumesOf = (db: Database, receipt: number): ReceiptVolume[] =>
  db
    .prepare<[number], VolumeRow>(
      `SELECT number, name, size, sha256, tag_manifest, files FROM receipt_volume
       WHERE receipt = ? ORDER BY number`,
    )
    .all(receipt)
    .map(({ tag_manifest, ...rest }) => ({ ...rest, tagManifestSha256: tag_manifest }))

const receiptFrom = (
  db: Database,
  { bundle_id, tag_manifest, digest: _, ...rest }: Row,
): Receipt => ({
  ...rest,
  bundleId: bundle_id,
  tagManifestSha256: tag_manifest,
  volumes: volumesOf(db, rest.seq),
})

/** Of one application, newest first. */
export const receiptsOf = (db: Database, application: string): Receipt[] =>
  db
    .prepare<[string], Row>('SELECT * FROM receipt WHERE application = ? ORDER BY seq DESC')
    .all(application)
    .map((row) => receiptFrom(db, row))

/** Writes a receipt with all that belongs to it. Part of the caller's transaction. */
export function keepReceipt(db: Database, receipt: Receipt, files: readonly ReceiptFile[]): void {
  const { bundleId, tagManifestSha256, volumes, ...rest } = receipt
  save(db, 'receipt', { ...rest, bundle_id: bundleId, tag_manifest: tagManifestSha256 })
  for (const { tagManifestSha256: tag_manifest, ...volume } of volumes) {
    save(db, 'receipt_volume', { receipt: receipt.seq, ...volume, tag_manifest })
  }
  for (const [position, file] of files.entries()) {
    save(db, 'receipt_file', { receipt: receipt.seq, position, ...file })
  }
}

type Titled = Row & {
  readonly programme: string
  readonly edition: string
  readonly pack_hash: string
  readonly papers: number
}

/** The ledger of all exports, newest first. */
export function listReceipts({ db }: House): LedgerRow[] {
  const titles = new Map<string, string>()
  const titleOf = (hash: string): string => {
    const known = titles.get(hash) ?? String(JSON.parse(packBodyOf(db, hash))?.title ?? '')
    titles.set(hash, known)
    return known
  }
  return db
    .prepare<[], Titled>(
      `SELECT r.*, a.programme, a.edition, a.pack_hash,
         (SELECT count(*) FROM receipt_file f WHERE f.receipt = r.seq) papers
       FROM receipt r JOIN application a ON a.id = r.application ORDER BY r.seq DESC`,
    )
    .all()
    .map(({ programme, edition, pack_hash, papers, ...row }) => ({
      ...receiptFrom(db, row),
      programme,
      edition,
      title: titleOf(pack_hash),
      papers,
    }))
}

/** One receipt with its contents. Throws `receipt.unknown`. */
export function openReceipt({ db }: House, { seq }: Parsed<'receipt.open'>): ReceiptView {
  const row = db.prepare<[number], Row>('SELECT * FROM receipt WHERE seq = ?').get(seq)
  if (!row) throw new Fault('receipt.unknown', { seq })
  const contents = db
    .prepare<[number], ReceiptFile>(
      `SELECT path, slot, name, size, sha256, volume FROM receipt_file
       WHERE receipt = ? ORDER BY position`,
    )
    .all(seq)
  return { receipt: receiptFrom(db, row), contents }
}
