import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Picked } from '../../shared/host.ts'
import type { VaultState } from '../../shared/model/vault.ts'
import type { Progress } from '../../shared/wire.ts'
import { useWire } from './surroundings.ts'
import { settle } from './views.ts'
import type { CallError } from './wire.ts'

export type NewVaultState = {
  readonly run: (folder: Picked, name: string) => void
  /** Closes the matter: an example that would not load leaves its empty vault open. */
  readonly leave: () => void
  readonly busy: boolean
  readonly progress: Progress | null
  readonly error: CallError | null
}

/**
 * Makes a vault and, if asked, puts the example into it. Two calls, one gesture: only when both are
 * done does the frame learn of the vault, so that nobody sees a half-filled one.
 */
export function useNewVault(sample: boolean): NewVaultState {
  const wire = useWire()
  const cache = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [error, setError] = useState<CallError | null>(null)
  const [made, setMade] = useState<VaultState | null>(null)
  const make = async (folder: Picked, name: string) => {
    const empty = await wire.ask('vault.create', { folder: folder.handle, name })
    setMade(empty)
    const state = sample ? await wire.ask('sample.load', {}, { onProgress: setProgress }) : empty
    settle(cache, 'vault.create', state)
  }
  const run = (folder: Picked, name: string) => {
    setBusy(true)
    setError(null)
    make(folder, name)
      .catch((failure: CallError) => setError(failure))
      .finally(() => setBusy(false))
  }
  const leave = () => {
    if (made) settle(cache, 'vault.create', made)
  }
  return { run, leave, busy, progress, error }
}
