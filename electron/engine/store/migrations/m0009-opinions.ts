import type { Migration } from './migration.ts'

/** Signed opinions of reviewers that were taken in, each on one export. */
export const m0009: Migration = {
  name: 'opinions of reviewers',
  up: (db) =>
    db.exec(`
      CREATE TABLE opinion (
        id TEXT PRIMARY KEY, seq INTEGER NOT NULL UNIQUE,
        application TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
        receipt INTEGER NOT NULL, desk TEXT NOT NULL, number INTEGER NOT NULL,
        office TEXT NOT NULL, fingerprint TEXT NOT NULL, body TEXT NOT NULL,
        imported_at TEXT NOT NULL, digest TEXT NOT NULL
      ) STRICT;
      CREATE INDEX opinion_application ON opinion (application, seq);
    `),
}
