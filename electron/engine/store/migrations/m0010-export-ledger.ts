import type { Migration } from './migration.ts'

/** What each export contained, file by file, and in which volumes it left. */
export const m0010: Migration = {
  name: 'export ledger',
  up: (db) =>
    db.exec(`
      CREATE TABLE receipt_volume (
        receipt INTEGER NOT NULL REFERENCES receipt (seq), number INTEGER NOT NULL,
        name TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL, tag_manifest TEXT NOT NULL,
        files INTEGER NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (receipt, number)
      ) STRICT;
      CREATE TABLE receipt_file (
        receipt INTEGER NOT NULL REFERENCES receipt (seq), position INTEGER NOT NULL,
        path TEXT NOT NULL, slot TEXT NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL,
        sha256 TEXT NOT NULL, volume INTEGER NOT NULL, digest TEXT NOT NULL,
        PRIMARY KEY (receipt, position)
      ) STRICT;
      CREATE INDEX receipt_file_content ON receipt_file (sha256);
    `),
}
