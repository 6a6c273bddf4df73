/** Calls about what becomes of an application: status path, returns, comparisons. */
import { z } from 'zod'
import { type ApplicationView, applicationStates } from '../model/application.ts'
import type { ChangeNoteView } from '../model/change-note.ts'
import { todoKinds } from '../model/course.ts'
import type { Comparison, Difference } from '../model/snapshot.ts'
import { longestText } from '../model/statement.ts'
import { applicationId, call, day, handle, longText, sha256 } from './call.ts'

const note = z.string().trim().max(2000).default('')

/** Where a finding or a reason lives. */
export const place = z.strictObject({
  step: z.enum(['conditions', 'form', 'materials', 'preview', 'export']),
  ref: z.string().min(1).max(120),
  row: z.number().int().nonnegative().max(5000).optional(),
  column: z.string().max(120).optional(),
})

export const newTodo = z.strictObject({ place, kind: z.enum(todoKinds), text: longText })

const todo = z.strictObject({ id: applicationId, todo: z.string().min(1).max(64) })

const scan = z.strictObject({ id: applicationId, slot: z.string().max(100), sha256 })

/** A snapshot, or an application as it stands now. */
const side = z.union([
  z.strictObject({ snapshot: z.string().min(1).max(64) }),
  z.strictObject({ application: applicationId }),
])

export const courseCalls = {
  /** A step of the status path, by hand; a return with its reasons is `application.return`. */
  'event.record': call(
    z.strictObject({ id: applicationId, state: z.enum(applicationStates), day, note }),
  ).out<ApplicationView>(),
  /** Takes back the last step; an export cannot be taken back. */
  'event.undo': call(z.strictObject({ id: applicationId })).out<ApplicationView>(),
  /** 退回修改 by hand, each reason at its place. */
  'application.return': call(
    z.strictObject({ id: applicationId, day, note, reasons: z.array(newTodo).max(500) }),
  ).out<ApplicationView>(),
  'todo.add': call(newTodo.extend({ id: applicationId })).out<ApplicationView>(),
  /** What was done about it; an empty answer opens it again. */
  'todo.answer': call(todo.extend({ answer: z.string().trim().max(2000) })).out<ApplicationView>(),
  'todo.withdraw': call(todo.extend({ withdrawn: z.boolean() })).out<ApplicationView>(),
  /** Which printed version a stamped scan is of. */
  'stamp.bind': call(scan.extend({ snapshot: z.string().min(1).max(64) })).out<ApplicationView>(),
  /** Why a scan of an older version is used all the same; an empty reason takes it back. */
  'stamp.waive': call(
    scan.extend({
      reason: z.string().trim().max(2000),
      name: z.string().trim().max(60).default(''),
    }),
  ).out<ApplicationView>(),
  /** What the printed form shows otherwise than the scan does. */
  'stamp.changes': call(scan).out<readonly Difference[]>(),
  /**
   * What the applicant says in a statement; refused as stale where the same text was changed after
   * the revision `base`.
   */
  'statement.write': call(
    z.strictObject({
      id: applicationId,
      base: z.number().int().nonnegative(),
      statement: z.string().max(100),
      text: z.string().max(100),
      value: z.string().trim().max(longestText),
    }),
  ).out<ApplicationView>(),
  /** A statement with the facts and texts filled in, as PDF to `to`, to be stamped and signed. Long. */
  'statement.print': call(
    z.strictObject({ id: applicationId, statement: z.string().max(100), to: handle }),
  ).out<ApplicationView>(),
  /** Stamped and signed on paper, or not yet after all. */
  'statement.sign': call(
    z.strictObject({ id: applicationId, statement: z.string().max(100), signed: z.boolean() }),
  ).out<ApplicationView>(),
  /** The 修改说明 of the next bundle as it now stands; null before the first export. */
  'application.changes': call(z.strictObject({ id: applicationId })).out<ChangeNoteView | null>(),
  /** The same as a paper to `to`. Long. */
  'application.changesPdf': call(z.strictObject({ id: applicationId, to: handle })).out<null>(),
  /** Two states of one application, or two applications of a programme, side by side. */
  'snapshot.compare': call(z.strictObject({ before: side, after: side })).out<Comparison>(),
} as const
