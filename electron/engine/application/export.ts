/**
 * The way out, one straight line: check → freeze → PDF → stream → manifests → signature → sync →
 * verify what was written → rename → receipt. It never overwrites a file, and never says it is done
 * before the written bundle has been read back and verified.
 */
import { statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { ApplicationView } from '../../../shared/model/application.ts'
import type { Receipt } from '../../../shared/model/bundle.ts'
import type { EnterpriseView } from '../../../shared/model/enterprise.ts'
import type { SnapshotBody } from '../../../shared/model/snapshot.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import { composeBundle } from '../bundle/compose.ts'
import type { Payload } from '../bundle/payload.ts'
import type { BundleSpec } from '../bundle/seal-bag.ts'
import { type WrittenBundle, writeBundle } from '../bundle/write.ts'
import { openEnterprise } from '../enterprise/enterprise.ts'
import { type House, type Job, requireWritable } from '../house.ts'
import { identityFor, type Signer, signerOf } from '../identity/identities.ts'
import { append, logHead } from '../store/log.ts'
import { save } from '../store/rows.ts'
import { blobPath } from '../vault/paths.ts'
import { writeEvent } from './events.ts'
import { packBodyOf } from './pack.ts'
import { formOf } from './render.ts'
import { recordOf } from './rows.ts'
import { bodyNow, newSnapshotId, takeSnapshot } from './snapshots.ts'
import { viewOf } from './view.ts'

/** `application.export` with its handle resolved; a folder takes the bundle under its own name. */
export type Export = Omit<Parsed<'application.export'>, 'to'> & { readonly to: string }

function signerFor(house: House, enterprise: EnterpriseView, wanted: string | undefined): Signer {
  if (wanted !== undefined) return signerOf(house, wanted)
  const { name = '', creditCode = '' } = enterprise.facts
  return identityFor(house, { name, creditCode, at: house.clock() })
}

function placeFor(to: string, { root }: BundleSpec): string {
  const path = resolve(to)
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
  return isFolder ? join(path, `${root}.zip`) : path
}

/** A paper's place in the bundle, and the amount that it counted with. */
type Packed = {
  readonly slot: string
  readonly material: number
  readonly file: string
  readonly amount: string
}

const packedOf = ({ slots }: Payload): Packed[] =>
  slots.flatMap(({ slot, placed }) =>
    placed.map(({ material: { seq, facts }, path }) => {
      return { slot: slot.id, material: seq, file: path, amount: facts.amount ?? '' }
    }),
  )

type Sent = {
  readonly view: ApplicationView
  readonly at: Date
  readonly reason: string
  readonly papers: readonly Packed[]
  readonly snapshot: { readonly id: string; readonly body: SnapshotBody }
}

/** Where it lies with an authority already, another export is no new step of its path. */
const isStep = ({ state }: ApplicationView): boolean =>
  ['draft', 'exported', 'returned', 'reserved'].includes(state)

function keepReceipt(house: House, sent: Sent, { report: _, ...written }: WrittenBundle): Receipt {
  const { db } = house
  const { view, at, reason, snapshot } = sent
  const facts = {
    application: view.id,
    revision: view.revision,
    at: at.toISOString(),
    blocking: view.blocking,
    reason,
    ...written,
  }
  return db.transaction(() => {
    const record = recordOf(db, view.id)
    const seq = append(db, at, 'application.export', view.id, { bundle: written.sha256 })
    const { bundleId: bundle_id, tagManifestSha256: tag_manifest, ...rest } = facts
    save(db, 'receipt', { seq, ...rest, bundle_id, tag_manifest })
    for (const paper of sent.papers) save(db, 'packed', { receipt: seq, ...paper })
    takeSnapshot(house, record, { purpose: 'export', seq, at, ...snapshot })
    if (isStep(view)) {
      const event = {
        day: todayInChina(at),
        note: '',
        source: 'export' as const,
        ref: written.bundleId,
      }
      writeEvent(house, record, seq, { state: 'exported', ...event })
    }
    return { seq, ...facts }
  })()
}

/**
 * Throws `vault.readOnly`, `export.blocked` when binding items are open and no reason is given, `form.*`,
 * `material.damaged`, `identity.*`, `target.exists`, `disk.full`, `export.unverified`,
 * `job.cancelled`; after any of them nothing lies under the final name.
 */
export async function exportApplication(house: House, input: Export, job: Job): Promise<Receipt> {
  requireWritable(house)
  const view = viewOf(house, input.id)
  if (view.blocking > 0 && input.reason === '') {
    throw new Fault('export.blocked', { count: view.blocking })
  }
  const enterprise = openEnterprise(house)
  const rendered = view.pack.form ? await formOf(house, view, job) : null
  const at = house.clock()
  const snapshot = { id: newSnapshotId(), body: bodyNow(house, recordOf(house.db, view.id)) }
  const reason = view.blocking > 0 ? input.reason : ''
  const spec = composeBundle({
    view,
    enterprise,
    packBody: packBodyOf(house.db, view.packHash),
    formPdf: rendered?.pdf ?? null,
    vaultId: house.vaultId,
    logHead: logHead(house.db),
    version: house.version,
    at,
    reason,
    previous: view.receipts[0] ?? null,
    snapshot: snapshot.id,
    signer: signerFor(house, enterprise, input.identity),
    fileOf: (sha256) => blobPath(house.dir, sha256),
  })
  const written = await writeBundle(spec, placeFor(input.to, spec), job)
  try {
    const papers = packedOf(spec.payload)
    return keepReceipt(house, { view, at, reason, snapshot, papers }, written)
  } catch (error) {
    // A bundle that the vault knows nothing of must not be handed in.
    await rm(written.path, { force: true })
    throw error
  }
}
