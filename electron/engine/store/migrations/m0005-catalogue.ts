import type { Migration } from './migration.ts'

/*
 * [Note: Catalogue] What finds materials: one narrow row per material, and the full-text index over
 * its words. It holds nothing that `material` and `extraction` do not say, so none of it is sealed,
 * and whatever is wrong with it is rebuilt (`archive/catalogue.ts`), never called damage.
 */
export const m0005: Migration = {
  name: 'catalogue',
  up: (db) =>
    db.exec(`
      CREATE TABLE catalogue (
        seq INTEGER PRIMARY KEY, binned INTEGER NOT NULL, kind TEXT NOT NULL, year INTEGER NOT NULL,
        valid_to TEXT, confirmed INTEGER NOT NULL, damaged INTEGER NOT NULL, invoice TEXT,
        words TEXT NOT NULL, revision INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX catalogue_revision ON catalogue (revision);
      CREATE INDEX catalogue_invoice ON catalogue (invoice) WHERE invoice IS NOT NULL;
      CREATE TABLE catalogue_state (
        id INTEGER PRIMARY KEY CHECK (id = 1), version INTEGER NOT NULL, revision INTEGER NOT NULL,
        cuts INTEGER NOT NULL, live INTEGER NOT NULL, binned INTEGER NOT NULL
      ) STRICT;
      INSERT INTO catalogue_state VALUES (1, 0, 0, 0, 0, 0);
      CREATE VIRTUAL TABLE catalogue_index USING fts5(
        body, codes, initials, content = '', contentless_delete = 1, tokenize = 'ascii'
      );
      CREATE TRIGGER catalogue_adds AFTER INSERT ON catalogue BEGIN
        UPDATE catalogue_state SET live = live + (new.binned = 0), binned = binned + new.binned;
      END;
      CREATE TRIGGER catalogue_moves AFTER UPDATE OF binned ON catalogue BEGIN
        UPDATE catalogue_state SET live = live + (new.binned = 0) - (old.binned = 0),
          binned = binned + new.binned - old.binned;
      END;
      CREATE TRIGGER catalogue_cuts AFTER DELETE ON catalogue BEGIN
        UPDATE catalogue_state SET live = live - (old.binned = 0), binned = binned - old.binned,
          cuts = cuts + 1;
      END;
      CREATE TRIGGER material_leaves_catalogue AFTER DELETE ON material BEGIN
        DELETE FROM catalogue_index WHERE rowid = old.seq;
        DELETE FROM catalogue WHERE seq = old.seq;
      END;
    `),
}
