/**
 * Compares the bundles on the desk with each other: an invoice claimed twice, the same paper from
 * two applicants, one applicant in two categories or programmes. Earlier bundles of the same
 * application do not count, nor what has been taken off the desk.
 */
import type { Database } from 'better-sqlite3'
import type { Crossing } from '../../../shared/model/review.ts'
import { later, sameApplicant } from './kinship.ts'

/** The bundles that count: the newest of each application. */
const current = `current AS (
  SELECT s.* FROM submission s WHERE s.ok = 1 AND s.removed_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM submission b WHERE ${later('s', 'b')})
)`

/** Two different applications. */
const apart = `(b.application <> a.application OR NOT ${sameApplicant('a', 'b')})`

/** One line a pair: `a` is the bundle that is looked at. */
const pairs = `WITH ${current}, crossing AS (
  SELECT 'invoice' AS kind, p.invoice AS what, p.slot_title AS slot, q.name AS paper,
    a.seq AS seq, b.seq AS other
  FROM current a JOIN paper p ON p.submission = a.seq
  JOIN paper q ON q.invoice = p.invoice JOIN current b ON b.seq = q.submission
  WHERE p.invoice IS NOT NULL AND ${apart}
  UNION
  SELECT 'paper', p.name, p.slot_title, q.name, a.seq, b.seq
  FROM current a JOIN paper p ON p.submission = a.seq
  JOIN paper q ON q.sha256 = p.sha256 JOIN current b ON b.seq = q.submission
  WHERE ${apart} AND p.invoice IS NULL AND NOT ${sameApplicant('a', 'b')}
  UNION
  SELECT CASE WHEN a.programme = b.programme THEN 'category' ELSE 'applicant' END,
    b.title, NULL, NULL, a.seq, b.seq
  FROM current a JOIN current b ON ${apart} AND ${sameApplicant('a', 'b')}
)`

type Row = Omit<Crossing, 'other'> &
  Omit<Crossing['other'], 'trackTitle' | 'bundleId'> & {
    readonly track_title: string
    readonly bundle_id: string
  }

const order: readonly Crossing['kind'][] = ['invoice', 'paper', 'category', 'applicant']

/** What one bundle shares with others, the gravest first. */
export function crossingsOf(db: Database, seq: number): Crossing[] {
  return db
    .prepare<[number], Row>(
      `${pairs} SELECT c.kind, c.what, c.slot, c.paper, c.other AS seq, s.enterprise, s.title,
         s.track_title, s.bundle_id
       FROM crossing c JOIN submission s ON s.seq = c.other WHERE c.seq = ?
       ORDER BY c.other, c.what`,
    )
    .all(seq)
    .map(({ kind, what, slot, track_title, bundle_id, ...rest }) => ({
      kind,
      what,
      slot,
      other: { ...rest, trackTitle: track_title, bundleId: bundle_id },
    }))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

/** How many there are, by bundle; an applicant in other programmes is no oddity to count. */
export const crossingCounts = (db: Database): ReadonlyMap<number, number> =>
  new Map(
    db
      .prepare<[], { seq: number; count: number }>(
        `${pairs} SELECT seq, count(*) AS count FROM crossing
         WHERE kind <> 'applicant' GROUP BY seq`,
      )
      .all()
      .map(({ seq, count }) => [seq, count]),
  )
