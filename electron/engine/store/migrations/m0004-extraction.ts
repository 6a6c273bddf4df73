import type { Migration } from './migration.ts'

/** What a machine read out of a material's file: `body` is an `Extraction` in JSON. */
export const m0004: Migration = {
  name: 'extraction',
  up: (db) =>
    db.exec(`
      CREATE TABLE extraction (
        material INTEGER PRIMARY KEY REFERENCES material (seq) ON DELETE CASCADE,
        body TEXT NOT NULL, at TEXT NOT NULL, digest TEXT NOT NULL
      ) STRICT;
    `),
}
