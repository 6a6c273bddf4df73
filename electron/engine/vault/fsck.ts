/**
 * Reads everything in a vault and says what is not as it was written. It never writes. SQLite's own
 * check misses most flipped bits, so every row is held against its digest, the log against its
 * chain, the schema against what the migrations make, and every blob against its name.
 */
import { statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { Fault } from '../../../shared/fault.ts'
import type { Damage, FsckReport } from '../../../shared/model/vault.ts'
import { catalogueHolds } from '../archive/catalogue.ts'
import type { Job } from '../house.ts'
import { firstBreak, logHead, vaultOf } from '../store/log.ts'
import { migrations } from '../store/migrations/index.ts'
import { type RowValues, rowDigest, sealedTables, shapeOf } from '../store/rows.ts'
import { readDescription } from './description.ts'
import { blobPath } from './paths.ts'
import { hashFile } from './put.ts'
import { listBlobs, referredBlobs } from './sweep.ts'

const damage = (
  code: Damage['code'],
  place: string,
  detail = '',
  materials: readonly string[] = [],
): Damage => ({ code, place, detail, materials })

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

function checkDescription(dir: string, db: Database.Database | null): Damage[] {
  try {
    const { id } = readDescription(dir)
    if (db && vaultOf(db) !== id) return [damage('vault.description', 'vault.json', 'id')]
    return []
  } catch (error) {
    return [damage('vault.description', 'vault.json', messageOf(error))]
  }
}

type SchemaRow = { readonly name: string; readonly sql: string | null }
const schemaOf = (db: Database.Database) =>
  db
    .prepare<[], SchemaRow>('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name')
    .all()

function checkSchema(db: Database.Database): Damage[] {
  const version = db.pragma('user_version', { simple: true }) as number
  if (version > migrations.length) return []
  const model = new Database(':memory:')
  for (const step of migrations.slice(0, version)) step.up(model)
  const expected = schemaOf(model)
  model.close()
  const found = schemaOf(db)
  return JSON.stringify(found) === JSON.stringify(expected)
    ? []
    : [damage('database.schema', 'vault.db', `user_version ${version}`)]
}

/** What SQLite says of the full-text index: see [Note: Catalogue]. */
const ofCatalogue = (line: string) => /fts5.*\bcatalogue_index\b/i.test(line)

/** A vault of another version has no catalogue, or one that is none of ours. */
function checkCatalogue(db: Database.Database): boolean {
  const version = db.pragma('user_version', { simple: true }) as number
  if (version !== migrations.length) return true
  return guarded(
    () => catalogueHolds(db),
    () => false,
  )
}

type Structure = {
  readonly damages: readonly Damage[]
  readonly catalogue: FsckReport['catalogue']
}

function checkStructure(db: Database.Database): Structure {
  const lines = db.pragma('integrity_check') as { integrity_check: string }[]
  const references = db.pragma('foreign_key_check') as { table: string; rowid: number }[]
  const damages = [
    ...lines
      .filter((line) => line.integrity_check !== 'ok' && !ofCatalogue(line.integrity_check))
      .map((line) => damage('database.structure', 'vault.db', line.integrity_check)),
    ...references.map((row) => damage('database.reference', `${row.table} ${row.rowid}`)),
  ]
  const broken = lines.some((line) => ofCatalogue(line.integrity_check))
  return { damages, catalogue: broken || !checkCatalogue(db) ? 'broken' : 'good' }
}

function checkRows(db: Database.Database): { rows: number; damages: Damage[] } {
  let rows = 0
  const damages: Damage[] = []
  for (const table of sealedTables(db)) {
    const { key } = shapeOf(db, table)
    const all = db.prepare<[], RowValues & { digest: string }>(`SELECT * FROM ${table}`)
    for (const row of all.iterate()) {
      rows += 1
      if (rowDigest(db, table, row) === row.digest) continue
      const place = `${table} ${key.map((column) => row[column]).join(' ')}`
      const named = table === 'material' ? [String(row.name)] : []
      damages.push(damage('row.digest', place, '', named))
    }
  }
  const broken = firstBreak(db)
  if (broken !== null) damages.push(damage('log.broken', `log ${broken}`))
  return { rows, damages }
}

/** Runs a check that a damaged database may not survive. */
function guarded<T>(check: () => T, otherwise: (damages: Damage[]) => T): T {
  try {
    return check()
  } catch (error) {
    return otherwise([damage('database.unreadable', 'vault.db', messageOf(error))])
  }
}

/** Files that are read at the same time: small ones take longer to open than to hash. */
const together = 8

async function checkBlobs(dir: string, db: Database.Database | null, job: Job) {
  const { blobs, foreign } = listBlobs(dir)
  const referred = guarded(
    () => (db ? referredBlobs(db) : new Set<string>()),
    () => new Set<string>(),
  )
  const named = (sha256: string) =>
    guarded(
      () =>
        db
          ?.prepare<[string], string>('SELECT name FROM material WHERE sha256 = ?')
          .pluck()
          .all(sha256) ?? [],
      () => [],
    )
  const damages = foreign.map((place) => damage('blob.foreign', place))
  let bytes = 0
  const present = new Set(blobs)
  for (let done = 0; done < blobs.length; done += together) {
    if (job.signal.aborted) throw new Fault('job.cancelled')
    job.progress({ done, total: blobs.length, unit: 'files' })
    const batch = blobs.slice(done, done + together)
    const hashes = await Promise.all(
      batch.map((sha256) => hashFile(blobPath(dir, sha256)).catch(messageOf)),
    )
    for (const [at, sha256] of batch.entries()) {
      bytes += statSync(blobPath(dir, sha256), { throwIfNoEntry: false })?.size ?? 0
      if (hashes[at] !== sha256) damages.push(damage('blob.damaged', sha256, '', named(sha256)))
    }
  }
  for (const sha256 of referred) {
    if (!present.has(sha256)) damages.push(damage('blob.missing', sha256, '', named(sha256)))
  }
  const orphans = blobs.filter((sha256) => !referred.has(sha256)).length
  return { blobs: blobs.length, bytes, orphans, damages }
}

/**
 * Checks the vault in `dir` through `db` (null when it could not even be opened).
 * Throws `job.cancelled`.
 */
export async function fsck(
  dir: string,
  db: Database.Database | null,
  job: Job,
): Promise<FsckReport> {
  const structure = db
    ? guarded(
        () => checkStructure(db),
        (damages): Structure => ({ damages, catalogue: 'broken' }),
      )
    : { damages: [], catalogue: 'good' as const }
  const schema = db
    ? guarded(
        () => checkSchema(db),
        (damages) => damages,
      )
    : []
  const rows = db
    ? guarded(
        () => checkRows(db),
        (damages) => ({ rows: 0, damages }),
      )
    : { rows: 0, damages: [damage('database.unreadable', 'vault.db')] }
  const description = guarded(
    () => checkDescription(dir, db),
    (damages) => damages,
  )
  const files = await checkBlobs(dir, db, job)
  const damages = [
    ...description,
    ...structure.damages,
    ...schema,
    ...rows.damages,
    ...files.damages,
  ]
  return {
    ok: damages.length === 0,
    damages,
    blobs: files.blobs,
    bytes: files.bytes,
    rows: rows.rows,
    orphans: files.orphans,
    catalogue: structure.catalogue,
    logHead: db
      ? guarded(
          () => logHead(db),
          () => '',
        )
      : '',
  }
}
