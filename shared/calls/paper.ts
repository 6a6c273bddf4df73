/** Calls about papers for print. */
import { z } from 'zod'
import type { BoundVolume } from '../model/paper.ts'
import { applicationId, call, handle } from './call.ts'

export const paperCalls = {
  /** 装订成册: the bound volume, to look at; a copy of it also goes to `to`. Long. */
  'application.bind': call(
    z.strictObject({ id: applicationId, to: handle.optional() }),
  ).out<BoundVolume>(),
} as const
