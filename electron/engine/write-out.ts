/** Writes a small file to a place that the person chose, whole or not at all. */
import { Fault } from '../../shared/fault.ts'
import { writeWhole } from './vault/durable.ts'

/** What a place that is gone, or is no place for a file, answers. */
const unwritable = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENOTEMPTY', 'EEXIST', 'ENAMETOOLONG', 'EBUSY']

/** Throws `target.unwritable`, and the system's other failures as `fault-of` names them. */
export function writeOut(path: string, content: Uint8Array): void {
  try {
    writeWhole(path, content)
  } catch (cause) {
    if (!unwritable.includes((cause as NodeJS.ErrnoException).code ?? '')) throw cause
    throw new Fault('target.unwritable', { path }, { cause })
  }
}
