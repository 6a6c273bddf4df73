/** status, reserve: what became of an application, and what the next one starts from. */
import { type ApplicationState, applicationStates } from '../../../shared/model/application.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import { recordEvent } from '../application/events.ts'
import { viewOf } from '../application/view.ts'
import { putInReserve } from '../reserve/reserve.ts'
import { takeUp } from '../reserve/take-up.ts'
import { type Command, text, UsageError, withHouse } from './command.ts'
import { cliText, term } from './sentences.ts'

const stateOf = (written: string): ApplicationState => {
  const state = applicationStates.find((each) => each === written)
  if (!state) throw new UsageError(cliText('option.value', { option: `--state ${written}` }))
  return state
}

export const status: Command = {
  usage: 'status --vault DIR --application ID [--state STATE --day DAY --note TEXT]',
  options: {
    vault: { type: 'string' },
    application: { type: 'string' },
    state: { type: 'string' },
    day: { type: 'string' },
    note: { type: 'string' },
  },
  needs: ['vault', 'application'],
  positionals: [0, 0],
  run: (values, _positionals, tools) =>
    withHouse(values, tools, (house) => {
      const id = text(values, 'application')
      const written = values.state === undefined ? null : text(values, 'state')
      const day = values.day === undefined ? todayInChina(house.clock()) : text(values, 'day')
      const note = values.note === undefined ? '' : text(values, 'note')
      const view =
        written === null
          ? viewOf(house, id)
          : recordEvent(house, { id, state: stateOf(written), day, note })
      const { state, events, todos, unsent } = view
      const lines = events.map((event) =>
        [event.day, term(`state.${event.state}`), event.note].join(' ').trim(),
      )
      return {
        exit: 0,
        json: { id, state, events, todos, unsent },
        lines: [...lines, term(`state.${state}`)],
      }
    }),
}

export const reserve: Command = {
  usage: 'reserve --vault DIR --application ID [--next EDITION [--track T]]',
  options: {
    vault: { type: 'string' },
    application: { type: 'string' },
    next: { type: 'string' },
    track: { type: 'string' },
  },
  needs: ['vault', 'application'],
  positionals: [0, 0],
  run: (values, _positionals, tools) =>
    withHouse(values, tools, (house) => {
      const id = text(values, 'application')
      if (values.next === undefined) {
        const { state } = putInReserve(house, { id, note: '' })
        return { exit: 0, json: { id, state }, lines: [term(`state.${state}`)] }
      }
      const track = values.track === undefined ? null : text(values, 'track')
      const made = takeUp(house, { id, edition: text(values, 'next'), track })
      const { origin } = made
      return { exit: 0, json: { id: made.id, origin }, lines: [made.id] }
    }),
}
