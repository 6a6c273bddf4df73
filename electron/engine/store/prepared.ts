/**
 * Statements that are run for every row of a large work, prepared once for each connection. Only for
 * statements that are run as they are: `pluck` and the like would change them for everybody.
 */
import type { Database, Statement } from 'better-sqlite3'

const kept = new WeakMap<Database, Map<string, Statement>>()

export function prepared<Bind extends unknown[], Row>(
  db: Database,
  sql: string,
): Statement<Bind, Row> {
  const statements = kept.get(db) ?? new Map<string, Statement>()
  kept.set(db, statements)
  const found = statements.get(sql) ?? db.prepare(sql)
  statements.set(sql, found)
  return found as Statement<Bind, Row>
}
