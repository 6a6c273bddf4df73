/** Answers the calls about papers for print. */
import type { paperCalls } from '../../../shared/calls/paper.ts'
import { houseOn, targetOf } from '../desk.ts'
import type { HandlersOf } from '../handlers.ts'
import { bindApplication } from './bind.ts'
import { planStamps } from './stamp-sheet.ts'
import { summariseApplications } from './summary.ts'

export const paperHandlers: HandlersOf<typeof paperCalls> = {
  'application.bind': (desk, { id, to }, job) =>
    bindApplication(houseOn(desk), { id, to: to && targetOf(desk, to) }, job),
  'application.stampPlan': (desk, { to, ...rest }, job) =>
    planStamps(houseOn(desk), { ...rest, to: to && targetOf(desk, to) }, job),
  'application.summary': (desk, { ids, to, format }, job) => {
    const place = to === undefined ? undefined : { path: targetOf(desk, to), format }
    return summariseApplications(houseOn(desk), { ids, to: place }, job)
  },
}
