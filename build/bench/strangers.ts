/** Work of other programs, and of ours beside it, on a disk that owes nothing to what came before. */
import { spawnSync } from 'node:child_process'

/** Runs a script of the shell. Throws what it said where it failed. */
export const shell = (script: string, ...args: string[]): void => {
  const { status, stderr } = spawnSync('sh', ['-c', script, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${script}: ${stderr}`)
}

/** How long it takes, in seconds. */
export async function timed(work: () => unknown): Promise<number> {
  spawnSync('sync')
  const begun = performance.now()
  await work()
  return (performance.now() - begun) / 1000
}
