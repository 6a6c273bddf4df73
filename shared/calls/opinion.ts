/** Calls about reviewers' opinions that come back to the enterprise. */
import { z } from 'zod'
import type { OpinionTaken, TakenOpinion } from '../model/review.ts'
import { applicationId, call, handle, sha256 } from './call.ts'

export const opinionCalls = {
  /** The opinions on an application, newest first. */
  'opinion.list': call(z.strictObject({ id: applicationId })).out<readonly TakenOpinion[]>(),
  /** Verifies the file, finds the export that it is about, and reopens or moves the application. */
  'opinion.import': call(
    z.strictObject({
      file: handle,
      /** Fingerprint of a signer who has changed, compared with the stamped paper by a person. */
      accept: sha256.optional(),
    }),
  ).out<OpinionTaken>(),
} as const
