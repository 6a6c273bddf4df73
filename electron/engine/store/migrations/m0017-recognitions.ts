import { todayInChina } from '../../../../shared/programme/calendar.ts'
import { save } from '../rows.ts'
import type { Migration } from './migration.ts'

type Told = { readonly application: string; readonly at: string }

/**
 * The day on which a vault was first told that an application was recognised: it stays when the
 * result is taken back and entered again, and so do the duties that were missed since.
 */
export const m0017: Migration = {
  name: 'recognitions',
  up: (db) => {
    db.exec(`
      CREATE TABLE recognition (
        application TEXT PRIMARY KEY REFERENCES application (id) ON DELETE CASCADE,
        day TEXT NOT NULL, digest TEXT NOT NULL
      ) STRICT;
    `)
    const told = db.prepare<[], Told>(
      `SELECT e.application, min(l.at) AS at FROM event e JOIN log l ON l.seq = e.seq
       WHERE e.state = 'recognised' GROUP BY e.application`,
    )
    for (const { application, at } of told.all()) {
      save(db, 'recognition', { application, day: todayInChina(new Date(at)) })
    }
  },
}
