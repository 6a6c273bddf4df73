import type { Database } from 'better-sqlite3'

/** One step of the schema. Never edited after its release; a later step corrects it. */
export type Migration = { readonly name: string; readonly up: (db: Database) => void }
