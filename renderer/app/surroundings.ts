/** What the page was given when it started, passed down instead of imported. */
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { HostBridge } from '../../shared/host.ts'
import type { Job, Wire } from './wire.ts'

export type Surroundings = { readonly wire: Wire; readonly host: HostBridge }

export const SurroundingsContext = createContext<Surroundings | null>(null)

function useSurroundings(): Surroundings {
  const found = useContext(SurroundingsContext)
  if (!found) throw new Error('SurroundingsContext has no value.')
  return found
}

export function useWire(): Wire {
  return useSurroundings().wire
}

export function useHost(): HostBridge {
  return useSurroundings().host
}

/** The long calls that are running now. */
export function useJobs(): readonly Job[] {
  const wire = useWire()
  return useSyncExternalStore(wire.subscribe, wire.jobs)
}
