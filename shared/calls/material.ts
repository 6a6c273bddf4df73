/** Calls about the archive's materials. */
import { z } from 'zod'
import {
  type ExportedFiles,
  type ManyChanged,
  type ManyMoved,
  type MaterialFacets,
  materialChange,
  materialFilter,
  type SavedView,
} from '../model/catalogue.ts'
import { filingChange } from '../model/filing.ts'
import type {
  ImportReport,
  MaterialPage,
  MaterialReading,
  MaterialView,
} from '../model/material.ts'
import type { MaterialPreview } from '../model/preview.ts'
import type { Proposal, TripleList } from '../model/triple.ts'
import type { OpenPlace } from '../model/use.ts'
import { tripleKinds } from '../programme/triple.ts'
import {
  applicationId,
  call,
  day,
  handle,
  language,
  nothing,
  sha256,
  sha256s,
  shortText,
} from './call.ts'

export const materialCalls = {
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
  /** A page (or sheet) of a file that a browser cannot show by itself, counted from 1. */
  'material.preview': call(
    z.strictObject({ sha256, page: z.number().int().min(1).max(100_000).default(1) }),
  ).out<MaterialPreview>(),
  /**
   * Long: durable before it answers, file by file. Folders and ZIPs stand for what is in them. When
   * cancelled it answers with what was done by then.
   */
  'material.import': call(
    z.strictObject({
      files: z.array(handle).min(1).max(20_000),
      kind: z.string().max(60).optional(),
      /** A person's word on names in ZIPs that do not tell their coding; they are asked for it. */
      names: z.enum(['gb18030', 'utf-8']).optional(),
      /** Of all that the picked files hold, these alone: `from` of a result, or what is around it. */
      only: z.array(z.string().max(4000)).max(20_000).optional(),
    }),
  ).out<ImportReport>(),
  /** What an import made of each file, in the page's sentences, as XLSX, CSV or text at `to`. */
  'import.save': call(
    z.strictObject({
      to: handle,
      language,
      sum: z.string().max(500),
      rows: z
        .array(
          z.strictObject({
            file: z.string().max(4000),
            state: z.string().max(2000),
            kind: z.string().max(200),
            detail: z.string().max(4000),
          }),
        )
        .max(40_000),
    }),
  ).out<{ readonly bytes: number }>(),
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
      filing: filingChange.optional(),
      /** Facts that are right as they stand, or all of them. */
      confirm: z.union([z.literal('all'), z.array(z.string().max(60)).max(100)]).optional(),
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
  /** Lets go of an application's claim on the invoice; an empty reason takes that back. */
  'material.release': call(
    z.strictObject({
      sha256,
      application: applicationId,
      reason: z.string().trim().max(2000),
      name: z.string().trim().max(60).default(''),
    }),
  ).out<MaterialView>(),
  /** Takes the place of an older paper, which stays; null takes that back. */
  'material.replace': call(
    z.strictObject({ sha256, older: sha256.nullable() }),
  ).out<MaterialView>(),
  /** Papers that might belong to this one, best first. */
  'material.propose': call(z.strictObject({ sha256, role: z.enum(['older', ...tripleKinds]) })).out<
    readonly Proposal[]
  >(),
  /** Slots of applications that would take all of these materials. */
  'material.places': call(z.strictObject({ sha256s })).out<readonly OpenPlace[]>(),
  'triple.join': call(z.strictObject({ sha256, other: sha256 })).out<MaterialView>(),
  'triple.leave': call(z.strictObject({ sha256 })).out<MaterialView>(),
  'triple.list': call(
    z.strictObject({
      text: z.string().max(200).optional(),
      /** Only those whose papers contradict each other. */
      doubtful: z.boolean().default(false),
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
  ).out<TripleList>(),
  /** Saved filters with counts, in the order in which they were saved. */
  'view.list': call(nothing).out<readonly SavedView[]>(),
  /** Under a name that is there already, the filter takes the place of the old one. */
  'view.save': call(z.strictObject({ name: shortText, filter: materialFilter })).out<
    readonly SavedView[]
  >(),
  'view.drop': call(z.strictObject({ name: shortText })).out<readonly SavedView[]>(),
  /** Files under their names and 材料清单.xlsx, in a new folder inside `to`. Long. */
  'material.exportFiles': call(
    z.strictObject({ sha256s, to: handle, language: language }),
  ).out<ExportedFiles>(),
} as const
