/** What of a vault belongs into a backup, and where it lies in it. Reads the vault, writes nothing. */
import { readdirSync, readFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { type BagFile, bytesFile } from '../bundle/seal-bag.ts'
import { blobPath, databaseFile, keysDir, vaultFile } from '../vault/paths.ts'
import { hashFile } from '../vault/put.ts'

/** Paths in the payload. Names of hashes are cut: whole ones are longer than a name there may be. */
export const placed = {
  description: 'data/vault.json',
  database: 'data/vault.db',
  key: (name: string) =>
    `data/keys/${name.replace(/^([0-9a-f]{18})([0-9a-f]{46})(?=\.)/, '$1/$2')}`,
  blob: (sha256: string) =>
    `data/blobs/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256.slice(4)}`,
} as const

/** What lies among the signing identities; see `identity/`. */
const keyName = /^(default|[0-9a-f]{64}(\.rotation|\.sm2)?)\.json$/

export type MaterialFile = { readonly sha256: string; readonly name: string; readonly size: number }

/** The materials of a copied database, those in 回收站 included. */
export function materialsIn(copy: string): readonly MaterialFile[] {
  const db = new Database(copy, { readonly: true })
  try {
    return db
      .prepare<[], MaterialFile>('SELECT sha256, name, size FROM material ORDER BY seq')
      .all()
  } finally {
    db.close()
  }
}

/** The blob of a material, as a file of the payload. */
export const blobFile = (dir: string, { sha256, size }: MaterialFile): BagFile => ({
  path: placed.blob(sha256),
  sha256,
  size,
  from: { file: blobPath(dir, sha256) },
})

/** Description, copied database and signing identities. */
export async function roomFiles(dir: string, copy: string): Promise<BagFile[]> {
  const database = {
    path: placed.database,
    sha256: await hashFile(copy),
    size: (await stat(copy)).size,
    from: { file: copy },
  }
  const keys = readdirSync(keysDir(dir), { withFileTypes: true })
    .filter((entry) => entry.isFile() && keyName.test(entry.name))
    .map(({ name }) => bytesFile(placed.key(name), readFileSync(join(keysDir(dir), name))))
  return [bytesFile(placed.description, readFileSync(vaultFile(dir))), database, ...keys]
}

/** Where a payload file belongs in the vault `dir`; null for what is none of ours. */
export function placeIn(dir: string, path: string): string | null {
  if (path === placed.description) return vaultFile(dir)
  if (path === placed.database) return databaseFile(dir)
  const [, room, rest = ''] = /^data\/(keys|blobs)\/(.+)$/.exec(path) ?? []
  const name = rest.replaceAll('/', '')
  if (room === 'keys' && placed.key(name) === path && keyName.test(name)) {
    return join(keysDir(dir), name)
  }
  return room === 'blobs' && placed.blob(name) === path && /^[0-9a-f]{64}$/.test(name)
    ? blobPath(dir, name)
    : null
}
