import type { Migration } from '../../store/migrations/migration.ts'
import { r0001 } from './r0001-first-tables.ts'

/** The steps of a reviewer's desk, counted apart from those of a vault. */
export const reviewMigrations: readonly Migration[] = [r0001]
