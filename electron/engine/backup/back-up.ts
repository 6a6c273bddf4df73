/**
 * Writes a backup of an open vault: a bag in the same canonical ZIP as a bundle, or several where it
 * is larger than one file may be. It is read back before it counts, and a vault that is partly
 * damaged is backed up all the same: what is left out is named. Nothing of the vault is changed but
 * the line in its log that tells of the backup.
 */
import { readdirSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Fault } from '../../../shared/fault.ts'
import type { BackupWritten } from '../../../shared/model/backup.ts'
import type { Room } from '../bundle/plan-volumes.ts'
import { type ArchiveSpec, writeArchive } from '../bundle/write-archive.ts'
import { writeSet } from '../bundle/write-volumes.ts'
import { stopIfCancelled } from '../bundle/zip-write.ts'
import { randomHex } from '../crypto.ts'
import { faultOf } from '../fault-of.ts'
import { type House, type Job, requireWritable } from '../house.ts'
import { append } from '../store/log.ts'
import { refuseOwnTarget } from '../vault/own-files.ts'
import { blobPath, tmpDir } from '../vault/paths.ts'
import { hashFile } from '../vault/put.ts'
import { composeBackup, idOf, isLeftover, rootOf } from './compose-backup.ts'
import { blobFile, type MaterialFile, materialsIn, roomFiles } from './contents.ts'
import { readBackup } from './read-backup.ts'

/** Below what a ZIP holds, lists included. */
const roomOfZip: Room = { bytes: 0xe000_0000, files: 60_000 }

async function clearLeftovers(folder: string): Promise<void> {
  const names = readdirSync(folder).filter(isLeftover)
  for (const name of names) await rm(join(folder, name), { recursive: true, force: true })
}

/** The line of the log that tells of a backup. */
export const backupAction = 'vault.backup'

/** Writes the database to `copy` as it is at this moment, sound in itself. Throws `vault.damaged`. */
function copyDatabase({ db }: House, copy: string): void {
  db.prepare('VACUUM INTO ?').run(copy)
  const made = new Database(copy, { readonly: true })
  try {
    const sound = made.pragma('integrity_check', { simple: true })
    if (sound !== 'ok') throw new Fault('vault.damaged', { what: 'vault.db' })
  } finally {
    made.close()
  }
}

type Sorted = { readonly whole: readonly MaterialFile[]; readonly left: readonly MaterialFile[] }
type Order = { readonly at: Date; readonly job: Job; readonly room: Room }

/** The materials whose files are as they were taken in, and the others. */
async function sorted(house: House, materials: readonly MaterialFile[], job: Job): Promise<Sorted> {
  const whole: MaterialFile[] = []
  const left: MaterialFile[] = []
  for (const [done, material] of materials.entries()) {
    stopIfCancelled(job)
    job.progress({ done, total: materials.length, unit: 'files', item: material.name })
    const found = await hashFile(blobPath(house.dir, material.sha256)).catch(() => '')
    const list = found === material.sha256 ? whole : left
    list.push(material)
  }
  return { whole, left }
}

const writeOne = (spec: ArchiveSpec, to: string, job: Job): Promise<string> =>
  writeArchive(spec, to, job, async (part, each) => {
    await readBackup(part, each)
    return `${spec.root}.zip`
  })

async function write(house: House, folder: string, copy: string, found: Sorted, order: Order) {
  const { whole, left } = found
  const files = [
    ...(await roomFiles(house.dir, copy)),
    ...whole.map((material) => blobFile(house.dir, material)),
  ]
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  const { at, job, room } = order
  const id = idOf(files, at)
  const named = left.map((material) => material.sha256)
  const about = { id, at, materials: whole.length, bytes, left: named }
  const specs = composeBackup(house, files, about, room)
  const group = join(folder, rootOf(house, about))
  const [only, ...more] = specs
  if (only && more.length === 0) {
    return { id, folder, names: [await writeOne(only, `${group}.zip`, job)], bytes }
  }
  return { id, folder: group, names: await writeSet(specs, group, job, writeOne), bytes }
}

/** What was written, and of which materials: most vaults are whole, and only others are looked into. */
async function writeSound(house: House, folder: string, copy: string, order: Order) {
  const all: Sorted = { whole: materialsIn(copy), left: [] }
  try {
    return { found: all, written: await write(house, folder, copy, all, order) }
  } catch (error) {
    if (faultOf(error)?.code !== 'material.damaged') throw error
  }
  const found = await sorted(house, all.whole, order.job)
  return { found, written: await write(house, folder, copy, found, order) }
}

/**
 * Writes a backup into `folder`. Throws `vault.readOnly`, `vault.damaged` (the database itself),
 * `target.unwritable`, `target.ofVault`, `target.exists`, `disk.full`, `file.busy`,
 * `bundle.fileTooLarge`, `job.cancelled`; after any of them nothing is left. `room` is what one file
 * may hold.
 */
export async function backUp(
  house: House,
  folder: string,
  job: Job,
  room: Room = roomOfZip,
): Promise<BackupWritten> {
  requireWritable(house)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Fault('target.unwritable', { path: folder })
  refuseOwnTarget(house.dir, folder)
  await clearLeftovers(folder)
  const order = { at: house.clock(), job, room }
  const copy = join(tmpDir(house.dir), `backup-${randomHex(4)}.db`)
  try {
    copyDatabase(house, copy)
    const { found, written } = await writeSound(house, folder, copy, order)
    const told = { ...written, materials: found.whole.length }
    house.db.transaction(() => append(house.db, order.at, backupAction, told.id, told))()
    return { ...told, left: found.left.map(({ name }) => name), at: order.at.toISOString() }
  } finally {
    await rm(copy, { force: true })
  }
}
