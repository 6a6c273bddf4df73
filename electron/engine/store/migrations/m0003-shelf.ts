import type { Migration } from './migration.ts'

export const m0003: Migration = {
  name: 'imported and corrected packs',
  up: (db) =>
    db.exec(`
      CREATE TABLE shelf (
        programme TEXT NOT NULL, edition TEXT NOT NULL, hash TEXT NOT NULL REFERENCES pack (hash),
        origin TEXT NOT NULL, at TEXT NOT NULL, digest TEXT NOT NULL,
        PRIMARY KEY (programme, edition)
      ) STRICT;
      CREATE TABLE correction (
        seq INTEGER PRIMARY KEY, programme TEXT NOT NULL, edition TEXT NOT NULL, path TEXT NOT NULL,
        before TEXT NOT NULL, after TEXT NOT NULL, note TEXT NOT NULL, day TEXT NOT NULL,
        digest TEXT NOT NULL
      ) STRICT;
    `),
}
