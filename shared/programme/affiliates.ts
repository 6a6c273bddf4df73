/** Which linked papers name a party that the profile lists as affiliated. Pure. */
import type { Case } from './evidence.ts'
import { slotsOf } from './track.ts'

const parties = ['buyer', 'seller', 'partyA', 'partyB'] as const

const plain = (name: string): string => name.replace(/[\s（）()]/g, '')

/** The list of the profile: a name a line; commas and 、 part names as well. */
const listed = (text: string): readonly string[] =>
  text
    .split(/[\n、，,；;]/)
    .map(plain)
    .filter((name) => name !== '')

export type AffiliatedPaper = { readonly party: string; readonly paper: string }

/** The applicant itself is no affiliate of its own, whatever the list says. */
export function affiliatedPapers(c: Case): readonly AffiliatedPaper[] {
  const own = plain(c.facts.name ?? '')
  const known = new Set(listed(c.facts.affiliates ?? '').filter((name) => name !== own))
  if (known.size === 0) return []
  return slotsOf(c.pack, c.track)
    .flatMap(({ id }) => c.slots[id]?.materials ?? [])
    .flatMap(({ name: paper, facts }) =>
      parties
        .map((key) => facts[key]?.trim() ?? '')
        .filter((party) => known.has(plain(party)))
        .map((party) => ({ party, paper })),
    )
}
