import type { Migration } from './migration.ts'

/**
 * What is known of papers beyond their facts: which facts a person has checked, where the original
 * lies, which paper took another's place, which contract, invoice and payment belong together, which
 * bundle a paper left in, whose claim on an invoice was released; and the archive's saved views.
 */
export const m0007: Migration = {
  name: 'papers',
  up: (db) =>
    db.exec(`
      CREATE TABLE checked (
        material INTEGER NOT NULL REFERENCES material (seq) ON DELETE CASCADE,
        fact TEXT NOT NULL, day TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (material, fact)
      ) STRICT;
      CREATE TABLE filing (
        material INTEGER PRIMARY KEY REFERENCES material (seq) ON DELETE CASCADE,
        cabinet TEXT NOT NULL, number TEXT NOT NULL, tags TEXT NOT NULL, digest TEXT NOT NULL
      ) STRICT;
      CREATE TABLE succession (
        material INTEGER PRIMARY KEY REFERENCES material (seq) ON DELETE CASCADE,
        older INTEGER NOT NULL UNIQUE REFERENCES material (seq) ON DELETE CASCADE,
        day TEXT NOT NULL, digest TEXT NOT NULL, CHECK (material <> older)
      ) STRICT;
      CREATE TABLE triple (
        material INTEGER PRIMARY KEY REFERENCES material (seq) ON DELETE CASCADE,
        triple INTEGER NOT NULL, digest TEXT NOT NULL
      ) STRICT;
      CREATE INDEX triple_members ON triple (triple);
      CREATE TABLE packed (
        receipt INTEGER NOT NULL REFERENCES receipt (seq) ON DELETE CASCADE, slot TEXT NOT NULL,
        material INTEGER NOT NULL REFERENCES material (seq) ON DELETE CASCADE,
        file TEXT NOT NULL, amount TEXT NOT NULL, digest TEXT NOT NULL,
        PRIMARY KEY (receipt, slot, material)
      ) STRICT;
      CREATE INDEX packed_material ON packed (material);
      CREATE TABLE invoice_release (
        invoice TEXT NOT NULL,
        application TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
        reason TEXT NOT NULL, name TEXT NOT NULL, day TEXT NOT NULL, digest TEXT NOT NULL,
        PRIMARY KEY (invoice, application)
      ) STRICT;
      CREATE TABLE saved_view (
        name TEXT PRIMARY KEY, position INTEGER NOT NULL, filter TEXT NOT NULL, digest TEXT NOT NULL
      ) STRICT;
      ALTER TABLE catalogue ADD COLUMN valid_from TEXT;
      ALTER TABLE catalogue ADD COLUMN cabinet TEXT NOT NULL DEFAULT '';
      ALTER TABLE catalogue ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
    `),
}
