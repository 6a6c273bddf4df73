/** All that a run of the tests puts into the system's temporary folder goes with the run. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'shenbaoxia-tests-'))
  process.env.TMPDIR = folder
  // A browser or an engine that is just ending may still write.
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}
