/**
 * opinion.json: a reviewer's signed word on a bundle. Unlike application.json it is read strictly:
 * what comes back decides over the enterprise's work.
 */
import type { BundleAbout } from '../../../shared/model/bundle.ts'
import { type Opinion, opinionFile } from '../../../shared/model/review.ts'
import { jsonOf } from './application-file.ts'

/** A return or a refusal without a reason is none. */
const isReasoned = ({ verdict, reasons }: Opinion): boolean =>
  verdict === 'recommend' || reasons.length > 0

/** The opinion that the text holds, or null. */
export function readOpinion(text: string): Opinion | null {
  const { success, data } = opinionFile.safeParse(jsonOf(text))
  return success && isReasoned(data) ? data : null
}

/** What the report tells of an opinion; null when the file is none. */
export function readOpinionAbout(text: string): BundleAbout | null {
  const opinion = readOpinion(text)
  if (!opinion) return null
  const { about, bundle, issuedAt, reviewer } = opinion
  return {
    kind: 'opinion',
    programme: about.programme,
    edition: about.edition,
    track: about.track,
    title: about.title,
    packHash: about.packHash,
    enterprise: about.enterprise,
    creditCode: about.creditCode,
    office: reviewer.office,
    sample: false,
    exportedAt: issuedAt,
    bundleId: bundle.id,
    application: about.application,
    revision: about.revision,
    previous: null,
  }
}
