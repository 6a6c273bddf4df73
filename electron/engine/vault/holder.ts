/**
 * Who has the vault open. SQLite's lock decides; this file only lets a refusal name the holder, so
 * a stale one (after a kill) does no harm.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { z } from 'zod'
import { Fault } from '../../../shared/fault.ts'
import { holderFile } from './paths.ts'

const shape = z.object({
  program: z.string(),
  pid: z.number(),
  computer: z.string(),
  since: z.string(),
})

/** Only for whoever holds SQLite's lock. */
export function writeHolder(dir: string, program: string, now: Date): void {
  const holder = { program, pid: process.pid, computer: hostname(), since: now.toISOString() }
  writeFileSync(holderFile(dir), `${JSON.stringify(holder)}\n`)
}

/** At the close of the vault. */
export const clearHolder = (dir: string): void => rmSync(holderFile(dir), { force: true })

/** The fault that tells a second process who was first. */
export function inUse(dir: string, cause: unknown): Fault {
  const unknown = { program: '?', pid: 0, computer: '?', since: '?' }
  const holder = (() => {
    try {
      return shape.parse(JSON.parse(readFileSync(holderFile(dir), 'utf8')))
    } catch {
      return unknown
    }
  })()
  return new Fault('vault.inUse', { folder: dir, ...holder }, { cause })
}
