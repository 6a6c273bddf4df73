/** Calls about what next time starts from: reserve, results, titles, later duties. */
import { z } from 'zod'
import type { ApplicationView } from '../model/application.ts'
import { type Duties, dutyOutcomes, type Honour, type TakeUpChoice } from '../model/reserve.ts'
import { applicationId, call, day, nothing, saidOn } from './call.ts'

const note = z.string().trim().max(2000).default('')

const award = z.strictObject({
  code: z.string().min(1).max(100),
  number: z.string().trim().max(100).default(''),
  level: z.string().trim().max(60).default(''),
  issued: day,
  expires: day.nullable().default(null),
})

export const reserveCalls = {
  /** 提交储备: kept as it stands, to be taken up later. */
  'reserve.put': call(z.strictObject({ id: applicationId, note })).out<ApplicationView>(),
  /** 已认定 or 未通过; the title won becomes one of the profile's. */
  'reserve.close': call(
    z.strictObject({
      id: applicationId,
      outcome: z.enum(['recognised', 'rejected']),
      day,
      note,
      award: award.nullable().default(null),
    }),
  ).out<ApplicationView>(),
  /** The editions in which an application can be taken up again. */
  'reserve.choices': call(z.strictObject({ id: applicationId })).out<readonly TakeUpChoice[]>(),
  /** 以此为基础申报, in the same edition (a copy) or another. */
  'reserve.takeUp': call(
    z.strictObject({
      id: applicationId,
      edition: z.string().min(1).max(20),
      track: z.string().max(100).nullable().default(null),
    }),
  ).out<ApplicationView>(),
  /** What titles ask for later, and what became of it. */
  'duty.list': call(nothing).out<Duties>(),
  /** What became of one date of a duty; `outcome` null takes it back, and it is asked for again. */
  'duty.settle': call(
    z.strictObject({
      id: applicationId,
      duty: z.string().max(100),
      due: day,
      outcome: z.enum(dutyOutcomes).nullable(),
      /** Needed where it was not simply done. */
      note,
      on: saidOn,
    }),
  ).out<Duties>(),
  'honour.list': call(nothing).out<readonly Honour[]>(),
  /** A title held, with or without its certificate. */
  'honour.add': call(award).out<readonly Honour[]>(),
  'honour.remove': call(z.strictObject({ id: z.string().max(64) })).out<readonly Honour[]>(),
} as const
