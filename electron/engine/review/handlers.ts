/** Answers the calls of the reviewer's desk. */
import type { reviewCalls } from '../../../shared/calls/review.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import type { Desk } from '../desk.ts'
import { fileOf, pathOf, targetOf } from '../desk.ts'
import type { HandlersOf } from '../handlers.ts'
import type { Job } from '../house.ts'
import { listIdentities } from '../identity/identities.ts'
import { issueOpinion, saveOpinions } from './issue.ts'
import { judgement, reviewerOf, saveDraft, setReviewer } from './judge.ts'
import { saveLedger } from './ledger.ts'
import { listSubmissions, readSubmission } from './reading.ts'
import type { ReviewDesk } from './review-desk.ts'
import { closeDesk, deskOn, openDesk, recentDesk, reopenDesk } from './review-place.ts'
import { extractFile, previewPaper, saveFile } from './submission-files.ts'
import { remove } from './submission-rows.ts'
import { saveSummary } from './summary.ts'
import { takeIn } from './take-in.ts'

function stateOf(desk: Desk): ReviewState {
  const recent = recentDesk(desk.config)
  if (!desk.review) return { open: null, recent }
  const { db, dir } = desk.review
  const submissions =
    db
      .prepare<[], number>('SELECT count(*) FROM submission WHERE removed_at IS NULL')
      .pluck()
      .get() ?? 0
  const identity = listIdentities({ dir })[0] ?? null
  return { open: { folder: dir, reviewer: reviewerOf(db), identity, submissions }, recent }
}

/** A service that needs nothing but the open desk. */
const onDesk =
  <I, O>(service: (review: ReviewDesk, input: I, job: Job) => O) =>
  (desk: Desk, input: I, job: Job): O =>
    service(deskOn(desk), input, job)

export const reviewHandlers: HandlersOf<typeof reviewCalls> = {
  'review.state': stateOf,
  'review.open': (desk, input) => {
    if ('folder' in input) openDesk(desk, pathOf(desk, input.folder))
    else reopenDesk(desk)
    return stateOf(desk)
  },
  'review.close': (desk) => {
    closeDesk(desk)
    return stateOf(desk)
  },
  'review.setReviewer': (desk, input) => {
    setReviewer(deskOn(desk), input)
    return stateOf(desk)
  },
  'review.takeIn': (desk, { files }, job) =>
    takeIn(
      deskOn(desk),
      files.map((handle) => fileOf(desk, handle)),
      job,
    ),
  'review.list': onDesk(listSubmissions),
  'review.read': onDesk((review, { seq }) => readSubmission(review, seq)),
  'review.paper': onDesk((review, { seq, path }) => extractFile(review, seq, path)),
  'review.preview': onDesk(previewPaper),
  'review.saveFile': (desk, { to, ...rest }) =>
    saveFile(deskOn(desk), { ...rest, to: targetOf(desk, to) }),
  'review.judgement': onDesk(judgement),
  'review.draft': onDesk(saveDraft),
  'review.issue': onDesk(issueOpinion),
  'review.saveOpinions': (desk, { seqs, to }, job) =>
    saveOpinions(deskOn(desk), { seqs, to: targetOf(desk, to) }, job),
  'review.saveSummary': (desk, { to, ...rest }, job) =>
    saveSummary(deskOn(desk), { ...rest, to: targetOf(desk, to) }, job),
  'review.saveLedger': (desk, { to }) => saveLedger(deskOn(desk), { to: targetOf(desk, to) }),
  'review.remove': (desk, input) => {
    remove(deskOn(desk), input)
    return stateOf(desk)
  },
}
