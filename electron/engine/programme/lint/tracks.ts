/** Lints tracks: choosing one must make a difference, or nobody can tell which to choose. */
import type { Pack, Track } from '../../../../shared/programme/pack.ts'
import type { Note } from '../pack-fault.ts'
import { lintTitleCodes } from './titles.ts'

/** Notes tracks that have nothing of their own, or the same title or content as an earlier one. */
export function lintTracks({ tracks, awards }: Pack, note: Note): void {
  lintTitleCodes(awards, ['awards'], note)
  tracks.forEach((track, i) => {
    const earlier = tracks.slice(0, i)
    lintTitleCodes(track.awards, ['tracks', i, 'awards'], note)
    if (earlier.some(({ title }) => title.trim() === track.title.trim())) {
      note(['tracks', i, 'title'], 'track.title', { title: track.title })
    }
    if (isEmpty(track)) note(['tracks', i], 'track.empty', { title: track.title })
    else if (earlier.some((each) => content(each) === content(track))) {
      note(['tracks', i], 'track.same', { title: track.title })
    }
  })
}

const isEmpty = ({ conditions, slots, awards }: Track): boolean =>
  conditions.length + slots.length + awards.length === 0

/** What a track asks for, its ids and sources left out. */
const content = ({ conditions, slots, awards }: Track): string =>
  JSON.stringify([conditions, slots, awards], (key, value) =>
    key === 'id' || key === 'source' ? undefined : value,
  )
