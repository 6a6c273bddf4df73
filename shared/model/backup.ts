/** Backups of a vault, and what became of one that was restored. */
import type { Damage } from './vault.ts'

/** A backup that was written and read back. */
export type BackupWritten = {
  /** Eight hex digits in the name of every file of it. */
  readonly id: string
  /** Folder that the files lie in, absolute. */
  readonly folder: string
  /** One ZIP, or the volumes of one. */
  readonly names: readonly string[]
  readonly bytes: number
  /** Materials in it. */
  readonly materials: number
  /** Names of materials whose file was damaged or gone, and which are therefore not in it. */
  readonly left: readonly string[]
  /** ISO 8601 instant. */
  readonly at: string
}

export type BackupState = {
  /** The newest backup that this vault knows of, or null. */
  readonly last: Pick<BackupWritten, 'at' | 'folder' | 'names' | 'bytes'> | null
  /** Whole days since then. */
  readonly days: number
  /** Changes recorded since then, or since the vault was made. */
  readonly changes: number
  /** True when it is time for one: changes that are a week old, or never backed up. */
  readonly due: boolean
}

/** A vault that was made out of a backup; it is complete on the disk and not open. */
export type Restored = {
  readonly folder: string
  /** What the vault is called. */
  readonly name: string
  /** ISO 8601 instant of the backup. */
  readonly at: string
  readonly materials: number
  readonly bytes: number
  /** Damage that was in the vault when it was backed up. */
  readonly damages: readonly Damage[]
}
