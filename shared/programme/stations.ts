/** The status path as people see it: stations passed, the one reached, those ahead. Pure. */
import type { ApplicationState } from '../model/application.ts'
import type { CourseEvent } from '../model/course.ts'
import { results, stagesOf } from './course.ts'
import type { Pack } from './pack.ts'

export type Station = {
  /** `result` while it is open how it ends. */
  readonly name: ApplicationState | 'result'
  readonly at: 'passed' | 'here' | 'ahead'
  /** Day on which it was reached last; null where it was not, or nobody noted it. */
  readonly day: string | null
}

/** A branch stands where it was entered: after the station from which it left the path. */
export function stationsOf(pack: Pack, events: readonly CourseEvent[]): readonly Station[] {
  const line: readonly ApplicationState[] = ['draft', 'exported', ...stagesOf(pack)]
  const last = events.at(-1)
  const state = last?.state ?? 'draft'
  const dayOf = (name: ApplicationState) =>
    events.findLast((event) => event.state === name)?.day ?? null
  const onLine = events.findLast((event) => line.includes(event.state))?.state ?? 'draft'
  const reached = line.indexOf(onLine)
  const isBranch = state !== 'draft' && !line.includes(state)
  const stations = line.map((name, i): Station => {
    const here = i === reached && !isBranch
    return {
      name,
      at: here ? 'here' : i <= reached ? 'passed' : 'ahead',
      day: i <= reached ? dayOf(name) : null,
    }
  })
  const branch: readonly Station[] = isBranch
    ? [{ name: state, at: 'here', day: last?.day ?? null }]
    : []
  const ended = results.find((result) => result === state) !== undefined
  if (ended) {
    const passed = stations.filter(({ name, day }) => name === 'draft' || day !== null)
    return [...passed.map((each): Station => ({ ...each, at: 'passed' })), ...branch]
  }
  const open: Station = { name: 'result', at: 'ahead', day: null }
  return [...stations.slice(0, reached + 1), ...branch, ...stations.slice(reached + 1), open]
}
