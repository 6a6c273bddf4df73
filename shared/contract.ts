/**
 * Every call that the engine answers, in one place. The input is a zod schema that is parsed at the
 * gate (`electron/engine/serve.ts`), the output a type; one object in, one object out. A change
 * answers with the fresh view of what it changed. `handle`s stand for files that the person picked;
 * paths never cross the wire.
 */
import { z } from 'zod'
import type { ApplicationRow, ApplicationView, Rendering } from './model/application.ts'
import type { Identity, Receipt, VerifyReport } from './model/bundle.ts'
import {
  type ExportedFiles,
  type ManyChanged,
  type ManyMoved,
  type MaterialFacets,
  materialChange,
  materialFilter,
} from './model/catalogue.ts'
import { type EnterpriseView, enterpriseFill } from './model/enterprise.ts'
import type { ImportReport, MaterialPage, MaterialReading, MaterialView } from './model/material.ts'
import { type MovePlan, type PackPreview, packCorrection } from './model/pack.ts'
import type { Policy } from './model/policy.ts'
import type { ProgrammeList, ProgrammeView } from './model/programme.ts'
import type { FsckReport, VaultState } from './model/vault.ts'

type Call<I extends z.ZodType, O> = { readonly input: I; readonly output?: O }
const call = <I extends z.ZodType>(input: I) => ({ out: <O>(): Call<I, O> => ({ input }) })

