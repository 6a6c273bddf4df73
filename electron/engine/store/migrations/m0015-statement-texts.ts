import type { Migration } from './migration.ts'

/**
 * What applicants write into statements, and of which wording a paper is: the one printed last
 * (`paper` empty) or an attached scan (its SHA-256). Of papers from before, nobody knows.
 */
export const m0015: Migration = {
  name: 'statement texts',
  up: (db) =>
    db.exec(`
      CREATE TABLE statement_text (
        application TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
        statement TEXT NOT NULL, text TEXT NOT NULL, value TEXT NOT NULL,
        revision INTEGER NOT NULL, digest TEXT NOT NULL,
        PRIMARY KEY (application, statement, text)
      ) STRICT;
      CREATE TABLE statement_wording (
        application TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
        statement TEXT NOT NULL, paper TEXT NOT NULL, wording TEXT NOT NULL, digest TEXT NOT NULL,
        PRIMARY KEY (application, statement, paper)
      ) STRICT;
    `),
}
