/**
 * Reads a backup, one file of it after the other, and refuses whatever is not byte for byte what was
 * written. It writes nothing.
 */
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Fault } from '../../../shared/fault.ts'
import type { VolumeOf } from '../../../shared/model/bundle.ts'
import { tagNames } from '../bundle/bag.ts'
import { checkBag, strictText } from '../bundle/bag-check.ts'
import { passThrough, scanBag } from '../bundle/scan-bag.ts'
import { readVolume } from '../bundle/volume-list.ts'
import type { Job } from '../house.ts'
import { type BackupFile, backupFile, readBackupFile } from './backup-file.ts'
import { placeIn } from './contents.ts'

/** Texts beyond this are no backup's. */
const largestText = 64 * 1024 * 1024
const texts: readonly string[] = [
  tagNames.declaration,
  tagNames.info,
  tagNames.manifest,
  tagNames.tagManifest,
  tagNames.volumes,
  backupFile,
]

export type ReadBackup = {
  readonly path: string
  readonly about: BackupFile
  /** Which volume it is; null where it is alone. */
  readonly volume: VolumeOf | null
  /** SHA-256 of each file of the payload, by its path. */
  readonly hashes: ReadonlyMap<string, string>
}

/**
 * Reads one file of a backup whole. Throws `backup.foreign` where it is none, `backup.newer`,
 * `backup.damaged` (naming the first place), `file.missing`, `file.unreadable`, `job.cancelled`.
 */
export function readBackup(path: string, job: Job): Promise<ReadBackup> {
  const name = basename(path)
  return passThrough(path, job, async (archive, pass) => {
    const keeps = (file: string, size: number) => texts.includes(file) && size <= largestText
    const { directory, scanned, bag } = await scanBag(archive, keeps, job, pass)
    const text = strictText(bag.texts.get(backupFile))
    const about = text === null ? null : readBackupFile(text)
    if (about && 'newer' in about) throw new Fault('backup.newer', { name, needs: about.newer })
    const reasons = [...directory.reasons, ...scanned.reasons, ...(about ? checkBag(bag) : [])]
    const [first] = reasons
    if (first && (about || directory.entries.length === 0)) {
      throw new Fault('backup.damaged', { name, place: first.place })
    }
    if (!about) throw new Fault('backup.foreign', { name })
    const hashes = new Map([...bag.hashes].filter(([file]) => file.startsWith('data/')))
    const foreign = [...hashes.keys()].find((file) => placeIn('', file) === null)
    if (foreign !== undefined) throw new Fault('backup.damaged', { name, place: foreign })
    const listed = strictText(bag.texts.get(tagNames.volumes))
    const volume = listed === null ? null : readVolume(listed, bag.root, bag.hashes)
    if (listed !== null && !volume) {
      throw new Fault('backup.damaged', { name, place: tagNames.volumes })
    }
    return { path, about, volume, hashes }
  })
}

/**
 * The whole backup that a file belongs to: its other volumes lie beside it. Throws what `readBackup`
 * throws, and `backup.volume` for one that is missing or of another backup.
 */
export async function readWholeBackup(path: string, job: Job): Promise<readonly ReadBackup[]> {
  const first = await readBackup(path, job)
  const { volume } = first
  if (!volume) return [first]
  const all: ReadBackup[] = []
  for (const [at, root] of volume.roots.entries()) {
    const beside = join(dirname(path), `${root}.zip`)
    const lacking = () => new Fault('backup.volume', { name: `${root}.zip` })
    if (at !== volume.number - 1 && !existsSync(beside)) throw lacking()
    const read = at === volume.number - 1 ? first : await readBackup(beside, job)
    if (read.volume?.set !== volume.set) throw lacking()
    all.push(read)
  }
  return all
}
