import type { Migration } from './migration.ts'

/** Titles that were won, with or without a scan, and what an application was begun from. */
export const m0008: Migration = {
  name: 'reserve',
  up: (db) =>
    db.exec(`
      CREATE TABLE honour (
        id TEXT PRIMARY KEY, code TEXT NOT NULL, number TEXT NOT NULL, level TEXT NOT NULL,
        issued TEXT NOT NULL, expires TEXT, application TEXT, event INTEGER, seq INTEGER NOT NULL,
        digest TEXT NOT NULL
      ) STRICT;
      CREATE TABLE origin (
        application TEXT PRIMARY KEY REFERENCES application (id) ON DELETE CASCADE,
        source TEXT NOT NULL, day TEXT NOT NULL, shifted INTEGER NOT NULL, body TEXT NOT NULL,
        digest TEXT NOT NULL
      ) STRICT;
      CREATE TABLE duty_done (
        application TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
        duty TEXT NOT NULL, due TEXT NOT NULL, day TEXT NOT NULL, note TEXT NOT NULL,
        digest TEXT NOT NULL, PRIMARY KEY (application, duty, due)
      ) STRICT;
    `),
}
