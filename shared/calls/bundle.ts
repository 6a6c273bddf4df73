/** Calls about bundles. */
import { z } from 'zod'
import type { VerifyReport } from '../model/bundle.ts'
import { call, handle } from './call.ts'

export const bundleCalls = {
  /** Long. */
  'bundle.verify': call(z.strictObject({ file: handle })).out<VerifyReport>(),
} as const
