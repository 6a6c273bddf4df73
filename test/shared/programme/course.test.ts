import { describe, expect, it } from 'vitest'
import type { CourseEvent } from '../../../shared/model/course.ts'
import { isInProgress, nextStates, stagesOf } from '../../../shared/programme/course.ts'
import { stationsOf } from '../../../shared/programme/stations.ts'
import { makePack, plainPack, source } from '../../fixtures/programme.ts'

const chain = (...stages: string[][]) => ({
  procedure: {
    ...plainPack.procedure,
    chain: stages.map((each) => ({ text: '审核。', source, stages: each })),
  },
})
const event = (state: CourseEvent['state'], day: string): CourseEvent => ({
  seq: 1,
  state,
  day,
  note: '',
  source: 'hand',
  ref: '',
})
const shown = (events: readonly CourseEvent[], pack = makePack()) =>
  stationsOf(pack, events).map(({ name, at, day }) => [name, at, day ?? ''].join(' ').trim())

describe('stages of review', () => {
  it('follow the chain that the pack describes, in their order', () => {
    expect(stagesOf(makePack(chain(['province'], ['city'])))).toEqual(['city', 'province'])
  })

  it('are the usual ones of the level where the pack does not say', () => {
    expect(stagesOf(makePack())).toEqual(['county', 'city', 'province'])
    expect(stagesOf(makePack({ level: 'city' }))).toEqual(['county', 'city'])
    expect(stagesOf(makePack({ level: 'national' }))).toEqual([
      'county',
      'city',
      'province',
      'nation',
    ])
  })

  it('only lead forward, and a result ends them', () => {
    const pack = makePack(chain(['county', 'city']))
    expect(nextStates(pack, 'county')).toEqual([
      'city',
      'recognised',
      'rejected',
      'returned',
      'reserved',
    ])
    expect(nextStates(pack, 'returned')).toContain('county')
    expect(nextStates(pack, 'recognised')).toEqual([])
    expect(nextStates(pack, 'rejected')).toEqual(['reserved'])
  })
})

describe('the path on screen', () => {
  it('shows where a draft stands', () => {
    expect(shown([])).toEqual([
      'draft here',
      'exported ahead',
      'county ahead',
      'city ahead',
      'province ahead',
      'result ahead',
    ])
  })

  it('shows a return where it came from', () => {
    const events = [
      event('exported', '2023-02-01'),
      event('county', '2023-02-03'),
      event('returned', '2023-02-08'),
    ]
    expect(shown(events)).toEqual([
      'draft passed',
      'exported passed 2023-02-01',
      'county passed 2023-02-03',
      'returned here 2023-02-08',
      'city ahead',
      'province ahead',
      'result ahead',
    ])
    expect(shown([...events, event('exported', '2023-02-10')])).toContain(
      'exported here 2023-02-10',
    )
  })

  it('a result ends the path, and nothing unnoted is claimed to have been passed', () => {
    const events = [event('exported', '2023-02-01'), event('recognised', '2023-06-30')]
    expect(shown(events)).toEqual([
      'draft passed',
      'exported passed 2023-02-01',
      'recognised here 2023-06-30',
    ])
  })
})

it('is in progress until it has a result or is set aside', () => {
  const states = [
    'draft',
    'exported',
    'city',
    'returned',
    'recognised',
    'rejected',
    'reserved',
  ] as const
  expect(states.filter(isInProgress)).toEqual(['draft', 'exported', 'city', 'returned'])
})
