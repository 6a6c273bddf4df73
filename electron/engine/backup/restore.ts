/**
 * Makes a vault out of a backup, in a folder of its own: everything is verified before the first byte
 * is written, hashed again as it is written, and the new vault is gone through whole. Nothing but
 * that folder is touched, and after a failure there is no vault in it.
 */
import { mkdir, open, rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { Fault } from '../../../shared/fault.ts'
import type { Restored } from '../../../shared/model/backup.ts'
import { type EntryReader, withEntries } from '../bundle/archive-file.ts'
import { asFault } from '../bundle/write-archive.ts'
import { stopIfCancelled } from '../bundle/zip-write.ts'
import { sha256Stream } from '../crypto.ts'
import type { Job } from '../house.ts'
import { clearOut, makeRooms } from '../store/folder.ts'
import { syncFolder, syncFolders } from '../vault/durable.ts'
import { inspectVault } from '../vault/inspect.ts'
import { blobsDir, keysDir, vaultFile } from '../vault/paths.ts'
import { freshFolder, missingSpace } from '../vault/place.ts'
import { placed, placeIn } from './contents.ts'
import { type ReadBackup, readWholeBackup } from './read-backup.ts'

/** Files that are written and synced at the same time. */
const together = 32

const modeOf = (path: string): number =>
  path.startsWith('data/blobs/') ? 0o444 : path.startsWith('data/keys/') ? 0o600 : 0o644

type Target = { readonly dir: string; readonly entries: EntryReader; readonly from: ReadBackup }

/** One file of the payload into its place; its bytes are held against their hash once more. */
async function unpack(path: string, { dir, entries, from }: Target): Promise<string> {
  const to = placeIn(dir, path) ?? ''
  await mkdir(dirname(to), { recursive: true })
  const file = await open(to, 'wx', modeOf(path))
  const hash = sha256Stream()
  try {
    for await (const piece of entries.pieces(path)) {
      hash.update(piece)
      await file.writeFile(piece)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  if (hash.digest('hex') !== from.hashes.get(path)) {
    throw new Fault('backup.damaged', { name: basename(from.path), place: path })
  }
  return dirname(to)
}

/** All but the description. Nothing counts before that is there: folders are synced once, at the end. */
async function unpackAll(volumes: readonly ReadBackup[], dir: string, job: Job): Promise<void> {
  const folders = new Set([blobsDir(dir), keysDir(dir)])
  const total = volumes.reduce((sum, { hashes }) => sum + hashes.size, 0)
  let done = 0
  for (const from of volumes) {
    const paths = [...from.hashes.keys()].filter((path) => path !== placed.description)
    await withEntries(from.path, async (entries) => {
      for (let at = 0; at < paths.length; at += together) {
        stopIfCancelled(job)
        job.progress({ done: done + at, total, unit: 'files' })
        const batch = paths.slice(at, at + together)
        const made = await Promise.allSettled(
          batch.map((path) => unpack(path, { dir, entries, from })),
        )
        // Only when none is under way any more can the folder be cleared.
        for (const each of made) {
          if (each.status === 'rejected') throw each.reason
          folders.add(each.value)
        }
      }
    })
    done += paths.length
  }
  await syncFolders(folders)
}

/** Last, because it is what makes the folder a vault. */
const settle = (from: ReadBackup, dir: string): Promise<void> =>
  withEntries(from.path, async (entries) => {
    await unpack(placed.description, { dir, entries, from })
    syncFolder(dir)
  })

/**
 * Restores the backup that the file `path` belongs to into `folder`, which must be new or empty.
 * Throws `backup.foreign`, `backup.newer`, `backup.damaged`, `backup.volume`, `vault.exists`,
 * `vault.notEmpty`, `vault.network`, `target.unwritable`, `disk.full`, `job.cancelled`.
 */
export async function restore(path: string, folder: string, job: Job): Promise<Restored> {
  const dir = freshFolder(folder)
  const volumes = await readWholeBackup(path, job)
  const held = volumes.find(({ hashes }) => hashes.has(placed.description))
  const name = basename(path)
  if (!held?.hashes.has(placed.database)) {
    throw new Fault('backup.damaged', { name, place: placed.description })
  }
  const { about } = held
  try {
    makeRooms(dir)
    const missing = await missingSpace(dir, about.bytes)
    if (missing > 0) throw new Fault('disk.full', { missing })
    await unpackAll(volumes, dir, job)
    await settle(held, dir)
    const { damages } = await inspectVault(dir, job)
    const { materials, bytes, at } = about
    return { folder: dir, name: about.name, at, materials, bytes, damages }
  } catch (error) {
    await rm(vaultFile(dir), { force: true })
    clearOut(dir)
    throw await asFault(error, dir, about.bytes)
  }
}
