/** Work of other programs, and of ours beside it, on a disk that owes nothing to what came before. */
import { spawnSync } from 'node:child_process'

/** One piece of work on so many files and bytes. */
export type Work = {
  readonly work: string
  readonly files: number
  readonly mib: number
  readonly seconds: number
  readonly mibPerSecond: number
  /** This work's time as a multiple of the product's own at the same task; above 1 is slower. */
  readonly ratio: number
}

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
