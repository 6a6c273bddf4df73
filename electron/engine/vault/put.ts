/**
 * Takes files into the vault under their own SHA-256, whole or not at all: staged and synced in
 * `tmp/`, renamed into `blobs/`, folders synced. It never acknowledges by itself: the caller does,
 * after the rows that refer to the files are committed too.
 */
import { constants } from 'node:fs'
import { chmod, copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Fault } from '../../../shared/fault.ts'
import { randomHex, sha256, sha256Stream } from '../crypto.ts'
import { Unreadable } from '../extract/read-document.ts'
import { syncFolders } from './durable.ts'
import { mediaBytes, mediaOf } from './media.ts'
import { refuseOwn } from './own-files.ts'
import { blobPath, blobsDir, quarantineDir, tmpDir } from './paths.ts'
import { renamePatiently } from './rename-patiently.ts'

export type Stored = { readonly sha256: string; readonly size: number; readonly media: string }

/**
 * Something to be stored. `stage` writes it whole to a path where nothing is yet, and syncs it;
 * whatever it throws is this one's outcome alone.
 */
export type Source = {
  readonly name: string
  readonly stage: (to: string) => Promise<Stored>
}

/** Up to here a file is read whole; above, it is copied by the system and its copy is hashed. */
const wholeLimit = 8 * 1024 * 1024

/** Bytes of memory that a file of this size takes while it is stored, at most. */
export const weightOf = (size: number): number => Math.min(size, wholeLimit)

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? ''

function asFault(error: unknown, name: string): unknown {
  const code = codeOf(error)
  if (isRefusal(error)) return error
  if (code === 'ENOENT') return new Fault('file.missing', { name }, { cause: error })
  if (code === 'ENOSPC') return new Fault('disk.full', { name }, { cause: error })
  if (code === 'EBUSY') return new Fault('file.busy', { name }, { cause: error })
  if (code.startsWith('E'))
    return new Fault('file.unreadable', { name, why: code }, { cause: error })
  return error
}

/** The largest piece that a file is read in to be hashed. */
const pieceSize = 1024 * 1024

/** SHA-256 of a file, read in large pieces, all into the same memory. */
export async function hashFile(path: string): Promise<string> {
  const hash = sha256Stream()
  const file = await open(path)
  try {
    // Most files are small, and a large buffer for each costs more than hashing it.
    const { size } = await file.stat()
    const piece = Buffer.allocUnsafeSlow(Math.min(Math.max(size, 1), pieceSize))
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, piece.length, null)
      if (bytesRead === 0) return hash.digest('hex')
      hash.update(piece.subarray(0, bytesRead))
    }
  } finally {
    await file.close()
  }
}

async function stageWhole(from: string, to: string, name: string): Promise<Stored> {
  const source = await open(from, 'r')
  const bytes = await source.readFile().finally(() => source.close())
  if (bytes.length === 0) throw new Fault('file.empty', { name })
  const target = await open(to, 'wx', 0o444)
  try {
    await target.writeFile(bytes)
    await target.sync()
  } finally {
    await target.close()
  }
  return { sha256: sha256(bytes), size: bytes.length, media: mediaOf(bytes, name) }
}

async function stageLarge(from: string, to: string, name: string): Promise<Stored> {
  await copyFile(from, to, constants.COPYFILE_EXCL)
  await chmod(to, 0o644)
  const target = await open(to, 'r+')
  try {
    const head = Buffer.alloc(mediaBytes)
    await target.read(head, 0, mediaBytes, 0)
    const digest = await hashFile(to)
    await target.sync()
    const { size } = await target.stat()
    return { sha256: digest, size, media: mediaOf(head, name) }
  } finally {
    await target.close()
    await chmod(to, 0o444)
  }
}

/**
 * True when the blob is there and whole; a damaged one is moved aside, so that it can heal. The same
 * file may be worked on beside this one: what it has already moved aside is no failure.
 */
async function alreadyThere(dir: string, stored: Stored): Promise<boolean> {
  const path = blobPath(dir, stored.sha256)
  const held = await stat(path).catch(() => null)
  if (!held) return false
  const whole =
    held.size === stored.size && (await hashFile(path).catch(() => '')) === stored.sha256
  if (whole) return true
  const aside = join(quarantineDir(dir), `${stored.sha256}-${randomHex(4)}`)
  await rename(path, aside).catch((error) => {
    if (codeOf(error) !== 'ENOENT') throw error
  })
  return false
}

