/** Sorts what was thrown: foreseen failures keep or get their code, the rest are surprises. */
import { Fault } from '../../shared/fault.ts'

const bySqlite: readonly (readonly [RegExp, Fault['code']])[] = [
  [/^SQLITE_READONLY/, 'vault.readOnly'],
  [/^SQLITE_(FULL|IOERR_SHM|IOERR_WRITE)/, 'disk.full'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'vault.damaged'],
]
const bySystem: Readonly<Record<string, Fault['code']>> = {
  ENOSPC: 'disk.full',
  EDQUOT: 'disk.full',
  EROFS: 'target.unwritable',
  EACCES: 'target.unwritable',
  EPERM: 'target.unwritable',
  ENOTDIR: 'target.unwritable',
  ENAMETOOLONG: 'target.unwritable',
}

/** The Fault behind an error, or null for a surprise. */
export function faultOf(error: unknown): Fault | null {
  if (error instanceof Fault) return error
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string') return null
  const known = bySqlite.find(([pattern]) => pattern.test(code))?.[1] ?? bySystem[code]
  if (!known) return null
  const { path = '' } = error as NodeJS.ErrnoException
  return new Fault(known, { what: 'vault.db', name: '', path }, { cause: error })
}
