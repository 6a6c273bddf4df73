/**
 * Makes, opens and closes a house: the vault's folder, its database, the packs at hand. The only
 * place that knows in which order these things happen.
 */
import { existsSync, readdirSync } from 'node:fs'
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
import { backupsDir, blobsDir, keysDir, quarantineDir, tmpDir } from './vault/paths.ts'
import { localFolder } from './vault/place.ts'
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

const isBusy = (error: unknown) =>
  /^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test((error as { code?: string }).code ?? '')

const isBroken = (error: unknown) =>
  /^SQLITE_(CORRUPT|NOTADB)/.test((error as { code?: string }).code ?? '')

function storeOf(dir: string, now: Date, place: 'new' | 'existing'): Store {
  try {
    return openStore(dir, migrations, now, place)
  } catch (error) {
    if (isBusy(error)) throw inUse(dir, error)
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
    const held = readdirSync(dir)
    if (held.includes('vault.json')) throw new Fault('vault.exists', { folder: dir })
    if (held.length > 0) throw new Fault('vault.notEmpty', { folder: dir })
  }
  for (const room of rooms) makeFolder(room(dir))
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
  store.db.transaction(() => append(store.db, now, 'vault.create', description.id, { name }))()
  // Last, because it is what makes the folder a vault.
  writeDescription(dir, description)
  writeHolder(dir, around.program, now)
  return houseOf(dir, description, store, around)
}

/**
 * Opens an existing vault. Throws `vault.missing`, `vault.inUse` (naming the holder), `vault.newer`,
 * `vault.network`, `vault.damaged`. A database from a newer program opens read-only.
 */
export function openVault(folder: string, around: Surroundings): House {
  const dir = localFolder(folder)
  const description = readDescription(dir)
  for (const room of rooms) makeFolder(room(dir))
  const now = around.clock()
  const store = storeOf(dir, now, 'existing')
  try {
    if (store.readOnly) return houseOf(dir, description, store, around)
    // Another vault's database knows none of these files: the sweep would take them all.
    if (vaultOf(store.db) !== description.id) throw new Fault('vault.damaged', { what: 'vault.db' })
    breakSeal(dir)
    writeHolder(dir, around.program, now)
    if (description.program !== around.version) {
      writeDescription(dir, { ...description, program: around.version })
    }
    sweep(dir, store.db)
    return houseOf(dir, description, store, around)
  } catch (error) {
    store.db.close()
    throw error
  }
}

export function closeVault(house: House): void {
  const { db, dir, readOnly } = house
  if (readOnly) {
    db.close()
    return
  }
  const head = logHead(db)
  checkpoint(db)
  db.close()
  putSeal(dir, head)
  clearHolder(dir)
}
