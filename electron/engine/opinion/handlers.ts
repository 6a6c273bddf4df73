/** Answers the calls about opinions that come back. */
import type { opinionCalls } from '../../../shared/calls/opinion.ts'
import { fileOf, houseOn } from '../desk.ts'
import type { HandlersOf } from '../handlers.ts'
import { opinionsTaken } from './opinion-rows.ts'
import { takeOpinion } from './take-opinion.ts'

export const opinionHandlers: HandlersOf<typeof opinionCalls> = {
  'opinion.list': (desk, { id }) => opinionsTaken(houseOn(desk).db, id),
  'opinion.import': (desk, { file, accept }, job) =>
    takeOpinion(houseOn(desk), { path: fileOf(desk, file), accept, config: desk.config }, job),
}
