/** When this vault was last checked on this computer, and how it came out. */
import { z } from 'zod'

const shape = z.object({ at: z.string(), ok: z.boolean() })
export type LastCheck = z.infer<typeof shape>

const placeOf = (vault: string) => `check:${vault}`

/** Null when it was never checked here, or the note is unreadable. */
export function lastCheck(storage: Storage, vault: string): LastCheck | null {
  try {
    return shape.parse(JSON.parse(storage.getItem(placeOf(vault)) ?? ''))
  } catch {
    return null
  }
}

export function keepCheck(storage: Storage, vault: string, check: LastCheck): void {
  storage.setItem(placeOf(vault), JSON.stringify(check))
}
