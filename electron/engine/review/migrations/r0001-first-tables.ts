import type { Migration } from '../../store/migrations/migration.ts'

/** The desk's own log and tables; sealed as a vault's are ([Note: Sealed rows]). */
export const r0001: Migration = {
  name: 'first tables of a reviewer’s desk',
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

      CREATE TABLE reviewer (
        id INTEGER PRIMARY KEY CHECK (id = 1), office TEXT NOT NULL, name TEXT NOT NULL,
        level TEXT NOT NULL, digest TEXT NOT NULL
      ) STRICT;

      -- One bundle as it was taken in. What did not verify keeps its report and nothing else.
      CREATE TABLE submission (
        seq INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
        size INTEGER NOT NULL, received_at TEXT NOT NULL, ok INTEGER NOT NULL,
        report TEXT NOT NULL, bundle_id TEXT NOT NULL, tag_manifest TEXT NOT NULL,
        application TEXT NOT NULL, revision INTEGER NOT NULL, programme TEXT NOT NULL,
        edition TEXT NOT NULL, track TEXT, title TEXT NOT NULL, track_title TEXT NOT NULL,
        enterprise TEXT NOT NULL, credit_code TEXT NOT NULL, exported_at TEXT NOT NULL,
        previous TEXT, fingerprint TEXT NOT NULL, pack_hash TEXT NOT NULL, sample INTEGER NOT NULL,
        initials TEXT NOT NULL, removed_at TEXT, digest TEXT NOT NULL
      ) STRICT;
      CREATE INDEX submission_application ON submission (application);

      -- The papers of a bundle, for comparing applicants with each other.
      CREATE TABLE paper (
        submission INTEGER NOT NULL REFERENCES submission (seq), path TEXT NOT NULL,
        slot TEXT NOT NULL, slot_title TEXT NOT NULL, sha256 TEXT NOT NULL, name TEXT NOT NULL,
        kind TEXT NOT NULL, media TEXT NOT NULL, size INTEGER NOT NULL, invoice TEXT,
        digest TEXT NOT NULL, PRIMARY KEY (submission, path)
      ) STRICT;
      CREATE INDEX paper_invoice ON paper (invoice) WHERE invoice IS NOT NULL;
      CREATE INDEX paper_file ON paper (sha256);

      -- What the reviewer has in hand for a bundle: saved as made, nothing is issued by it.
      CREATE TABLE draft (
        submission INTEGER PRIMARY KEY REFERENCES submission (seq), verdict TEXT,
        reasons TEXT NOT NULL, remark TEXT NOT NULL, revision INTEGER NOT NULL,
        changed_at TEXT NOT NULL, digest TEXT NOT NULL
      ) STRICT;

      -- Signed opinions; their files lie among the blobs.
      CREATE TABLE opinion (
        number INTEGER PRIMARY KEY, submission INTEGER NOT NULL REFERENCES submission (seq),
        opinion_id TEXT NOT NULL UNIQUE, verdict TEXT NOT NULL, body TEXT NOT NULL,
        issued_at TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
        tag_manifest TEXT NOT NULL, fingerprint TEXT NOT NULL, digest TEXT NOT NULL
      ) STRICT;
      CREATE INDEX opinion_submission ON opinion (submission, number);
    `),
}
