/**
 * 政策库 over one profile: every programme on the shelf, every track, every condition, in one call;
 * for 60 programmes and for one. The profile is full, so that the rules really compute.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillEnterprise } from '../../electron/engine/enterprise/enterprise.ts'
import { closeVault, createVault } from '../../electron/engine/open.ts'
import { listProgrammes } from '../../electron/engine/programme/programmes.ts'
import { loadShelf, type ShelvedPack } from '../../electron/engine/programme/shelf.ts'
import { indicators } from '../../shared/registry/registry.ts'
import { inRatio, type Measurement, time } from './measure.ts'

const years = [2019, 2020, 2021, 2022, 2023, 2024]

/** So many packs: the shipped ones, over and over under other names. */
function packsOf(shipped: readonly ShelvedPack[], count: number): ShelvedPack[] {
  return Array.from({ length: count }, (_, i) => {
    const each = shipped[i % shipped.length]
    if (!each) throw new Error('no packs')
    const id = i < shipped.length ? each.pack.id : `${each.pack.id}.${i}`
    return { ...each, pack: { ...each.pack, id } }
  })
}

const conditionsIn = (packs: readonly ShelvedPack[]): number =>
  packs
    .flatMap(({ pack }) => [pack, ...pack.tracks])
    .reduce((sum, { conditions }) => sum + conditions.length, 0)

function measured(packs: readonly ShelvedPack[], clock: () => Date) {
  const dir = mkdtempSync(join(tmpdir(), 'bench-'))
  const shelf = { packs, unusable: [] }
  const around = { packs: shelf, policies: [], assets: '', version: '0', program: 'bench', clock }
  const house = createVault(join(dir, 'vault'), '测速', around)
  const facts = { registeredOn: '2012-05-06', region: '320300' }
  const figures = indicators.flatMap(({ code }) =>
    years.map((year) => ({ code, year, value: String(1000 + (year - 2018) * 137) })),
  )
  fillEnterprise(house, { base: 0, facts, indicators: figures })
  const name = `match ${packs.length} (${conditionsIn(packs)} conditions)`
  const result = time(name, packs.length, () => listProgrammes(house))
  closeVault(house)
  rmSync(dir, { recursive: true, force: true })
  return result
}

export function benchProgrammes(root: string): readonly Measurement[] {
  const { packs } = loadShelf(join(root, 'assets/programmes'))
  // The one programme is a middling one, so that the ratio says how the call grows.
  const bySize = packs.toSorted((a, b) => conditionsIn([a]) - conditionsIn([b]))
  const middle = Math.floor(packs.length / 2)
  const shipped = [...bySize.slice(middle), ...bySize.slice(0, middle)]
  const clock = () => new Date('2024-03-01T02:00:00Z')
  return inRatio([1, 60].map((count) => measured(packsOf(shipped, count), clock)))
}
