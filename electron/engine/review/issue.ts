/**
 * Issues opinions: what is drafted is signed, written, read back and verified, and only then
 * recorded. The file lies among the desk's own; from there it is copied to where it is carried.
 */
import { existsSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { VerifyReport } from '../../../shared/model/bundle.ts'
import type {
  IssuedOpinion,
  JudgementView,
  Opinion,
  Reviewer,
  ReviewVerdict,
} from '../../../shared/model/review.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import type { SignerDoubt } from '../../../shared/programme/signer-doubts.ts'
import { verifyBundle } from '../bundle/verify.ts'
import { writeBundle } from '../bundle/write.ts'
import { randomHex } from '../crypto.ts'
import type { Job } from '../house.ts'
import { identityFor, type Signer, signerOf } from '../identity/identities.ts'
import { append } from '../store/log.ts'
import { save } from '../store/rows.ts'
import { blobPath, tmpDir } from '../vault/paths.ts'
import { putFile } from '../vault/put.ts'
import { writeOut } from '../write-out.ts'
import { draftOf, judgement, opinionsOn, reviewerOf } from './judge.ts'
import { composeOpinion, named, opinionPdf } from './opinion-bundle.ts'
import type { ReviewDesk } from './review-desk.ts'
import { goodSubmission, rowView, type SubmissionRow } from './submission-rows.ts'

function aboutOf(row: SubmissionRow): Opinion['about'] {
  const { signer } = JSON.parse(row.report) as VerifyReport
  return {
    bundleId: row.bundle_id,
    tagManifestSha256: row.tag_manifest,
    application: row.application,
    revision: row.revision,
    programme: row.programme,
    edition: row.edition,
    track: row.track,
    title: row.title,
    packHash: row.pack_hash,
    enterprise: row.enterprise,
    creditCode: row.credit_code,
    exportedAt: row.exported_at,
    fingerprint: signer?.fingerprint ?? '',
  }
}

type Said = { readonly opinion: Opinion; readonly draftRevision: number }

/** What a recommendation says of a doubtful signer. Throws `review.doubtfulSigner`. */
function doubtIn(verdict: ReviewVerdict, doubts: readonly SignerDoubt[], reason: string) {
  if (verdict !== 'recommend' || doubts.length === 0) return null
  if (reason === '') throw new Fault('review.doubtfulSigner')
  return { doubts: [...doubts], reason }
}

/**
 * What would be signed. Throws `review.noReviewer`, `review.noVerdict`, `review.noReason`,
 * `review.doubtfulSigner`.
 */
function sayIt(
  desk: ReviewDesk,
  row: SubmissionRow,
  reviewer: Reviewer | null,
  signer: { readonly doubts: readonly SignerDoubt[]; readonly reason: string },
): Said {
  const { db } = desk
  const { verdict, reasons, remark, revision } = draftOf(db, row.seq)
  if (!reviewer) throw new Fault('review.noReviewer')
  if (!verdict) throw new Fault('review.noVerdict')
  if (verdict !== 'recommend' && reasons.length === 0) throw new Fault('review.noReason')
  const signerDoubt = doubtIn(verdict, signer.doubts, signer.reason)
  const at = desk.clock()
  const last = db.prepare<[], number>('SELECT coalesce(max(number), 0) FROM opinion').pluck().get()
  const opinion = named({
    format: 1,
    kind: 'opinion',
    program: { name: 'Shenbaoxia', version: desk.version },
    desk: { id: desk.id, number: (last ?? 0) + 1 },
    issuedAt: at.toISOString(),
    about: aboutOf(row),
    verdict,
    reasons: [...reasons],
    remark,
    signerDoubt,
    reviewer,
    day: todayInChina(at),
    replaces: opinionsOn(db, row.seq)[0]?.opinionId ?? null,
  })
  return { opinion, draftRevision: revision }
}

function signerFor({ dir, clock }: ReviewDesk, office: string, wanted: string | undefined): Signer {
  if (wanted !== undefined) return signerOf({ dir }, wanted)
  return identityFor({ dir }, { name: office, creditCode: '', at: clock() })
}

function record(desk: ReviewDesk, row: SubmissionRow, said: Said, written: Written): void {
  const { db, clock } = desk
  const { opinion, draftRevision } = said
  db.transaction(() => {
    // What is recorded must be what was signed, even where the draft was changed meanwhile.
    const taken = db.prepare<[number]>('SELECT 1 FROM opinion WHERE number = ?')
    const meanwhile = taken.get(opinion.desk.number) !== undefined
    if (meanwhile || draftOf(db, row.seq).revision !== draftRevision) {
      throw new Fault('review.stale')
    }
    const { id } = opinion.bundle
    append(db, clock(), 'review.issue', id, { submission: row.seq, verdict: opinion.verdict })
    save(db, 'opinion', {
      number: opinion.desk.number,
      submission: row.seq,
      opinion_id: id,
      verdict: opinion.verdict,
      body: JSON.stringify(opinion),
      issued_at: opinion.issuedAt,
      name: `${opinion.bundle.root}.zip`,
      ...written,
    })
  })()
}

type Written = {
  readonly sha256: string
  readonly size: number
  readonly tag_manifest: string
  readonly fingerprint: string
}

async function write(desk: ReviewDesk, opinion: Opinion, signer: Signer, job: Job) {
  const { pdf } = await opinionPdf(opinion, desk.assets, job)
  const spec = composeOpinion(opinion, pdf, signer)
  const staged = join(tmpDir(desk.dir), `${randomHex(16)}.zip`)
  try {
    await writeBundle(spec, staged, job)
    const { sha256, size } = await putFile(desk.dir, staged)
    const { tagManifestSha256: tag_manifest, fingerprint } = spec
    return { sha256, size, tag_manifest, fingerprint }
  } finally {
    await rm(staged, { force: true })
  }
}

/**
 * Throws `review.unknown`, `review.broken`, `review.superseded`, `review.noReviewer`,
 * `review.noVerdict`, `review.noReason`, `review.doubtfulSigner`, `review.stale`, `identity.*`,
 * `form.font`, `disk.full`.
 */
export async function issueOpinion(
  desk: ReviewDesk,
  { seq, identity, signerReason: reason }: Parsed<'review.issue'>,
  job: Job,
): Promise<JudgementView> {
  const row = goodSubmission(desk.db, seq)
  const { superseded, doubts } = rowView(desk, seq)
  if (superseded) throw new Fault('review.superseded')
  const said = sayIt(desk, row, reviewerOf(desk.db), { doubts, reason })
  const signer = signerFor(desk, said.opinion.reviewer.office, identity)
  record(desk, row, said, await write(desk, said.opinion, signer, job))
  return judgement(desk, { seq })
}

async function copyOut(desk: ReviewDesk, opinion: IssuedOpinion, folder: string, job: Job) {
  const to = join(folder, opinion.name)
  const there = existsSync(to)
  if (!there) writeOut(to, await readFile(blobPath(desk.dir, opinion.sha256)))
  const report = await verifyBundle(to, job)
  if (report.ok && report.sha256 === opinion.sha256) return
  if (there) throw new Fault('target.exists', { path: to, name: opinion.name })
  await rm(to, { force: true })
  throw new Fault('export.unverified', {
    reasons: report.reasons.map(({ code }) => code).join(' '),
  })
}

/**
 * Copies the newest opinion on each bundle into a folder and verifies what lies there. Throws
 * `review.noOpinion`, `export.unverified`, `target.unwritable`.
 */
export async function saveOpinions(
  desk: ReviewDesk,
  { seqs, to }: { readonly seqs: readonly number[]; readonly to: string },
  job: Job,
): Promise<{ readonly files: readonly string[] }> {
  const newest = seqs.flatMap((seq) => opinionsOn(desk.db, seq).slice(0, 1))
  if (newest.length === 0) throw new Fault('review.noOpinion')
  for (const opinion of newest) await copyOut(desk, opinion, to, job)
  return { files: newest.map(({ name }) => name) }
}
