/**
 * Which row of a table became which: rows that are alike hold their places, what stands between
 * them is taken pairwise, and a row that is only elsewhere has moved. Pure.
 */

/** Indexes before and after; null where the row is new or gone. */
export type Pair = {
  readonly from: number | null
  readonly to: number | null
  /** The same row in another place. */
  readonly moved: boolean
}

/** Rows that stand several times are matched row by row, as they stand, beyond this many comparisons. */
const longest = 250_000

/** Pairs of rows that differ, given each row's content as a key; equal rows are left out. */
export function pairRows(before: readonly string[], after: readonly string[]): Pair[] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1
  let [end, last] = [before.length, after.length]
  while (end > start && last > start && before[end - 1] === after[last - 1]) {
    end -= 1
    last -= 1
  }
  const [old, now] = [before.slice(start, end), after.slice(start, last)]
  const held = commonRows(old, now)
  const gaps = between(held, old.length, now.length)
  const shifted = (at: number | null) => (at === null ? null : at + start)
  return withMoves(gaps, old, now).map(({ from, to, moved }) => ({
    from: shifted(from),
    to: shifted(to),
    moved,
  }))
}

type Match = readonly [number, number]

/** The longest run of rows that keep their order; rows that only one side has cannot be in it. */
function commonRows(old: readonly string[], now: readonly string[]): readonly Match[] {
  const left = shared(old, new Set(now))
  const right = shared(now, new Set(old))
  const once = (keys: readonly Keyed[]) => new Set(keys.map(({ key }) => key)).size === keys.length
  if (once(left) && once(right)) return rising(left, right)
  if (left.length * right.length > longest) return []
  const found = longestCommon(
    left.map(({ key }) => key),
    right.map(({ key }) => key),
  )
  return found.map(([i, j]) => [left[i]?.at ?? 0, right[j]?.at ?? 0])
}

type Keyed = { readonly key: string; readonly at: number }

const shared = (rows: readonly string[], others: ReadonlySet<string>): readonly Keyed[] =>
  rows.map((key, at) => ({ key, at })).filter(({ key }) => others.has(key))

type Link = { readonly match: Match; readonly before: Link | null }

/** Where each row stands once: the longest rising run of their new places. */
function rising(left: readonly Keyed[], right: readonly Keyed[]): readonly Match[] {
  const places = new Map(right.map(({ key, at }) => [key, at]))
  // The run of each length that ends lowest.
  const ends: Link[] = []
  for (const { key, at } of left) {
    const to = places.get(key) ?? 0
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle]?.match[1] ?? 0) < to) low = middle + 1
      else high = middle
    }
    ends[low] = { match: [at, to], before: ends[low - 1] ?? null }
  }
  const run: Match[] = []
  for (let link = ends.at(-1) ?? null; link; link = link.before) run.push(link.match)
  return run.toReversed()
}

function longestCommon(old: readonly string[], now: readonly string[]): Match[] {
  const width = now.length + 1
  const length = new Uint32Array((old.length + 1) * width)
  const at = (i: number, j: number) => length[i * width + j] ?? 0
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      length[i * width + j] =
        old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const found: Match[] = []
  let [i, j] = [0, 0]
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      found.push([i, j])
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return found
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)

/** What stands between the rows that held their places. */
function between(held: readonly Match[], olds: number, nows: number) {
  const ends: readonly Match[] = [...held, [olds, nows]]
  return ends.map(([oldEnd, nowEnd], at) => {
    const [i, j] = held[at - 1] ?? [-1, -1]
    return { old: range(i + 1, oldEnd), now: range(j + 1, nowEnd) }
  })
}

function withMoves(
  gaps: readonly { readonly old: readonly number[]; readonly now: readonly number[] }[],
  old: readonly string[],
  now: readonly string[],
): Pair[] {
  const waiting = new Map<string, number[]>()
  for (const at of gaps.flatMap((gap) => gap.now)) {
    const key = now[at] ?? ''
    waiting.set(key, [...(waiting.get(key) ?? []), at])
  }
  const moves = new Map<number, number>()
  for (const from of gaps.flatMap((gap) => gap.old)) {
    const to = waiting.get(old[from] ?? '')?.shift()
    if (to !== undefined) moves.set(to, from)
  }
  const left = new Set(moves.values())
  return gaps.flatMap((gap) => {
    const gone = gap.old.filter((at) => !left.has(at))
    const fresh = gap.now.filter((at) => !moves.has(at))
    const count = Math.max(gone.length, fresh.length)
    const pairs = range(0, count).map((at) => ({
      from: gone[at] ?? null,
      to: fresh[at] ?? null,
      moved: false,
    }))
    const moved = gap.now.flatMap((to) => {
      const from = moves.get(to)
      return from === undefined ? [] : [{ from, to, moved: true }]
    })
    return [...pairs, ...moved]
  })
}
