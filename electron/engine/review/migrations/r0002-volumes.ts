import type { Migration } from '../../store/migrations/migration.ts'

/** The files of a bundle that came in volumes; `submission.sha256` is that of the first. */
export const r0002: Migration = {
  name: 'bundles in volumes',
  up: (db) =>
    db.exec(`
      CREATE TABLE volume (
        submission INTEGER NOT NULL REFERENCES submission (seq), number INTEGER NOT NULL,
        sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL, size INTEGER NOT NULL,
        digest TEXT NOT NULL, PRIMARY KEY (submission, number)
      ) STRICT;
    `),
}
