/** Calls about backups of the vault. */
import { z } from 'zod'
import type { BackupState, BackupWritten, Restored } from '../model/backup.ts'
import { call, handle, nothing } from './call.ts'

export const backupCalls = {
  'backup.state': call(nothing).out<BackupState>(),
  /** Writes a backup of the open vault into a folder. Long: reports progress, can be cancelled. */
  'backup.write': call(z.strictObject({ folder: handle })).out<BackupWritten>(),
  /** Makes a vault out of a backup in a new or empty folder; opens nothing. Long. */
  'backup.restore': call(z.strictObject({ file: handle, folder: handle })).out<Restored>(),
} as const
