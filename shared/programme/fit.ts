/** How well the enterprise fits a whole programme, its tracks weighed. Pure. */
import type { Match, ProgrammeRow } from '../model/programme.ts'
import type { Outcome } from '../model/verdict.ts'

/** Best first. */
const ranks: readonly Outcome[] = ['met', 'judgement', 'unknown', 'unmet']

const rankOf = ({ outcome }: Match): number => {
  const rank = ranks.indexOf(outcome)
  return rank < 0 ? ranks.length : rank
}

/** Share of the binding conditions met; none at all counts as all of them. */
const shareOf = ({ bindingMet, bindingTotal }: Match): number =>
  bindingTotal === 0 ? 1 : bindingMet / bindingTotal

/** Better fit first: by outcome, then by the share of binding conditions met. */
export const compareFit = (a: Match, b: Match): number =>
  rankOf(a) - rankOf(b) || shareOf(b) - shareOf(a) || b.bindingTotal - a.bindingTotal

type Fitted = Pick<ProgrammeRow, 'match' | 'tracks'>

/** The best of the tracks; the programme's own where it has none. */
export function bestMatch({ match, tracks }: Fitted): Match {
  const [best = match] = tracks.map((track) => track.match).toSorted(compareFit)
  return best
}

/** Every outcome that the programme has on some track. */
export const outcomesOf = ({ match, tracks }: Fitted): readonly Outcome[] =>
  tracks.length === 0 ? [match.outcome] : [...new Set(tracks.map((each) => each.match.outcome))]
