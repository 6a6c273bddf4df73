/**
 * Writes a set of volumes so that all of them are there, verified, or none: into a folder under a
 * temporary name, which gets its own name in one step.
 */
import { type Dirent, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Fault } from '../../../shared/fault.ts'
import type { Job } from '../house.ts'
import { syncFolder } from '../vault/durable.ts'
import { missingSpace } from '../vault/place.ts'
import type { BundleSpec } from './seal-bag.ts'
import { type WrittenBundle, writeBundle } from './write.ts'
import { type ArchiveSpec, asFault } from './write-archive.ts'

const isOurs = (entry: Dirent): boolean => entry.isFile() && /\.zip(\.part)?$/.test(entry.name)

/** Makes the folder; what a killed export has left under its name is cleared away. */
function openFolder(part: string): void {
  if (existsSync(part)) {
    const whole = readdirSync(part, { withFileTypes: true }).every(isOurs)
    if (!whole) throw new Fault('target.exists', { path: part, name: basename(part) })
  }
  mkdirSync(part, { recursive: true })
}

/** Progress over all volumes together. */
const shareOf = (job: Job, before: number, total: number): Job => ({
  signal: job.signal,
  progress: (progress) =>
    job.progress({ ...progress, done: before + progress.done, total: total * 2 }),
})

/**
 * Writes the archives of a set into the folder `to`, each by `write` as `<root>.zip`. Throws what
 * `write` throws, `target.exists`, `disk.full`; after any of it nothing is left.
 */
export async function writeSet<S extends ArchiveSpec, T>(
  specs: readonly S[],
  to: string,
  job: Job,
  write: (spec: S, to: string, job: Job) => Promise<T>,
): Promise<readonly T[]> {
  const part = `${to}.part`
  const total = specs.reduce((sum, { size }) => sum + size, 0)
  let mine = false
  try {
    if (existsSync(to)) throw new Fault('target.exists', { path: to, name: basename(to) })
    const missing = await missingSpace(dirname(to), total)
    if (missing > 0) throw new Fault('disk.full', { missing })
    openFolder(part)
    mine = true
    for (const name of readdirSync(part)) await rm(join(part, name))
    const written: T[] = []
    let before = 0
    for (const spec of specs) {
      const each = shareOf(job, before, total)
      written.push(await write(spec, join(part, `${spec.root}.zip`), each))
      before += spec.size * 2
    }
    if (existsSync(to)) throw new Fault('target.exists', { path: to, name: basename(to) })
    renameSync(part, to)
    syncFolder(dirname(to))
    return written
  } catch (error) {
    if (mine) await rm(part, { recursive: true, force: true }).catch(() => {})
    throw await asFault(error, to, total)
  }
}

/** Writes the volumes of a bundle into the folder `to`. Throws what `writeBundle` and `writeSet` throw. */
export async function writeVolumes(
  specs: readonly BundleSpec[],
  to: string,
  job: Job,
): Promise<readonly WrittenBundle[]> {
  const written = await writeSet(specs, to, job, writeBundle)
  return written.map((one) => {
    const path = join(to, one.name)
    return { ...one, path, report: { ...one.report, path } }
  })
}
