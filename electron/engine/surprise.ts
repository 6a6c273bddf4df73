/**
 * Keeps a record of what nobody foresaw: stack and a short reference that the page shows, so that a
 * clerk on the phone can name it. It must never write what is in the vault.
 */
import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { randomHex } from './crypto.ts'

/**
 * Writes the error to `surprises.log` in `folder` and returns its reference, 8 hex digits. Where the
 * log cannot be written the caller still gets its answer.
 */
export function recordSurprise(folder: string, where: string, error: unknown, now: Date): string {
  const ref = randomHex(4)
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  try {
    mkdirSync(folder, { recursive: true })
    const entry = `${now.toISOString()} ${ref} ${where}\n${stack}\n\n`
    appendFileSync(join(folder, 'surprises.log'), entry)
  } catch {
    // A full disk may be the very surprise; the reference is worth having without its record.
  }
  return ref
}
