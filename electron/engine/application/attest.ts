/** A person's judgement where no figure decides: recorded with name, day and note. */
import type { Parsed } from '../../../shared/contract.ts'
import type { ApplicationView } from '../../../shared/model/application.ts'
import { daySaid } from '../day-said.ts'
import type { House } from '../house.ts'
import { save } from '../store/rows.ts'
import { change, conditionOf } from './change.ts'

/**
 * An `outcome` of null takes the judgement back. Throws `application.condition`, and `input.invalid`
 * for a day to come.
 */
export function attest(house: House, input: Parsed<'application.attest'>): ApplicationView {
  const { condition, outcome, name, note } = input
  conditionOf(house, input.id, condition)
  return change(house, input.id, 'application.attest', { condition, outcome }, ({ id }) => {
    if (outcome === null) {
      house.db
        .prepare('DELETE FROM attestation WHERE application = ? AND condition = ?')
        .run(id, condition)
      return
    }
    const day = daySaid(house, input.on)
    save(house.db, 'attestation', { application: id, condition, outcome, name, note, day })
  })
}
