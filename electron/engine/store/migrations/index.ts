import { m0001 } from './m0001-first-tables.ts'
import type { Migration } from './migration.ts'

/** In order; a vault's `user_version` is the number of steps it has been through. */
export const migrations: readonly Migration[] = [m0001]
