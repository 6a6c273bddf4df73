import { m0001 } from './m0001-first-tables.ts'
import { m0002 } from './m0002-readings-and-ticks.ts'
import { m0003 } from './m0003-shelf.ts'
import { m0004 } from './m0004-extraction.ts'
import { m0005 } from './m0005-catalogue.ts'
import { m0006 } from './m0006-course-of-an-application.ts'
import { m0007 } from './m0007-papers.ts'
import { m0008 } from './m0008-reserve.ts'
import { m0009 } from './m0009-opinions.ts'
import { m0010 } from './m0010-export-ledger.ts'
import { m0011 } from './m0011-statements.ts'
import { m0012 } from './m0012-unread.ts'
import { m0013 } from './m0013-opinion-files.ts'
import { m0014 } from './m0014-troubles.ts'
import { m0015 } from './m0015-statement-texts.ts'
import { m0016 } from './m0016-settled-duties.ts'
import { m0017 } from './m0017-recognitions.ts'
import type { Migration } from './migration.ts'

/** In order; a vault's `user_version` is the number of steps it has been through. */
export const migrations: readonly Migration[] = [
  m0001,
  m0002,
  m0003,
  m0004,
  m0005,
  m0006,
  m0007,
  m0008,
  m0009,
  m0010,
  m0011,
  m0012,
  m0013,
  m0014,
  m0015,
  m0016,
  m0017,
]
