/** Who judges and ticks at this computer: asked once, then offered again. */
import { useState } from 'react'

const place = 'signer'

/** The name as it stands now. */
export const signerNow = (): string => (localStorage.getItem(place) ?? '').trim()

export function useSigner(): readonly [name: string, change: (name: string) => void] {
  const [name, setName] = useState(signerNow)
  const change = (next: string) => {
    localStorage.setItem(place, next)
    setName(next)
  }
  return [name, change]
}
