/**
 * The way back: a reviewer's signed opinion on one of this vault's exports. A return becomes to-dos
 * at the places it names; a recommendation or a refusal moves the application on its path. Nothing
 * is taken in that is not about an export of ours, is not the latest word, or comes twice.
 */
import { Fault } from '../../../shared/fault.ts'
import type { ApplicationState } from '../../../shared/model/application.ts'
import type { Trust } from '../../../shared/model/bundle.ts'
import { wholeApplication } from '../../../shared/model/course.ts'
import type { Opinion, OpinionReason, OpinionTaken } from '../../../shared/model/review.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import { nextStates, stagesOf } from '../../../shared/programme/course.ts'
import type { Pack } from '../../../shared/programme/pack.ts'
import { isPlace } from '../../../shared/programme/place-label.ts'
import { change } from '../application/change.ts'
import { eventsOf } from '../application/course-rows.ts'
import { writeEvent } from '../application/events.ts'
import { packOf } from '../application/pack.ts'
import { recordOf } from '../application/rows.ts'
import { type NewTodo, returnApplication } from '../application/todos.ts'
import { viewOf } from '../application/view.ts'
import { confirmSigner, judgeSigner } from '../bundle/known-signers.ts'
import { type House, type Job, requireWritable } from '../house.ts'
import { append } from '../store/log.ts'
import { save } from '../store/rows.ts'
import { isOutdated, isTaken, opinionsTaken } from './opinion-rows.ts'
import { openOpinion, type ReadOpinion } from './read-opinion.ts'

type Export = {
  readonly seq: number
  readonly application: string
  readonly newer: number
  readonly snapshot: string | null
}

/** The export that the opinion is about: by its id, by the hash of its lists, and by application. */
function exportOf({ db }: House, { about }: Opinion): Export {
  const found = db
    .prepare<[string, string, string], Export>(
      `SELECT r.seq, r.application,
         (SELECT count(*) FROM receipt n WHERE n.application = r.application AND n.seq > r.seq) AS newer,
         (SELECT s.id FROM snapshot s WHERE s.seq = r.seq) AS snapshot
       FROM receipt r WHERE r.bundle_id = ? AND r.tag_manifest = ? AND r.application = ?`,
    )
    .get(about.bundleId, about.tagManifestSha256, about.application)
  if (found) return found
  throw new Fault('opinion.foreign', {
    enterprise: about.enterprise,
    title: about.title,
    bundle: about.bundleId,
  })
}

function requireLatest({ db }: House, sent: Export, { opinion }: ReadOpinion): void {
  const { office } = opinion.reviewer
  if (isTaken(db, opinion.bundle.id)) throw new Fault('opinion.known', { id: opinion.bundle.id })
  if (sent.newer > 0) throw new Fault('opinion.superseded', { bundle: opinion.about.bundleId })
  if (isOutdated(db, sent.seq, opinion)) throw new Fault('opinion.older', { office })
}

/** Asked last, when nothing else speaks against the opinion; a person's word settles it. */
function trustIn(read: ReadOpinion, { accept, config }: TakeOpinion, now: Date): Trust {
  const { signer, opinion } = read
  const { fingerprint } = signer
  const trust = judgeSigner(config, read, now)
  if (trust && trust.state !== 'changed') return trust
  if (accept === fingerprint) return confirmSigner(config, signer, now)
  throw new Fault('opinion.signerChanged', {
    office: opinion.reviewer.office,
    fingerprint,
    known: trust?.others.map((other) => other.fingerprint).join('、') ?? '',
  })
}

/** A place that the application does not have (its pack was changed since) stands for the whole. */
function todoOf(pack: Pack, { place, kind, label, material, text }: OpinionReason): NewTodo {
  const said = material ? `${text}（${material.name}）` : text
  return isPlace(pack, place)
    ? { place, kind, text: said }
    : { place: wholeApplication, kind, text: `${label}：${said}` }
}