const nothing = z.strictObject({})
const handle = z.string().regex(/^[0-9a-f]{32}$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const sha256s = z.array(sha256).min(1).max(20_000)
const day = z.iso.date()
const applicationId = z.string().min(1).max(64)
const shortText = z.string().trim().min(1).max(200)
const longText = z.string().trim().min(1).max(2000)
const programme = z.strictObject({
  id: z.string().min(1).max(100),
  edition: z.string().min(1).max(20),
  track: z.string().max(100).nullable().default(null),
})
const answer = z.union([
  z.string().max(200_000),
  z.array(z.string().max(2000)).max(500),
  z
    .array(
      z.record(z.string(), z.union([z.string().max(20_000), z.array(z.string().max(200)).max(50)])),
    )
    .max(5000),
])

export const calls = {
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

  'enterprise.open': call(nothing).out<EnterpriseView>(),
  'enterprise.fill': call(enterpriseFill).out<EnterpriseView>(),

  'material.list': call(
    materialFilter.extend({
      /** Continue before this `seq`. */
      before: z.number().int().positive().optional(),
      /** Skip so many; for a grid that jumps to a page. */
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
  ).out<MaterialPage>(),
  /** What could be chosen beside a list's conditions, with counts. */
  'material.facets': call(materialFilter).out<MaterialFacets>(),
  'material.open': call(z.strictObject({ sha256 })).out<MaterialView>(),
  /** Long: durable before it answers, file by file. */
  'material.import': call(
    z.strictObject({
      files: z.array(handle).min(1).max(20_000),
      kind: z.string().max(60).optional(),
    }),
  ).out<ImportReport>(),
  /** Reads the file again: facts with sources, doubts. Proposes to what is unconfirmed. Long. */
  'material.facts': call(z.strictObject({ sha256 })).out<MaterialReading>(),
  'material.describe': call(
    z.strictObject({
      sha256,
      name: shortText.optional(),
      kind: z.string().max(60).optional(),
      facts: z.record(z.string().max(60), z.string().max(2000)).optional(),
      validFrom: day.nullable().optional(),
      validTo: day.nullable().optional(),
      note: z.string().max(2000).optional(),
    }),
  ).out<MaterialView>(),
  /** To 回收站; refused while an application uses the material. */
  'material.discard': call(z.strictObject({ sha256 })).out<MaterialView>(),
  'material.restore': call(z.strictObject({ sha256 })).out<MaterialView>(),
  /** All or none, in one step of the log; answers with what was there before, to undo it. */
  'material.describeMany': call(
    z.strictObject({ changes: z.array(materialChange).min(1).max(20_000) }),
  ).out<ManyChanged>(),
  /** To 回收站; what an application uses stays and is named. */
  'material.discardMany': call(z.strictObject({ sha256s })).out<ManyMoved>(),
  'material.restoreMany': call(z.strictObject({ sha256s })).out<ManyMoved>(),
  /** Files under their names and 材料清单.csv, in a new folder inside `to`. Long. */
  'material.exportFiles': call(
    z.strictObject({ sha256s, to: handle, language: z.enum(['zh-CN', 'en']).default('zh-CN') }),
  ).out<ExportedFiles>(),

  'programme.list': call(nothing).out<ProgrammeList>(),
  'programme.open': call(programme).out<ProgrammeView>(),
  /** 下载条件: conditions, materials, windows and contacts as plain text, written to `to`. */
  'programme.save': call(
    programme.extend({ to: handle, language: z.enum(['zh-CN', 'en']).default('zh-CN') }),
  ).out<{ readonly bytes: number }>(),

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

  'application.list': call(nothing).out<readonly ApplicationRow[]>(),
  'application.create': call(programme).out<ApplicationView>(),
  'application.open': call(z.strictObject({ id: applicationId })).out<ApplicationView>(),
  /** Other packs of the same programme that the application could move to. */
  'application.moves': call(z.strictObject({ id: applicationId })).out<readonly MovePlan[]>(),
  'application.move': call(
    z.strictObject({ id: applicationId, hash: sha256 }),
  ).out<ApplicationView>(),
  /**
   * Changed answers only; `base` is the revision they were made on. Refused as stale when one of
   * these fields was changed after it. An empty string or list clears an answer.
   */
  'application.fill': call(
    z.strictObject({
      id: applicationId,
      base: z.number().int().nonnegative(),
      answers: z.record(z.string().max(120), answer),
    }),
  ).out<ApplicationView>(),
  /** New files (imported first, durably) or materials of the archive, into one slot. */
  'application.attach': call(
    z.strictObject({
      id: applicationId,
      slot: z.string().max(100),
      files: z.array(handle).max(500).default([]),
      materials: z.array(sha256).max(500).default([]),
    }),
  ).out<ApplicationView>(),
  'application.detach': call(
    z.strictObject({ id: applicationId, slot: z.string().max(100), sha256 }),
  ).out<ApplicationView>(),
  /** 不适用, with its reason; an empty reason takes it back. */
  'application.waive': call(
    z.strictObject({
      id: applicationId,
      slot: z.string().max(100),
      reason: z.string().trim().max(2000),
    }),
  ).out<ApplicationView>(),
  /** A person's judgement on a condition; `outcome` null takes it back. */
  'application.attest': call(
    z.strictObject({
      id: applicationId,
      condition: z.string().max(100),
      outcome: z.enum(['met', 'unmet', 'notApplicable']).nullable(),
      name: z.string().trim().max(60).default(''),
      note: z.string().trim().max(2000).default(''),
    }),
  ).out<ApplicationView>(),
  /** How an ambiguous condition is read; an empty `reading` goes back to the default. */
  'application.read': call(
    z.strictObject({
      id: applicationId,
      condition: z.string().max(100),
      reading: z.string().max(100),
      name: z.string().trim().max(60).default(''),
      note: z.string().trim().max(2000).default(''),
    }),
  ).out<ApplicationView>(),
  /** Whether a linked paper contains `point`, one of the slot's `inside`; a person's word. */
  'application.tick': call(
    z.strictObject({
      id: applicationId,
      slot: z.string().max(100),
      sha256,
      point: z.string().min(1).max(500),
      ticked: z.boolean(),
      name: z.string().trim().max(60).default(''),
    }),
  ).out<ApplicationView>(),
  /** The 申报书 as PDF, to look at; also written to `to`, to be printed and stamped. Long. */
  'application.render': call(
    z.strictObject({ id: applicationId, to: handle.optional() }),
  ).out<Rendering>(),
  /** check → freeze → PDF → stream → manifests → sign → sync → verify → rename → receipt. Long. */
  'application.export': call(
    z.strictObject({
      id: applicationId,
      to: handle,
      /** Why it leaves with open blocking findings; printed in the bundle. */
      reason: z.union([longText, z.literal('')]).default(''),
      /** Fingerprint of the signing identity; the newest (or a new one) when absent. */
      identity: sha256.optional(),
    }),
  ).out<Receipt>(),

  /** Long. */
  'bundle.verify': call(z.strictObject({ file: handle })).out<VerifyReport>(),

  'identity.list': call(nothing).out<readonly Identity[]>(),
  'identity.create': call(
    z.strictObject({ name: shortText, creditCode: z.string().trim().max(18).default('') }),
  ).out<readonly Identity[]>(),
} as const

export type Calls = typeof calls
export type Name = keyof Calls
/** What a caller passes: defaults may be left out. */
export type Input<N extends Name> = z.input<Calls[N]['input']>
/** What a service receives once the gate has parsed it. */
export type Parsed<N extends Name> = z.output<Calls[N]['input']>
export type Output<N extends Name> = Calls[N] extends Call<z.ZodType, infer O> ? O : never
