/** What an applicant writes into a statement itself, kept as it is typed. */
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { ApplicationView } from '../../../shared/model/application.ts'
import type { Pack, Statement } from '../../../shared/programme/pack.ts'
import type { House } from '../house.ts'
import { save } from '../store/rows.ts'
import { change } from './change.ts'
import { packOf } from './pack.ts'
import { recordOf } from './rows.ts'
import { textRows } from './statement-rows.ts'

/** Throws `statement.unknown`. */
export function statementIn(pack: Pack, id: string): Statement {
  const found = pack.statements.find((each) => each.id === id)
  if (!found) throw new Fault('statement.unknown', { statement: id })
  return found
}

/** Throws `statement.unknown`, `statement.text`, `application.stale` naming the text. */
export function writeStatement(house: House, input: Parsed<'statement.write'>): ApplicationView {
  const { db } = house
  const { id, base, statement, text, value } = input
  const { title, texts } = statementIn(packOf(db, recordOf(db, id).pack_hash), statement)
  const asked = texts.find((each) => each.id === text)
  if (!asked) throw new Fault('statement.text', { statement: title, text })
  const newer = textRows(db, id).some(
    (row) => row.statement === statement && row.text === text && row.revision > base,
  )
  if (newer) throw new Fault('application.stale', { field: asked.label })
  return change(house, id, 'statement.write', { statement, text }, ({ revision }) =>
    save(db, 'statement_text', { application: id, statement, text, value, revision }),
  )
}
