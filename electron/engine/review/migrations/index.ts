import type { Migration } from '../../store/migrations/migration.ts'
import { r0001 } from './r0001-first-tables.ts'
import { r0002 } from './r0002-volumes.ts'

/** The steps of a reviewer's desk, counted apart from those of a vault. */
export const reviewMigrations: readonly Migration[] = [r0001, r0002]
