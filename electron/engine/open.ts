/**
 * Makes, opens and closes a house: the vault's folder, its database, the packs at hand. The only
 * place that knows in which order these things happen.
 */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { Fault } from '../../shared/fault.ts'
import type { Policy } from '../../shared/model/policy.ts'
import { randomHex } from './crypto.ts'
import type { House } from './house.ts'
import type { PackShelf } from './programme/shelf.ts'
import { append, logHead, vaultOf } from './store/log.ts'
import { migrations } from './store/migrations/index.ts'
import { checkpoint, openStore, type Store } from './store/open.ts'
import {
  readDescription,
  type VaultDescription,
  vaultFormat,
  writeDescription,
} from './vault/description.ts'
import { makeFolder } from './vault/durable.ts'
import { clearHolder, inUse, writeHolder } from './vault/holder.ts'
import {
  backupsDir,
  blobsDir,
  databaseFile,
  keysDir,
  quarantineDir,
  tmpDir,
} from './vault/paths.ts'
import { isWritable, localFolder } from './vault/place.ts'
import { breakSeal, putSeal } from './vault/seal.ts'
import { sweep } from './vault/sweep.ts'

export type Surroundings = {
  readonly packs: PackShelf
  readonly policies: readonly Policy[]
  readonly assets: string
  readonly version: string
  /** Names this program to a second one that wants the same vault. */
  readonly program: string
  readonly clock: () => Date
}

const rooms = [blobsDir, tmpDir, quarantineDir, backupsDir, keysDir]

function makeRooms(dir: string): void {
  try {
    for (const room of rooms) makeFolder(room(dir))
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException
    const noPlace = ['EEXIST', 'ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EACCES', 'EPERM', 'EROFS']
    throw noPlace.includes(code) ? new Fault('target.unwritable', { path: dir }, { cause }) : cause
  }
}

const isBusy = (error: unknown) =>
  /^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test((error as { code?: string }).code ?? '')

const isBroken = (error: unknown) =>
  /^SQLITE_(CORRUPT|NOTADB)/.test((error as { code?: string }).code ?? '')

function storeOf(dir: string, now: Date, place: 'new' | 'existing'): Store {
  try {
    return openStore(dir, migrations, now, place)
  } catch (error) {
    if (isBusy(error)) throw inUse(dir, error)
    if (!isWritable(dir)) throw new Fault('target.unwritable', { path: dir }, { cause: error })
    if (isBroken(error)) throw new Fault('vault.damaged', { what: 'vault.db' }, { cause: error })
    throw error
  }
}

function houseOf(
  dir: string,
  description: VaultDescription,
  store: Store,
  around: Surroundings,
): House {
  return {
    db: store.db,
    dir,
    vaultId: description.id,
    name: description.name,
    readOnly: store.readOnly,
    needsVersion: store.readOnly ? description.program : null,
    version: around.version,
    packs: around.packs,
    policies: around.policies,
    assets: around.assets,
    clock: around.clock,
  }
}

/**
 * Makes a vault in `folder`, which must be new or empty, and opens it.
 * Throws `vault.exists`, `vault.notEmpty`, `vault.network`.
 */
export function createVault(folder: string, name: string, around: Surroundings): House {
  const dir = localFolder(folder)
  if (existsSync(dir)) {
    if (!statSync(dir).isDirectory()) throw new Fault('target.unwritable', { path: dir })
    const held = readdirSync(dir)
    if (held.includes('vault.json')) throw new Fault('vault.exists', { folder: dir })
    if (held.length > 0) throw new Fault('vault.notEmpty', { folder: dir })
  }
  try {
    return settleIn(dir, name, around)
  } catch (error) {
    // Else the folder would be no vault and, not being empty, could never become one.
    attempt(() => clearOut(dir))
    throw error
  }
}

function clearOut(dir: string): void {
  for (const room of rooms) rmSync(room(dir), { recursive: true, force: true })
  for (const end of ['', '-wal', '-shm']) rmSync(`${databaseFile(dir)}${end}`, { force: true })
}

function settleIn(dir: string, name: string, around: Surroundings): House {
  makeRooms(dir)
  const now = around.clock()
  const description: VaultDescription = {
    format: vaultFormat,
    id: randomHex(16),
    name,
    encryption: { kind: 'none' },
    createdBy: around.version,
    createdAt: now.toISOString(),
    program: around.version,
  }
  const store = storeOf(dir, now, 'new')
  try {
    store.db.transaction(() => append(store.db, now, 'vault.create', description.id, { name }))()
    writeHolder(dir, around.program, now)
    // Last, because it is what makes the folder a vault.
    writeDescription(dir, description)
    return houseOf(dir, description, store, around)
  } catch (error) {
    store.db.close()
    throw error
  }
}

/**
 * Opens an existing vault. Throws `vault.missing`, `vault.inUse` (naming the holder), `vault.newer`,
 * `vault.network`, `vault.damaged`. A database from a newer program opens read-only.
 */
export function openVault(folder: string, around: Surroundings): House {
  const dir = localFolder(folder)
  const description = readDescription(dir)
  makeRooms(dir)
  const now = around.clock()
  const store = storeOf(dir, now, 'existing')
  try {
    if (store.readOnly) return houseOf(dir, description, store, around)
    // Another vault's database knows none of these files: the sweep would take them all.
    if (vaultOf(store.db) !== description.id) throw new Fault('vault.damaged', { what: 'vault.db' })
    breakSeal(dir)
    // Before anything is written: it gives back what a full disk is short of.
    sweep(dir, store.db)
    writeHolder(dir, around.program, now)
    if (description.program !== around.version) {
      writeDescription(dir, { ...description, program: around.version })
    }
    return houseOf(dir, description, store, around)
  } catch (error) {
    store.db.close()
    throw error
  }
}

/** Runs what a closed vault can do without. */
function attempt(work: () => void): void {
  try {
    work()
  } catch {
    // The folder is gone or the disk is full; nothing that was acknowledged depends on it.
  }
}

/**
 * Closes the vault, whatever has become of its folder: on a full disk or a stick that was pulled out
 * there is no seal, and everything that was acknowledged stands in the write-ahead log.
 */
export function closeVault(house: House): void {
  const { db, dir, readOnly } = house
  if (readOnly) {
    db.close()
    return
  }
  const head = logHead(db)
  attempt(() => checkpoint(db))
  db.close()
  attempt(() => putSeal(dir, head))
  attempt(() => clearHolder(dir))
}
