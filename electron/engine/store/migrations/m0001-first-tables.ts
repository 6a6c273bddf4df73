import type { Migration } from './migration.ts'

/*
 * [Note: Sealed rows] A table with a `digest` column is sealed: `store/rows.ts` writes the SHA-256
 * of each row's other columns into it and `fsck` recomputes it. Nothing lists the sealed tables.
 */
export const m0001: Migration = {
  name: 'first tables',
  up: (db) =>
    db.exec(`
      CREATE TABLE log (
        seq INTEGER PRIMARY KEY, at TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL,
        detail TEXT NOT NULL, prev TEXT NOT NULL, digest TEXT NOT NULL
      ) STRICT;
      CREATE TRIGGER log_is_never_changed BEFORE UPDATE ON log
        BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
      CREATE TRIGGER log_is_never_cut BEFORE DELETE ON log
        BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

      CREATE TABLE enterprise (
        id INTEGER PRIMARY KEY CHECK (id = 1), revision INTEGER NOT NULL, sample INTEGER NOT NULL,
        digest TEXT NOT NULL
      ) STRICT;
      CREATE TABLE fact (
        key TEXT PRIMARY KEY, value TEXT NOT NULL, revision INTEGER NOT NULL, digest TEXT NOT NULL
      ) STRICT;
      CREATE TABLE indicator (
        code TEXT NOT NULL, year INTEGER NOT NULL, value TEXT NOT NULL, revision INTEGER NOT NULL,
        digest TEXT NOT NULL, PRIMARY KEY (code, year)
      ) STRICT;

      CREATE TABLE material (
        seq INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL,
        size INTEGER NOT NULL, media TEXT NOT NULL, facts TEXT NOT NULL, valid_from TEXT,
        valid_to TEXT, note TEXT NOT NULL, confirmed INTEGER NOT NULL, damaged INTEGER NOT NULL,
        sample INTEGER NOT NULL, imported_at TEXT NOT NULL, deleted_at TEXT, digest TEXT NOT NULL
      ) STRICT;
      CREATE INDEX material_kind ON material (kind, seq);

      CREATE TABLE pack (
        hash TEXT PRIMARY KEY, body TEXT NOT NULL, digest TEXT NOT NULL
      ) STRICT;
      CREATE TABLE application (
        id TEXT PRIMARY KEY, seq INTEGER NOT NULL UNIQUE, programme TEXT NOT NULL,
        edition TEXT NOT NULL, track TEXT, pack_hash TEXT NOT NULL REFERENCES pack (hash),
        state TEXT NOT NULL, revision INTEGER NOT NULL, created_at TEXT NOT NULL,
        changed_at TEXT NOT NULL, sample INTEGER NOT NULL, digest TEXT NOT NULL
      ) STRICT;
      CREATE TABLE answer (
        application TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
        field TEXT NOT NULL, value TEXT NOT NULL, revision INTEGER NOT NULL, digest TEXT NOT NULL,
        PRIMARY KEY (application, field)
      ) STRICT;
      CREATE TABLE link (
        application TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
        slot TEXT NOT NULL, material INTEGER NOT NULL REFERENCES material (seq),
        position INTEGER NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (application, slot, material)
      ) STRICT;
      CREATE INDEX link_material ON link (material);
      CREATE TABLE waiver (
        application TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
        slot TEXT NOT NULL, reason TEXT NOT NULL, digest TEXT NOT NULL,
        PRIMARY KEY (application, slot)
      ) STRICT;
      CREATE TABLE attestation (
        application TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
        condition TEXT NOT NULL, outcome TEXT NOT NULL, name TEXT NOT NULL, note TEXT NOT NULL,
        day TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (application, condition)
      ) STRICT;
      CREATE TABLE receipt (
        seq INTEGER PRIMARY KEY, application TEXT NOT NULL REFERENCES application (id),
        revision INTEGER NOT NULL, at TEXT NOT NULL, path TEXT NOT NULL, name TEXT NOT NULL,
        size INTEGER NOT NULL, sha256 TEXT NOT NULL, bundle_id TEXT NOT NULL,
        tag_manifest TEXT NOT NULL, fingerprint TEXT NOT NULL, files INTEGER NOT NULL,
        blocking INTEGER NOT NULL, reason TEXT NOT NULL, digest TEXT NOT NULL
      ) STRICT;
    `),
}
