/** Calls about applications. */
import { z } from 'zod'
import type {
  ApplicationRow,
  ApplicationView,
  AttachedView,
  DetachedView,
  FilledView,
  FoundConflict,
  Rendering,
} from '../model/application.ts'
import type { Receipt } from '../model/bundle.ts'
import type { MovePlan } from '../model/pack.ts'
import type { Suggestions } from '../model/suggestion.ts'
import {
  answer,
  answerRows,
  applicationId,
  call,
  day,
  handle,
  longText,
  mostRows,
  nothing,
  programme,
  saidOn,
  sha256,
} from './call.ts'

const personName = z.string().trim().max(60).default('')
const point = z.string().min(1).max(500)

/** What `application.detach` has told of a link. */
const unlinked = z.strictObject({
  position: z.number().int().positive(),
  ticks: z
    .array(z.strictObject({ point, name: personName, on: day }))
    .max(200)
    .readonly(),
  scan: z
    .strictObject({
      snapshot: z.string().max(64),
      reason: z.string().max(2000),
      name: personName,
      code: z.string().max(100),
    })
    .nullable(),
  wordings: z
    .array(z.strictObject({ statement: z.string().max(100), wording: z.string().max(100) }))
    .max(100)
    .readonly(),
})

const rowNumber = z.number().int().nonnegative().max(mostRows)

export const applicationCalls = {
  'application.list': call(nothing).out<readonly ApplicationRow[]>(),
  /** Where linked papers contradict the form or the profile, over all applications. */
  'application.conflicts': call(nothing).out<readonly FoundConflict[]>(),
  'application.create': call(programme).out<ApplicationView>(),
  'application.open': call(z.strictObject({ id: applicationId })).out<ApplicationView>(),
  /** Other packs of the same programme that the application could move to. */
  'application.moves': call(z.strictObject({ id: applicationId })).out<readonly MovePlan[]>(),
  'application.move': call(
    z.strictObject({ id: applicationId, hash: sha256 }),
  ).out<ApplicationView>(),
  /**
   * Changed answers only; `base` is the revision they were made on. Refused as stale when one of
   * these fields was changed after it. An empty string or list clears an answer. `rows` changes
   * tables that have rows already, each by the rows that others take the place of.
   */
  'application.fill': call(
    z.strictObject({
      id: applicationId,
      base: z.number().int().nonnegative(),
      answers: z.record(z.string().max(120), answer),
      rows: z
        .record(
          z.string().max(120),
          z.strictObject({ at: rowNumber, drop: rowNumber, put: answerRows }),
        )
        .default({}),
    }),
  ).out<FilledView>(),
  /** New files (imported first, durably) or materials of the archive, into one slot. */
  'application.attach': call(
    z.strictObject({
      id: applicationId,
      slot: z.string().max(100),
      files: z.array(handle).max(500).default([]),
      materials: z.array(sha256).max(500).default([]),
    }),
  ).out<AttachedView>(),
  /** Papers of the archive for a slot, best first, each with its reasons. */
  'application.suggest': call(
    z.strictObject({
      id: applicationId,
      slot: z.string().max(100),
      /** Only what a search of the archive finds by it; all where it is empty. */
      text: z.string().trim().max(200).default(''),
    }),
  ).out<Suggestions>(),
  'application.detach': call(
    z.strictObject({ id: applicationId, slot: z.string().max(100), sha256 }),
  ).out<DetachedView>(),
  /** Undoes `application.detach`: the paper stands where it stood, with what was said of it. */
  'application.putBack': call(
    z.strictObject({ id: applicationId, slot: z.string().max(100), sha256, taken: unlinked }),
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
      name: personName,
      note: z.string().trim().max(2000).default(''),
      on: saidOn,
    }),
  ).out<ApplicationView>(),
  /** How an ambiguous condition is read; an empty `reading` goes back to the default. */
  'application.read': call(
    z.strictObject({
      id: applicationId,
      condition: z.string().max(100),
      reading: z.string().max(100),
      name: personName,
      note: z.string().trim().max(2000).default(''),
      on: saidOn,
    }),
  ).out<ApplicationView>(),
  /** Whether a linked paper contains `point`, one of the slot's `inside`; a person's word. */
  'application.tick': call(
    z.strictObject({
      id: applicationId,
      slot: z.string().max(100),
      sha256,
      point,
      ticked: z.boolean(),
      name: personName,
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
      /** The most that one file may have; what is larger leaves in volumes, in a folder. */
      volumeBytes: z
        .number()
        .int()
        .min(1 << 20)
        .max(0xffff_fffe)
        .optional(),
    }),
  ).out<Receipt>(),
} as const
