/** Answers the calls about backups. */
import type { backupCalls } from '../../../shared/calls/backup.ts'
import { houseOn, pathOf } from '../desk.ts'
import { type HandlersOf, inHouse } from '../handlers.ts'
import { backUp } from './back-up.ts'
import { restore } from './restore.ts'
import { backupState } from './state.ts'

export const backupHandlers: HandlersOf<typeof backupCalls> = {
  'backup.state': inHouse(backupState),
  'backup.write': (desk, { folder }, job) => backUp(houseOn(desk), pathOf(desk, folder), job),
  'backup.restore': (desk, { file, folder }, job) =>
    restore(pathOf(desk, file), pathOf(desk, folder), job),
}
