/** Where linked papers say something else than the form or the profile, over all applications. */
import type { FoundConflict } from '../../../shared/model/application.ts'
import { conflictsOf } from '../../../shared/programme/claims.ts'
import type { House } from '../house.ts'
import { caseOf, profileOf } from './case.ts'
import { allRecords } from './rows.ts'

/** Newest application first. */
export function listConflicts(house: House): FoundConflict[] {
  const profile = profileOf(house)
  return allRecords(house.db).flatMap((record) => {
    const subject = caseOf(house, record, profile)
    const { id: application } = record
    const { title } = subject.pack
    return conflictsOf(subject).map((conflict) => ({ ...conflict, application, title }))
  })
}
