/** Answers the calls about applications. */
import type { applicationCalls } from '../../../shared/calls/application.ts'
import type { Parsed } from '../../../shared/contract.ts'
import { houseOn, pathOf, targetOf } from '../desk.ts'
import { type HandlersOf, inHouse } from '../handlers.ts'
import { attest } from './attest.ts'
import { listConflicts } from './conflicts.ts'
import { createApplication } from './create.ts'
import { exportApplication } from './export.ts'
import { fillHeld } from './fill.ts'
import { moveApplication, planMoves } from './move.ts'
import { readCondition, tickPoint } from './read.ts'
import { renderApplication } from './render.ts'
import { attach, waive } from './slots.ts'
import { suggestPapers } from './suggest.ts'
import { detach, putBack } from './unlink.ts'
import { listApplications, openApplication } from './view.ts'

export const applicationHandlers: HandlersOf<typeof applicationCalls> = {
  'application.list': inHouse(listApplications),
  'application.conflicts': inHouse(listConflicts),
  'application.create': inHouse((house, input: Parsed<'application.create'>) =>
    createApplication(house, input),
  ),
  'application.open': inHouse(openApplication),
  'application.moves': inHouse(planMoves),
  'application.move': inHouse(moveApplication),
  'application.fill': inHouse(fillHeld),
  'application.attach': (desk, { files, ...rest }, job) => {
    const paths = files.map((handle) => pathOf(desk, handle))
    return attach(houseOn(desk), { ...rest, paths }, job)
  },
  'application.suggest': inHouse(suggestPapers),
  'application.detach': inHouse(detach),
  'application.putBack': inHouse(putBack),
  'application.waive': inHouse(waive),
  'application.attest': inHouse(attest),
  'application.read': inHouse(readCondition),
  'application.tick': inHouse(tickPoint),
  'application.render': (desk, { id, to }, job) =>
    renderApplication(houseOn(desk), { id, to: to && targetOf(desk, to) }, job),
  'application.export': (desk, { to, ...rest }, job) =>
    exportApplication(houseOn(desk), { ...rest, to: targetOf(desk, to) }, job),
}
