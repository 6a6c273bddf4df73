/** Renames a file that a virus scanner may hold for a moment, as they do with new files on Windows. */
import { rename } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { Fault } from '../../../shared/fault.ts'

/** How long to wait before each further try, in ms. */
const patience = [20, 80, 300, 900, 2000]

/** `name` is what people call the file. Throws `file.busy` when it is held to the end. */
export async function renamePatiently(from: string, to: string, name: string): Promise<void> {
  for (const pause of [...patience, -1]) {
    try {
      return await rename(from, to)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? ''
      if (!['EBUSY', 'EPERM', 'EACCES'].includes(code)) throw error
      if (pause < 0) throw new Fault('file.busy', { name }, { cause: error })
      await wait(pause)
    }
  }
}
