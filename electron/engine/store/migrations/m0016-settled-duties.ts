import { save } from '../rows.ts'
import type { Migration } from './migration.ts'

type Done = {
  readonly application: string
  readonly duty: string
  readonly due: string
  readonly day: string
  readonly note: string
}

/** A date of a later duty may have been met otherwise, or ask for nothing any more. */
export const m0016: Migration = {
  name: 'settled duties',
  up: (db) => {
    db.exec(`
      CREATE TABLE duty_settled (
        application TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
        duty TEXT NOT NULL, due TEXT NOT NULL, outcome TEXT NOT NULL, day TEXT NOT NULL,
        note TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (application, duty, due)
      ) STRICT;
    `)
    const done = db.prepare<[], Done>('SELECT application, duty, due, day, note FROM duty_done')
    for (const row of done.all()) save(db, 'duty_settled', { ...row, outcome: 'done' })
    db.exec('DROP TABLE duty_done')
  },
}
