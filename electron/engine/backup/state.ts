/** When the vault was backed up last, and what has changed since. */
import type { BackupState, BackupWritten } from '../../../shared/model/backup.ts'
import { daysBetween, todayInChina } from '../../../shared/programme/calendar.ts'
import type { House } from '../house.ts'
import { backupAction } from './back-up.ts'

/** So many days with changes are risked at most before a backup is called for. */
const patience = 7

type Line = { readonly seq: number; readonly at: string; readonly detail: string }

export function backupState({ db, clock }: House): BackupState {
  const line = db
    .prepare<[string], Line>(
      'SELECT seq, at, detail FROM log WHERE action = ? ORDER BY seq DESC LIMIT 1',
    )
    .get(backupAction)
  // The vault's own first line is no work that could be lost.
  const changes = db
    .prepare<[number], number>('SELECT count(*) FROM log WHERE seq > ?')
    .pluck()
    .get(line?.seq ?? 1) as number
  if (!line) return { last: null, days: 0, changes, due: changes > 0 }
  const { folder, names, bytes } = JSON.parse(line.detail) as BackupWritten
  const days = daysBetween(todayInChina(new Date(line.at)), todayInChina(clock()))
  return {
    last: { at: line.at, folder, names, bytes },
    days,
    changes,
    due: changes > 0 && days >= patience,
  }
}
