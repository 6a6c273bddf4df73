/** The built command line, run as a stranger would run it. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeFlags } from '../../build/ensure.mjs'
import { root } from './house.ts'

export const cliFile = join(root, 'out', 'cli.cjs')

export type CliResult = {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Settings of their own: what one test file verifies must not be known to the next. */
const config = mkdtempSync(join(tmpdir(), 'shenbaoxia-config-'))

/** Runs with this person's settings in `SHENBAOXIA_CONFIG`, or in a folder of this test file. */
export const cli = (...args: readonly string[]): CliResult =>
  spawnSync(process.execPath, [...nodeFlags, cliFile, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { SHENBAOXIA_CONFIG: config, ...process.env },
  })

/** Runs with `--json` and parses the one document on stdout. */
export function cliJson<T = Record<string, unknown>>(...args: readonly string[]) {
  const { status, stdout, stderr } = cli(...args, '--json')
  return { status, stderr, json: JSON.parse(stdout) as T }
}

export const startCli = (...args: readonly string[]) =>
  spawn(process.execPath, [...nodeFlags, cliFile, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
