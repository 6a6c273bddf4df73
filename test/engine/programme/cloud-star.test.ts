/** The star ladder of 2023: what each star asks of those who hold, or do not hold, a lower one. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findPack, loadShelf } from '../../../electron/engine/programme/shelf.ts'
import { evaluate } from '../../../shared/programme/evaluate.ts'
import type { Case } from '../../../shared/programme/evidence.ts'
import { conditionsOf } from '../../../shared/programme/track.ts'
import { filed, makeCase, paper } from '../../fixtures/programme.ts'

const root = new URL('../../..', import.meta.url).pathname
const shelf = loadShelf(join(root, 'assets/programmes'))
const { pack } = findPack(shelf, 'js-cloud-star', '2023')

function outcome(track: string, id: string, change: Partial<Case> = {}) {
  const condition = conditionsOf(pack, track).find((each) => each.id === id)
  if (!condition) throw new Error(`no condition ${id}`)
  return evaluate(condition, makeCase({ pack, track, today: '2023-02-10', ...change })).outcome
}

const holding = (code: string): Partial<Case> => ({
  titles: [{ code, since: '2022-06-01', until: null }],
})
const facts = (sector: string): Partial<Case> => ({ facts: { sector } })

describe('星级上云企业 2023', () => {
  test.each([
    ['four-star', 'js-cloud-three-star', 'met'],
    ['four-star', 'js-cloud-four-star', 'unmet'],
    ['four-star', 'js-cloud-five-star', 'unmet'],
    ['five-star', 'js-cloud-four-star', 'met'],
    ['five-star', 'js-cloud-three-star', 'unmet'],
    ['three-star', 'js-cloud-three-star', 'unmet'],
  ])('%s for a holder of %s: %s', (track, held, expected) => {
    expect(outcome(track, `${track}-ladder`, holding(held))).toBe(expected)
  })

  test('software companies may have three stars, not more', () => {
    expect(outcome('three-star', 'three-star-sector', facts('software'))).toBe('met')
    expect(outcome('four-star', 'four-star-sector', facts('software'))).toBe('unmet')
    expect(outcome('five-star', 'five-star-sector', facts('manufacturing'))).toBe('met')
    expect(outcome('five-star', 'five-star-sector')).toBe('unknown')
  })

  test('counts use between 2022-01-01 and 2023-02-28, three months at least, still running', () => {
    const use = (serviceFrom: string, serviceTo: string): Partial<Case> => ({
      slots: {
        'cloud-proof': filed(paper({ kind: 'cloud-service', facts: { serviceFrom, serviceTo } })),
      },
      attestations: {
        'in-use': {
          condition: 'in-use',
          outcome: 'met',
          name: '林示文',
          note: '',
          on: '2023-02-10',
        },
      },
    })
    const judged = (from: string, to: string) => outcome('three-star', 'in-use', use(from, to))
    expect(judged('2022-11-30', '2023-02-28')).toBe('met')
    expect(judged('2022-12-02', '2023-02-28')).toBe('unmet')
    expect(judged('2022-01-01', '2023-02-05')).toBe('unmet')
    expect(judged('2021-01-01', '2023-12-31')).toBe('met')
  })

  test('one month names the local window, the notice names the system opening', () => {
    expect(
      pack.windows.map(({ role, opens, closes, months }) => [role, opens, closes, months]),
    ).toEqual([
      ['enterprise', '2023-02-06', undefined, undefined],
      ['city', undefined, '2023-04-17', undefined],
      ['enterprise', undefined, undefined, [2]],
    ])
  })
})