/** A file of the disk. Never one of the vault `dir` itself. */
export function fileSource(dir: string, path: string): Source {
  const name = basename(path)
  return {
    name,
    stage: async (to) => {
      refuseOwn(dir, path)
      const info = await stat(path)
      // A folder is here because it could not be looked into; reading it again says why.
      if (info.isDirectory()) await readdir(path)
      if (!info.isFile()) throw new Fault('file.notRegular', { name })
      const stage = info.size <= wholeLimit ? stageWhole : stageLarge
      return stage(path, to, name)
    },
  }
}

/** What comes in pieces, such as an entry of an archive. */
export const streamSource = (name: string, pieces: () => AsyncIterable<Buffer>): Source => ({
  name,
  stage: async (to) => {
    const target = await open(to, 'wx', 0o444)
    const hash = sha256Stream()
    let size = 0
    let head = Buffer.alloc(0)
    try {
      for await (const piece of pieces()) {
        if (head.length < mediaBytes) head = Buffer.concat([head, piece.subarray(0, mediaBytes)])
        size += piece.length
        hash.update(piece)
        await target.writeFile(piece)
      }
      if (size === 0) throw new Fault('file.empty', { name })
      await target.sync()
    } finally {
      await target.close()
    }
    return { sha256: hash.digest('hex'), size, media: mediaOf(head, name) }
  },
})

/** Stages one source and moves it to its place; the folders are still to be synced. */
async function putOne(dir: string, { name, stage }: Source): Promise<Stored> {
  const part = join(tmpDir(dir), randomHex(16))
  try {
    const stored = await stage(part)
    if (await alreadyThere(dir, stored)) return stored
    const target = blobPath(dir, stored.sha256)
    await mkdir(dirname(target), { recursive: true })
    await renamePatiently(part, target, name)
    if (process.platform === 'win32') await (await open(target, 'r')).close()
    return stored
  } catch (error) {
    throw asFault(error, name)
  } finally {
    await rm(part, { force: true })
  }
}

/** A failure that is told to people; everything else is a surprise. */
export type Refusal = Fault | Unreadable

const isRefusal = (error: unknown): error is Refusal =>
  error instanceof Fault || error instanceof Unreadable

/**
 * Puts a batch; one's failure does not hinder the others. When it returns, every stored file is on
 * the disk under its name. Keep batches small (`weightOf` tells what one holds in memory): all are worked on at the same time.
 */
export async function putAll(
  dir: string,
  sources: readonly Source[],
): Promise<readonly (Stored | Refusal)[]> {
  const outcomes = await Promise.all(
    sources.map((source) =>
      putOne(dir, source).catch((error: unknown) => {
        if (isRefusal(error)) return error
        throw error
      }),
    ),
  )
  const folders = new Set(
    outcomes.flatMap((outcome) =>
      isRefusal(outcome) ? [] : [dirname(blobPath(dir, outcome.sha256))],
    ),
  )
  if (folders.size > 0) await syncFolders([...folders, blobsDir(dir)])
  return outcomes
}

async function putSource(dir: string, source: Source): Promise<Stored> {
  const [stored] = await putAll(dir, [source])
  if (!stored || isRefusal(stored)) throw stored ?? new Fault('file.missing', { name: source.name })
  return stored
}

/** Puts one file. Throws what hinders it, such as `file.missing`, `file.empty`, `disk.full`. */
export const putFile = (dir: string, path: string): Promise<Stored> =>
  putSource(dir, fileSource(dir, path))

/** Puts bytes that the program has made itself (a rendered form). */
export const putBytes = (dir: string, bytes: Uint8Array, name: string): Promise<Stored> =>
  putSource(
    dir,
    streamSource(name, async function* () {
      yield Buffer.from(bytes)
    }),
  )

/** Moves in a file that the program itself has written and synced in `tmp/`; nothing is copied. */
export async function putStaged(dir: string, path: string, name: string): Promise<Stored> {
  const digest = await hashFile(path)
  const { size } = await stat(path)
  const file = await open(path, 'r')
  const head = Buffer.alloc(mediaBytes)
  await file.read(head, 0, mediaBytes, 0).finally(() => file.close())
  const stored = { sha256: digest, size, media: mediaOf(head, name) }
  if (await alreadyThere(dir, stored)) {
    await rm(path, { force: true })
    return stored
  }
  const target = blobPath(dir, digest)
  await mkdir(dirname(target), { recursive: true })
  await renamePatiently(path, target, name)
  await syncFolders([dirname(target), blobsDir(dir)])
  return stored
}
