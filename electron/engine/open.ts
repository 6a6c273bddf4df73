/**
 * Makes, opens and closes a house: the vault's folder, its database, the packs at hand. The only
 * place that knows in which order these things happen.
 */
import { Fault } from '../../shared/fault.ts'
import type { Policy } from '../../shared/model/policy.ts'
import { randomHex } from './crypto.ts'
import type { House } from './house.ts'
import type { PackShelf } from './programme/shelf.ts'
import { clearOut, closeIn, makeRooms, openIn } from './store/folder.ts'
import { append, vaultOf } from './store/log.ts'
import { migrations } from './store/migrations/index.ts'
import type { Store } from './store/open.ts'
import {
  readDescription,
  type VaultDescription,
  vaultFormat,
  writeDescription,
} from './vault/description.ts'
import { writeHolder } from './vault/holder.ts'
import { freshFolder, localFolder } from './vault/place.ts'
import { breakSeal } from './vault/seal.ts'
import { referredBlobs, sweep } from './vault/sweep.ts'

export type Surroundings = {
  readonly packs: PackShelf
  readonly policies: readonly Policy[]
  readonly assets: string
  readonly version: string
  /** Names this program to a second one that wants the same vault. */
  readonly program: string
  readonly clock: () => Date
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
    get packs() {
      return around.packs
    },
    get policies() {
      return around.policies
    },
    assets: around.assets,
    clock: around.clock,
  }
}

/**
 * Makes a vault in `folder`, which must be new or empty, and opens it.
 * Throws `vault.exists`, `vault.notEmpty`, `vault.network`, `target.unwritable`.
 */
export function createVault(folder: string, name: string, around: Surroundings): House {
  const dir = freshFolder(folder)
  try {
    return settleIn(dir, name, around)
  } catch (error) {
    // Else the folder would be no vault and, not being empty, could never become one.
    clearOut(dir)
    throw error
  }
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
  const store = openIn(dir, migrations, now, 'new')
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
  const store = openIn(dir, migrations, now, 'existing')
  try {
    if (store.readOnly) return houseOf(dir, description, store, around)
    // Another vault's database knows none of these files: the sweep would take them all.
    if (vaultOf(store.db) !== description.id) throw new Fault('vault.damaged', { what: 'vault.db' })
    breakSeal(dir)
    // Before anything is written: it gives back what a full disk is short of.
    sweep(dir, referredBlobs(store.db))
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

/**
 * Closes the vault, whatever has become of its folder: on a full disk or a stick that was pulled out
 * there is no seal, and everything that was acknowledged stands in the write-ahead log.
 */
export function closeVault({ db, dir, readOnly }: House): void {
  if (readOnly) db.close()
  else closeIn(dir, db)
}
