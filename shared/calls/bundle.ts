/** Calls about bundles and those who signed them. */
import { z } from 'zod'
import type { KnownSigner, Trust, Verification } from '../model/bundle.ts'
import { call, handle, nothing, sha256 } from './call.ts'

const picked = z.strictObject({ file: handle, others: z.array(handle).max(200).default([]) })

export const bundleCalls = {
  /** Long. `others` are files picked along with it: other volumes of the set. */
  'bundle.verify': call(picked).out<Verification>(),
  /** The verdict as it was given at `at`, printed as a 验证单 (PDF); it makes no signer known. */
  'bundle.sheet': call(picked.extend({ at: z.iso.datetime(), to: handle })).out<null>(),
  /** Signers whose bundles were verified on this computer. */
  'signer.list': call(nothing).out<readonly KnownSigner[]>(),
  /** The fingerprint was compared with the stamped sheet. */
  'signer.confirm': call(
    z.strictObject({
      fingerprint: sha256,
      name: z.string().max(2000),
      creditCode: z.string().max(40),
    }),
  ).out<Trust>(),
  'signer.forget': call(z.strictObject({ fingerprint: sha256 })).out<readonly KnownSigner[]>(),
} as const
