import type { Migration } from './migration.ts'

/** How each opinion came: its file, what was known of its signer, and the step that it made. */
export const m0013: Migration = {
  name: 'files of opinions',
  up: (db) =>
    db.exec(`
      CREATE TABLE opinion_file (
        opinion TEXT PRIMARY KEY REFERENCES opinion (id) ON DELETE CASCADE,
        name TEXT NOT NULL, sha256 TEXT NOT NULL, trust TEXT NOT NULL,
        -- Null where the application could not take the step.
        step TEXT, digest TEXT NOT NULL
      ) STRICT;
    `),
}
