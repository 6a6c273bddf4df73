import type { Migration } from './migration.ts'

/** When a statement was printed, and when it was stamped and signed. */
export const m0011: Migration = {
  name: 'statements',
  up: (db) =>
    db.exec(`
      CREATE TABLE statement (
        application TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
        statement TEXT NOT NULL, printed TEXT, signed TEXT, digest TEXT NOT NULL,
        PRIMARY KEY (application, statement)
      ) STRICT;
    `),
}
