/**
 * Pinyin initials of names: 审计报告 is found by sjbg. A character of several readings counts under
 * each of them, since nobody knows which one a seeker has in mind (重庆 by cq and by zq).
 */
import { polyphonic } from 'pinyin-pro'

const known = new Map<string, readonly string[]>()

function lettersOf(character: string): readonly string[] {
  const found = known.get(character)
  if (found) return found
  const [readings = []] = polyphonic(character, {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
  })
  const letters = [...new Set(readings.filter((reading) => /^[0-9a-z]$/.test(reading)))]
  known.set(character, letters)
  return letters
}

/** Most characters of a name that are looked at; every way to read four in a row is kept. */
const longest = 120
const sizes = [2, 3, 4] as const

/** Tokens for the index: the initials of any two, three or four neighbours, in any reading. */
export function initialsOf(name: string): string {
  const letters = [...name.normalize('NFKC').toLowerCase()]
    .slice(0, longest)
    .map(lettersOf)
    .filter((each) => each.length > 0)
  const tokens = new Set<string>()
  for (const size of sizes) {
    for (let start = 0; start + size <= letters.length; start += 1) {
      const ways = letters
        .slice(start, start + size)
        .reduce<string[]>((so, next) => so.flatMap((head) => next.map((l) => head + l)), [''])
      for (const way of ways) tokens.add(way)
    }
  }
  return [...tokens].join(' ')
}