/** Where a recommendation leads: to whoever examines next, or it stays with the last of them. */
function stateAfter(pack: Pack, { verdict, reviewer }: Opinion): ApplicationState {
  if (verdict === 'reject') return 'rejected'
  const stages = stagesOf(pack)
  const at = stages.indexOf(reviewer.level)
  return stages[at + 1] ?? reviewer.level
}

/** Neither before what was recorded last nor in days to come, whatever the reviewer's clock says. */
function dayFor(house: House, application: string, day: string): string {
  const today = todayInChina(house.clock())
  const last = eventsOf(house.db, application).at(-1)?.day ?? day
  const latest = [day, last].toSorted().at(-1) ?? day
  return latest > today ? today : latest
}

/** The step that the opinion makes, or null where the application cannot take it from where it is. */
function settle(house: House, sent: Export, { opinion }: ReadOpinion): ApplicationState | null {
  const { db } = house
  const { application: id } = sent
  const record = recordOf(db, id)
  const pack = packOf(db, record.pack_hash)
  const day = dayFor(house, id, opinion.day)
  const told = { day, note: opinion.remark, source: 'opinion' as const, ref: opinion.bundle.id }
  if (opinion.verdict === 'return') {
    const reasons = opinion.reasons.map((reason) => todoOf(pack, reason))
    returnApplication(house, { id, ...told, reasons, base: sent.snapshot ?? undefined })
    return 'returned'
  }
  const state = stateAfter(pack, opinion)
  // What the clerk has recorded by hand already is no second step.
  if (!nextStates(pack, record.state).includes(state)) return null
  change(house, id, 'opinion.event', { state, opinion: told.ref }, (changed, seq) =>
    writeEvent(house, changed, seq, { state, ...told }),
  )
  return state
}

function keep(
  { db, clock }: House,
  sent: Export,
  { opinion, signer, file }: ReadOpinion,
  came: { readonly trust: Trust['state']; readonly step: ApplicationState | null },
): void {
  const { id } = opinion.bundle
  const at = clock()
  const { verdict, reviewer, desk } = opinion
  const seq = append(db, at, 'opinion.import', id, { verdict, office: reviewer.office })
  save(db, 'opinion', {
    id,
    seq,
    application: sent.application,
    receipt: sent.seq,
    desk: desk.id,
    number: desk.number,
    office: reviewer.office,
    fingerprint: signer.fingerprint,
    body: JSON.stringify(opinion),
    imported_at: at.toISOString(),
  })
  save(db, 'opinion_file', { opinion: id, ...file, ...came })
}

export type TakeOpinion = {
  readonly path: string
  /** Fingerprint of a changed signer that a person has compared and accepts. */
  readonly accept?: string | undefined
  /** Where this computer keeps the signers that it knows. */
  readonly config: string
}

/**
 * Throws `vault.readOnly`, `opinion.unverified`, `opinion.isBundle`, `opinion.foreign`,
 * `opinion.known`, `opinion.older`, `opinion.superseded`, `opinion.signerChanged`, `event.order`;
 * after any of them nothing is changed.
 */
export async function takeOpinion(
  house: House,
  given: TakeOpinion,
  job: Job,
): Promise<OpinionTaken> {
  requireWritable(house)
  const read = await openOpinion(house, given.path, job)
  const { db } = house
  const trust = db.transaction(() => {
    const sent = exportOf(house, read.opinion)
    requireLatest(house, sent, read)
    const known = trustIn(read, given, house.clock())
    keep(house, sent, read, { trust: known.state, step: settle(house, sent, read) })
    return known
  })()
  const { application } = read.opinion.about
  const [taken] = opinionsTaken(db, application)
  if (!taken) throw new Fault('opinion.foreign')
  const { fingerprint, name, creditCode } = read.signer
  const signer = { fingerprint, name, creditCode }
  return { view: viewOf(house, application), taken, signer, trust }
}
