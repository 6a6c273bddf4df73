/**
 * A selection as plain files in a folder of their own, beside a list of them. The folder appears
 * under its name only when everything in it is on the disk; it never overwrites anything, and a
 * damaged paper is refused by name.
 */
import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { mkdir, open, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { Fault } from '../../../shared/fault.ts'
import type { ExportedFiles, ListedMaterial } from '../../../shared/model/catalogue.ts'
import type { Triple } from '../../../shared/model/triple.ts'
import { componentFault, foldKey, limits, plainName, splitEnding } from '../bundle/names.ts'
import { randomHex, sha256Stream } from '../crypto.ts'
import type { House, Job } from '../house.ts'
import { syncFolder, writeWhole } from '../vault/durable.ts'
import { refuseOwnTarget } from '../vault/own-files.ts'
import { blobPath } from '../vault/paths.ts'
import { folderTitle, type Language, listingName, listingOf } from './listing.ts'
import { type MaterialRow, rowOf } from './material-rows.ts'
import { tripleOf } from './triples.ts'
import { listed } from './used-in.ts'

export type ExportOrder = {
  readonly sha256s: readonly string[]
  /** The folder to be made; its parent must be there. An empty one may stand in its place. */
  readonly folder: string
  readonly language: Language
}

/** Names for files side by side: harmless everywhere, and different wherever case does not count. */
export function namesFor(originals: readonly string[], taken: readonly string[]): string[] {
  const used = new Set(taken.map(foldKey))
  return originals.map((original) => {
    const { title, ending } = splitEnding(original)
    const suffix = ending === '' ? '' : `.${ending}`
    for (let n = 1; ; n += 1) {
      const tail = n === 1 ? suffix : `_${n}${suffix}`
      const stem = plainName(title, limits.component - tail.length) || 'file'
      const plain = `${stem}${tail}`
      const name = componentFault(plain) === 'reserved' ? `_${plain}` : plain
      if (used.has(foldKey(name))) continue
      used.add(foldKey(name))
      return name
    }
  })
}

/** Copies a stored file, syncs the copy, and refuses bytes that are not those that were stored. */
async function copyOut(from: string, to: string, material: ListedMaterial): Promise<void> {
  const damaged = (cause?: unknown) =>
    new Fault('material.damaged', { name: material.name }, { cause })
  const hash = sha256Stream()
  const target = await open(to, 'wx', 0o644)
  try {
    const source = createReadStream(from, { highWaterMark: 1 << 20 })
    source.once('error', () => {})
    for await (const piece of source) {
      hash.update(piece)
      await target.writeFile(piece)
    }
    if (hash.digest('hex') !== material.sha256) throw damaged()
    await target.sync()
  } catch (error) {
    const { syscall = '', code = '' } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' && syscall === 'open') throw damaged(error)
    throw error
  } finally {
    await target.close()
  }
}

/** How many files are copied at the same time. */
const together = 8

async function fill(house: House, part: string, files: readonly Named[], job: Job): Promise<void> {
  for (let start = 0; start < files.length; start += together) {
    if (job.signal.aborted) throw new Fault('job.cancelled')
    const batch = files.slice(start, start + together)
    const item = batch[0]?.file ?? ''
    job.progress({ done: start, total: files.length, unit: 'files', item })
    const copies = batch.map(({ file, material }) =>
      copyOut(blobPath(house.dir, material.sha256), join(part, file), material),
    )
    // All must have ended before anything is cleared away.
    const failed = (await Promise.allSettled(copies)).find(({ status }) => status === 'rejected')
    if (failed) throw (failed as PromiseRejectedResult).reason
  }
}

/** The triples that any of these papers belongs to, in the order in which they were made. */
function triplesAmong(db: Database, rows: readonly MaterialRow[]): Triple[] {
  const triples = rows.map(({ seq }) => tripleOf(db, seq)).filter((each) => each !== null)
  return [...new Map(triples.map((each) => [each.id, each])).values()].toSorted(
    (a, b) => a.id - b.id,
  )
}

type Named = { readonly file: string; readonly material: ListedMaterial }

function refuseTaken(folder: string): void {
  if (!existsSync(dirname(folder))) throw new Fault('target.unwritable', { path: folder })
  if (!existsSync(folder)) return
  const empty = (() => {
    try {
      return readdirSync(folder).length === 0
    } catch {
      return false
    }
  })()
  if (!empty) throw new Fault('target.exists', { path: folder })
}

/**
 * Throws `material.unknown`, `material.damaged`, `target.exists`, `target.unwritable`,
 * `target.ofVault`, `disk.full`, `job.cancelled`; after any of them there is no folder.
 */
export async function exportFiles(
  house: House,
  { sha256s, folder, language }: ExportOrder,
  job: Job,
): Promise<ExportedFiles> {
  const rows = [...new Set(sha256s)].map((sha256) => rowOf(house.db, sha256))
  const materials = listed(house.db, rows)
  refuseOwnTarget(house.dir, folder)
  refuseTaken(folder)
  const listing = listingName(language)
  const names = namesFor(
    materials.map(({ name }) => name),
    [listing],
  )
  const files = materials.map((material, at) => ({ file: names[at] ?? '', material }))
  const part = join(dirname(folder), `.${randomHex(8)}.part`)
  try {
    await mkdir(part)
    await fill(house, part, files, job)
    const { workbookOf } = await import('../workbook.ts')
    const sheets = listingOf(files, triplesAmong(house.db, rows), language)
    writeWhole(join(part, listing), await workbookOf(sheets, house.clock()))
    syncFolder(part)
    if (existsSync(folder)) await rmdir(folder)
    await rename(part, folder)
    syncFolder(dirname(folder))
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    throw error
  }
  const bytes = materials.reduce((sum, { size }) => sum + size, 0)
  return { folder, files: files.length, bytes, listing }
}

/** A folder inside `parent` that is not there yet: 材料导出_20240506, _2, _3 … */
export function freshFolder(parent: string, day: string, language: Language): string {
  const name = `${folderTitle(language)}_${day.replaceAll('-', '')}`
  for (let n = 1; ; n += 1) {
    const folder = join(parent, n === 1 ? name : `${name}_${n}`)
    if (!existsSync(folder)) return folder
  }
}
