/** Gives an identity an SM2 key beside its own, or takes it away. */
import type { House } from '../house.ts'
import { keyOf } from './identities.ts'
import { dropSm2Key, keepSm2Key, sm2KeyOf } from './identity-files.ts'
import { newSm2Key } from './sm2.ts'

/**
 * Turned on, the next bundle carries a second signature; turned off and on again it is another key.
 * A damaged key is replaced only by turning it off first. Throws `identity.unknown`,
 * `identity.damaged`.
 */
export function switchSm2(
  house: Pick<House, 'dir' | 'clock'>,
  fingerprint: string,
  on: boolean,
): void {
  keyOf(house, fingerprint)
  if (!on) dropSm2Key(house.dir, fingerprint)
  else if (!sm2KeyOf(house.dir, fingerprint)) {
    keepSm2Key(house.dir, fingerprint, newSm2Key(), house.clock())
  }
}
