/** Repeatable chance for property tests: the same seed gives the same run. */
export type Chance = {
  /** A whole number from 0 up to and without `below`. */
  readonly below: (below: number) => number
  readonly pick: <T>(from: readonly T[]) => T
}

/** Mulberry32: small, fast, good enough to shuffle test inputs. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { below, pick: (from) => from[below(from.length)] as never }
}
