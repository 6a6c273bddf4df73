/** Where things lie inside a vault's folder. Hosts use `blobPath` too: it trusts nothing but hex. */
import { join } from 'node:path'

export const vaultFile = (dir: string) => join(dir, 'vault.json')
/** What makes a folder a reviewer's desk; its rooms are those of a vault. */
export const reviewFile = (dir: string) => join(dir, 'review.json')
export const databaseFile = (dir: string) => join(dir, 'vault.db')
export const sealFile = (dir: string) => join(dir, 'vault.db.sha256')
export const holderFile = (dir: string) => join(dir, 'holder.json')
export const blobsDir = (dir: string) => join(dir, 'blobs')
export const tmpDir = (dir: string) => join(dir, 'tmp')
export const quarantineDir = (dir: string) => join(dir, 'quarantine')
export const backupsDir = (dir: string) => join(dir, 'backups')
export const keysDir = (dir: string) => join(dir, 'keys')

const hex64 = /^[0-9a-f]{64}$/

/** The file of a blob. Throws a RangeError on anything but 64 lower-case hex digits. */
export const blobPath = (dir: string, sha256: string): string => {
  if (!hex64.test(sha256)) throw new RangeError('not a SHA-256')
  return join(blobsDir(dir), sha256.slice(0, 2), sha256)
}
