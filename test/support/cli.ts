/** The built command line, run as a stranger would run it. */
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './house.ts'

export const cliFile = join(root, 'out', 'cli.cjs')

export type CliResult = {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

export const cli = (...args: readonly string[]): CliResult =>
  spawnSync(process.execPath, [cliFile, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 })

/** Runs with `--json` and parses the one document on stdout. */
export function cliJson<T = Record<string, unknown>>(...args: readonly string[]) {
  const { status, stdout, stderr } = cli(...args, '--json')
  return { status, stderr, json: JSON.parse(stdout) as T }
}

export const startCli = (...args: readonly string[]) =>
  spawn(process.execPath, [cliFile, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
