import type { Migration } from './migration.ts'

/**
 * Materials that came in and have not been read yet, written together with them, so that no kill
 * between the import and the reading forgets one. `tries` counts readings of what is left that never
 * came to an end. Nothing is lost with a row but a proposal, so none is sealed.
 */
export const m0012: Migration = {
  name: 'unread',
  up: (db) =>
    db.exec(`
      CREATE TABLE unread (
        material INTEGER PRIMARY KEY REFERENCES material (seq) ON DELETE CASCADE,
        tries INTEGER NOT NULL DEFAULT 0
      ) STRICT;
    `),
}
