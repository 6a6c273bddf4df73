/** What a return still asks for, and stamped scans of a version that has changed since. Pure. */
import type { StampedScan, Todo } from '../model/course.ts'
import type { Finding } from '../model/finding.ts'
import type { Case } from './evidence.ts'
import { named } from './label.ts'
import { placeLabel } from './place-label.ts'

/** A reason that is neither answered nor withdrawn. */
export const isOpen = ({ answeredOn, withdrawnOn }: Todo): boolean =>
  answeredOn === null && withdrawnOn === null

/** A scan that shows something else than the application does, with nobody's word for it. */
export const isOutdated = ({ changes, waived }: StampedScan): boolean =>
  changes > 0 && waived === null

export function checkCourse({ todos, stamps, pack }: Case): readonly Finding[] {
  return [
    ...todos.filter(isOpen).map(({ id, place, text, day, changed }): Finding => {
      const label = placeLabel(pack, place)
      const data = { id, ...named('label', [label]), text, day, changed: changed ? 1 : 0 }
      return { code: 'return.open', severity: 'blocking', place, data }
    }),
    ...stamps.filter(isOutdated).map(
      ({ sha256, slot, name, code, changes }): Finding => ({
        code: 'stamp.outdated',
        severity: 'blocking',
        place: { step: 'preview', ref: sha256 },
        data: { slot, paper: name, code, count: changes },
      }),
    ),
  ]
}
