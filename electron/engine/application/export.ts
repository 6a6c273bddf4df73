/**
 * The way out, one straight line: check → freeze → PDF → stream → manifests → signature → sync →
 * verify what was written → rename → receipt. It never overwrites a file, and never says it is done
 * before the written bundle has been read back and verified.
 */
import { statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { ApplicationView } from '../../../shared/model/application.ts'
import type { Receipt, ReceiptFile } from '../../../shared/model/bundle.ts'
import type { EnterpriseView } from '../../../shared/model/enterprise.ts'
import type { SnapshotBody } from '../../../shared/model/snapshot.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import { composeVolumes } from '../bundle/compose-volumes.ts'
import type { Payload } from '../bundle/payload.ts'
import type { BundleSpec } from '../bundle/seal-bag.ts'
import { type WrittenBundle, writeBundle } from '../bundle/write.ts'
import { writeVolumes } from '../bundle/write-volumes.ts'
import { zipLimits } from '../bundle/zip-format.ts'
import { openEnterprise } from '../enterprise/enterprise.ts'
import { type House, type Job, requireWritable } from '../house.ts'
import { identityFor, type Signer, signerOf } from '../identity/identities.ts'
import { append, logHead } from '../store/log.ts'
import { save } from '../store/rows.ts'
import { blobPath } from '../vault/paths.ts'
import { changeNote, changeNotePdf } from './change-note.ts'
import { writeEvent } from './events.ts'
import { packBodyOf } from './pack.ts'
import { keepReceipt } from './receipts.ts'
import { formOf } from './render.ts'
import { recordOf } from './rows.ts'
import { bodyNow, newSnapshotId, takeSnapshot } from './snapshots.ts'
import { viewOf } from './view.ts'

/** What a ZIP without extensions, and a file on FAT32, can have. */
const largestZip = zipLimits.bytes - 1

/** `application.export` with its handle resolved; a folder takes the bundle under its own name. */
export type Export = Omit<Parsed<'application.export'>, 'to'> & { readonly to: string }

function signerFor(house: House, enterprise: EnterpriseView, wanted: string | undefined): Signer {
  if (wanted !== undefined) return signerOf(house, wanted)
  const { name = '', creditCode = '' } = enterprise.facts
  // A profile without a name: the vault has one, and the page says beforehand that it is taken.
  return identityFor(house, { name: name || house.name, creditCode, at: house.clock() })
}

/** A folder takes it under its own name; several volumes lie in a folder of theirs. */
function placeFor(to: string, [first, ...more]: readonly BundleSpec[]): string {
  const path = resolve(to)
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
  if (more.length === 0) return isFolder ? join(path, `${first?.root}.zip`) : path
  return isFolder ? join(path, first?.group ?? '') : path.replace(/\.zip$/i, '')
}

type Written = Omit<Receipt, 'seq' | 'application' | 'revision' | 'at' | 'blocking' | 'reason'>

/** What the receipt says of the files. */
function summaryOf(written: readonly WrittenBundle[], to: string): Written {
  const [first] = written.map(({ report: _, ...rest }) => rest)
  if (!first) throw new TypeError('nothing was written')
  if (written.length === 1) return { ...first, volumes: [] }
  const sum = (of: (one: WrittenBundle) => number) => written.reduce((all, one) => all + of(one), 0)
  return {
    ...first,
    path: to,
    name: basename(to),
    size: sum(({ size }) => size),
    files: sum(({ files }) => files),
    volumes: written.map(({ name, size, sha256, tagManifestSha256, files }, i) => ({
      number: i + 1,
      name,
      size,
      sha256,
      tagManifestSha256,
      files,
    })),
  }
}

async function write(specs: readonly BundleSpec[], to: string, job: Job): Promise<Written> {
  const [only, ...more] = specs
  if (only && more.length === 0) return summaryOf([await writeBundle(only, to, job)], to)
  return summaryOf(await writeVolumes(specs, to, job), to)
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

function settle(
  house: House,
  sent: Sent,
  written: Written,
  contents: readonly ReceiptFile[],
): Receipt {
  const { db } = house
  const { view, at, reason, snapshot } = sent
  return db.transaction(() => {
    const record = recordOf(db, view.id)
    const seq = append(db, at, 'application.export', view.id, { bundle: written.sha256 })
    const { blocking, revision } = view
    const receipt = {
      seq,
      application: view.id,
      revision,
      at: at.toISOString(),
      blocking,
      reason,
      ...written,
    }
    keepReceipt(db, receipt, contents)
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
    return receipt
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
  const note = changeNote(house, view)?.note ?? null
  const at = house.clock()
  const snapshot = { id: newSnapshotId(), body: bodyNow(house, recordOf(house.db, view.id)) }
  const reason = view.blocking > 0 ? input.reason : ''
  const { specs, contents, payload } = composeVolumes(
    {
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
      changes: note && {
        note,
        pdf: await changeNotePdf(house, { note, view }, job),
      },
      snapshot: snapshot.id,
      signer: signerFor(house, enterprise, input.identity),
      fileOf: (sha256) => blobPath(house.dir, sha256),
    },
    input.volumeBytes ?? largestZip,
  )
  const to = placeFor(input.to, specs)
  const written = await write(specs, to, job)
  try {
    const papers = packedOf(payload)
    return settle(house, { view, at, reason, snapshot, papers }, written, contents)
  } catch (error) {
    // A bundle that the vault knows nothing of must not be handed in.
    await rm(written.path, { recursive: true, force: true })
    throw error
  }
}
