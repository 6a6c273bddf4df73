/** Calls about papers for print. */
import { z } from 'zod'
import type { Rendering } from '../model/application.ts'
import type { BoundVolume, Summary } from '../model/paper.ts'
import { applicationId, call, handle } from './call.ts'

export const paperCalls = {
  /** 装订成册: the bound volume, to look at; a copy of it also goes to `to`. Long. */
  'application.bind': call(
    z.strictObject({ id: applicationId, to: handle.optional() }),
  ).out<BoundVolume>(),
  /**
   * 盖章指南: where seals and signatures go; also written to `to`. `starts` are those of a bound volume.
   * Long.
   */
  'application.stampPlan': call(
    z.strictObject({
      id: applicationId,
      starts: z.record(z.string().max(120), z.number().int()).default({}),
      to: handle.optional(),
    }),
  ).out<Rendering>(),
  /** 汇总表 of one or more applications for the same programme; also written to `to`. Long. */
  'application.summary': call(
    z.strictObject({
      ids: z.array(applicationId).min(1).max(1000),
      to: handle.optional(),
      format: z.enum(['pdf', 'xlsx']).default('pdf'),
    }),
  ).out<Summary>(),
} as const
