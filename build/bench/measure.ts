/** Times a piece of work and writes what came out. Nothing here judges: a machine is not a test. */

export type Measurement = {
  readonly name: string
  /** How many items the work went through. */
  readonly items: number
  /** Median of the rounds, in milliseconds. */
  readonly ms: number
  /** Fastest and slowest round, in milliseconds. */
  readonly range: readonly [number, number]
  /** How many times as long as the same work over one item. */
  readonly ratio: number
}

type Timed = Omit<Measurement, 'ratio'>

/** Runs the work until it is warm, then `rounds` times. */
export function time(name: string, items: number, work: () => void, rounds = 31): Timed {
  for (let round = 0; round < 10; round += 1) work()
  const taken: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    work()
    taken.push(performance.now() - start)
  }
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (index: number) => round3(sorted.at(index) ?? 0)
  return { name, items, ms: at(Math.floor(rounds / 2)), range: [at(0), at(-1)] }
}

const round3 = (value: number): number => Math.round(value * 1000) / 1000

/** Measurements of the same work as multiples of the first, which is that of one item. */
export function inRatio(all: readonly Timed[]): readonly Measurement[] {
  const one = all[0]?.ms || 1
  return all.map((each) => ({ ...each, ratio: Math.round((each.ms / one) * 10) / 10 }))
}

/** One call at one size, over many different questions. */
export type Spread = {
  readonly name: string
  readonly items: number
  readonly p50: number
  readonly p95: number
  /** How many times the p95 at the smallest size; 1 there. */
  readonly growth: number
}

export function percentiles(name: string, items: number, taken: readonly number[]): Spread {
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number) => round3(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)
  return { name, items, p50: at(0.5), p95: at(0.95), growth: 1 }
}
