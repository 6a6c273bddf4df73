/** An import through the command line, with the most memory that its process ever took, and its time. */
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { ImportReport } from '../../shared/model/material.ts'
import { startCli } from './cli.ts'

/** `peak` is in MiB, and 0 where the system does not tell it; `seconds` include the program's start. */
export async function importWatched(vault: string, path: string) {
  const start = performance.now()
  const child = startCli('import', '--vault', vault, path, '--json')
  let out = ''
  let peak = 0
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      peak = Math.max(peak, Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024)
    } catch {
      // Not Linux, or already gone.
    }
  }, 20)
  await once(child, 'close')
  clearInterval(watch)
  const seconds = (performance.now() - start) / 1000
  return { report: JSON.parse(out) as ImportReport, peak, seconds }
}
