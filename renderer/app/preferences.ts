/** How this person likes the page: kept on this computer, never in the vault. */
import { createContext, useContext } from 'react'
import { z } from 'zod'
import { languages } from './i18n.ts'

export const zooms = [80, 90, 100, 110, 125, 150] as const

const preferences = z.object({
  language: z.enum(languages).catch('zh-CN'),
  theme: z.enum(['light', 'dark', 'system']).catch('system'),
  density: z.enum(['comfortable', 'compact']).catch('comfortable'),
  /** Per cent. */
  zoom: z.union(zooms.map((zoom) => z.literal(zoom))).catch(100),
  /** The left rail shows icons only. */
  narrowRail: z.boolean().catch(false),
})
export type Preferences = z.infer<typeof preferences>

const place = 'preferences'

/** What was kept, or the defaults for whatever is missing or unreadable. */
export function loadPreferences(storage: Storage): Preferences {
  try {
    return preferences.parse(JSON.parse(storage.getItem(place) ?? '{}'))
  } catch {
    return preferences.parse({})
  }
}

export function savePreferences(storage: Storage, value: Preferences): void {
  storage.setItem(place, JSON.stringify(value))
}

export type PreferencesState = {
  readonly preferences: Preferences
  readonly change: (part: Partial<Preferences>) => void
}

export const PreferencesContext = createContext<PreferencesState | null>(null)

export function usePreferences(): PreferencesState {
  const found = useContext(PreferencesContext)
  if (!found) throw new Error('PreferencesContext has no value.')
  return found
}
