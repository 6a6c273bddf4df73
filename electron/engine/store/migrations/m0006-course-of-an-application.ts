import { todayInChina } from '../../../../shared/programme/calendar.ts'
import { save } from '../rows.ts'
import type { Migration } from './migration.ts'

type Sent = { seq: number; application: string; at: string; bundle_id: string }

/**
 * Snapshots of what left, the status path, the reasons of a return, and which version a stamped
 * scan belongs to. Exports made before become the first events of their applications.
 */
export const m0006: Migration = {
  name: 'course of an application',
  up: (db) => {
    db.exec(`
      CREATE TABLE snapshot (
        id TEXT PRIMARY KEY, seq INTEGER NOT NULL UNIQUE,
        application TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
        revision INTEGER NOT NULL, purpose TEXT NOT NULL, code TEXT NOT NULL, at TEXT NOT NULL,
        body TEXT NOT NULL, digest TEXT NOT NULL
      ) STRICT;
      CREATE INDEX snapshot_application ON snapshot (application, seq);
      CREATE TABLE event (
        seq INTEGER PRIMARY KEY,
        application TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
        state TEXT NOT NULL, day TEXT NOT NULL, note TEXT NOT NULL, source TEXT NOT NULL,
        ref TEXT NOT NULL, digest TEXT NOT NULL
      ) STRICT;
      CREATE INDEX event_application ON event (application, seq);
      CREATE TABLE todo (
        id TEXT PRIMARY KEY, seq INTEGER NOT NULL,
        application TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
        base TEXT NOT NULL REFERENCES snapshot (id), event INTEGER, step TEXT NOT NULL,
        ref TEXT NOT NULL, row INTEGER, col TEXT, kind TEXT NOT NULL, text TEXT NOT NULL,
        source TEXT NOT NULL, day TEXT NOT NULL, answer TEXT NOT NULL, answered TEXT,
        withdrawn TEXT, digest TEXT NOT NULL
      ) STRICT;
      CREATE INDEX todo_application ON todo (application, seq);
      CREATE TABLE stamped (
        application TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
        slot TEXT NOT NULL, material INTEGER NOT NULL REFERENCES material (seq),
        snapshot TEXT NOT NULL REFERENCES snapshot (id), reason TEXT NOT NULL,
        name TEXT NOT NULL, reason_code TEXT NOT NULL, digest TEXT NOT NULL,
        PRIMARY KEY (application, slot, material)
      ) STRICT;
      CREATE INDEX stamped_material ON stamped (material);
    `)
    const sent = db
      .prepare<[], Sent>('SELECT seq, application, at, bundle_id FROM receipt ORDER BY seq')
      .all()
    for (const { seq, application, at, bundle_id: ref } of sent) {
      const day = todayInChina(new Date(at))
      save(db, 'event', {
        seq,
        application,
        state: 'exported',
        day,
        note: '',
        source: 'export',
        ref,
      })
    }
  },
}
