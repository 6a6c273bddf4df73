/** What an application has to meet and to bring: the programme's own and its track's. */
import type { Condition, Pack, Slot, Track } from './pack.ts'

export const trackOf = (pack: Pack, track: string | null): Track | undefined =>
  pack.tracks.find(({ id }) => id === track)

export const conditionsOf = (pack: Pack, track: string | null): readonly Condition[] => [
  ...pack.conditions,
  ...(trackOf(pack, track)?.conditions ?? []),
]

export const slotsOf = (pack: Pack, track: string | null): readonly Slot[] => [
  ...pack.slots,
  ...(trackOf(pack, track)?.slots ?? []),
]
