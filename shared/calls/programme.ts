/** Calls about programmes, their packs and the policy library. */
import { z } from 'zod'
import { type PackPreview, packCorrection } from '../model/pack.ts'
import type { Policy } from '../model/policy.ts'
import type { ProgrammeList, ProgrammeView } from '../model/programme.ts'
import { call, handle, language, longText, nothing, programme } from './call.ts'

export const programmeCalls = {
  'programme.list': call(nothing).out<ProgrammeList>(),
  'programme.open': call(programme).out<ProgrammeView>(),
  /** 下载条件: conditions, materials, windows and contacts as plain text, written to `to`. */
  'programme.save': call(programme.extend({ to: handle, language: language })).out<{
    readonly bytes: number
  }>(),
  /** Looks at a pack file without taking it in. */
  'pack.preview': call(z.strictObject({ file: handle })).out<PackPreview>(),
  'pack.import': call(z.strictObject({ file: handle })).out<ProgrammeList>(),
  /** Small corrections on the vault's own copy of a pack, recorded with their reason. */
  'pack.correct': call(
    z.strictObject({
      id: z.string().min(1).max(100),
      edition: z.string().min(1).max(20),
      corrections: z.array(packCorrection).min(1).max(50),
      note: longText,
    }),
  ).out<ProgrammeView>(),
  /** Takes the vault's own copy away; the shipped pack shows again. */
  'pack.drop': call(
    z.strictObject({ id: z.string().min(1).max(100), edition: z.string().min(1).max(20) }),
  ).out<ProgrammeList>(),
  'policy.list': call(nothing).out<readonly Policy[]>(),
} as const
