/** The paths to a rung, those of one programme that stand alike taken together. Pure. */
import type { LadderPath } from '../../../shared/programme/ladder.ts'
import { grouped } from '../../parts/grouped.ts'

const alike = ({ id, edition, state, needs, climbs }: LadderPath): string =>
  JSON.stringify([id, edition, state, needs, climbs])

export const routesOf = (
  paths: readonly LadderPath[],
): readonly (readonly [string, readonly LadderPath[]])[] => grouped(paths, alike)
