import type { Migration } from './migration.ts'

/** The clerk's choice among the readings of a condition, and what was looked for inside a paper. */
export const m0002: Migration = {
  name: 'readings and ticks',
  up: (db) =>
    db.exec(`
      CREATE TABLE reading (
        application TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
        condition TEXT NOT NULL, reading TEXT NOT NULL, name TEXT NOT NULL, note TEXT NOT NULL,
        day TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (application, condition)
      ) STRICT;
      CREATE TABLE tick (
        application TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
        slot TEXT NOT NULL, material INTEGER NOT NULL REFERENCES material (seq),
        point TEXT NOT NULL, name TEXT NOT NULL, day TEXT NOT NULL, digest TEXT NOT NULL,
        PRIMARY KEY (application, slot, material, point)
      ) STRICT;
      CREATE INDEX tick_material ON tick (material);
    `),
}
