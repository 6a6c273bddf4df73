/** Calls about the identities that sign. Passwords go in and never come back. */
import { z } from 'zod'
import type { DamagedIdentity, Identity } from '../model/bundle.ts'
import { call, handle, nothing, sha256, shortText } from './call.ts'

const one = z.strictObject({ fingerprint: sha256 })
const password = z.string().max(200)

export const identityCalls = {
  /** The chosen one first, then newest first. */
  'identity.list': call(nothing).out<readonly Identity[]>(),
  'identity.damaged': call(nothing).out<readonly DamagedIdentity[]>(),
  'identity.create': call(
    z.strictObject({ name: shortText, creditCode: z.string().trim().max(18).default('') }),
  ).out<readonly Identity[]>(),
  /** From a .pfx or .p12. */
  'identity.import': call(z.strictObject({ file: handle, password })).out<readonly Identity[]>(),
  /** As a .pfx under a password of eight signs at least. */
  'identity.export': call(
    z.strictObject({ fingerprint: sha256, to: handle, password: password.min(8) }),
  ).out<null>(),
  /** A new one that the old one signs for. */
  'identity.rotate': call(one).out<readonly Identity[]>(),
  /** Signs from now on unless another is asked for. */
  'identity.choose': call(one).out<readonly Identity[]>(),
  /** Adds a second signature with SM2, or leaves it off. */
  'identity.sm2': call(z.strictObject({ fingerprint: sha256, on: z.boolean() })).out<
    readonly Identity[]
  >(),
  /** Moves a damaged key file into quarantine. */
  'identity.setAside': call(one).out<readonly DamagedIdentity[]>(),
} as const
