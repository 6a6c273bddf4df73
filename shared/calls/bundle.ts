/** Calls about bundles and the identities that sign them. */
import { z } from 'zod'
import type { Identity, VerifyReport } from '../model/bundle.ts'
import { call, handle, nothing, shortText } from './call.ts'

export const bundleCalls = {
  /** Long. */
  'bundle.verify': call(z.strictObject({ file: handle })).out<VerifyReport>(),
  'identity.list': call(nothing).out<readonly Identity[]>(),
  'identity.create': call(
    z.strictObject({ name: shortText, creditCode: z.string().trim().max(18).default('') }),
  ).out<readonly Identity[]>(),
} as const
