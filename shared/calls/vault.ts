/** Calls about the vault as a whole, the example enterprise included. */
import { z } from 'zod'
import type { FsckReport, VaultState } from '../model/vault.ts'
import { call, handle, nothing, shortText } from './call.ts'

export const vaultCalls = {
  'vault.state': call(nothing).out<VaultState>(),
  'vault.create': call(z.strictObject({ folder: handle, name: shortText })).out<VaultState>(),
  'vault.open': call(
    z.union([z.strictObject({ folder: handle }), z.strictObject({ recent: z.string() })]),
  ).out<VaultState>(),
  'vault.close': call(nothing).out<VaultState>(),
  /** Reads everything and writes nothing. Long: reports progress, can be cancelled. */
  'vault.fsck': call(nothing).out<FsckReport>(),
  /** Puts the invented example enterprise into an empty vault. Long. */
  'sample.load': call(nothing).out<VaultState>(),
  'sample.remove': call(nothing).out<VaultState>(),
} as const
