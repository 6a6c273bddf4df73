/** list, search, show, export-files: finding materials and taking copies of them. */
import { resolve } from 'node:path'
import { type MaterialFilter, materialFilter } from '../../../shared/model/catalogue.ts'
import type { Material } from '../../../shared/model/material.ts'
import { exportFiles } from '../archive/export-files.ts'
import { listMaterials } from '../archive/list-materials.ts'
import { openMaterial } from '../archive/materials.ts'
import type { House } from '../house.ts'
import {
  type Command,
  count,
  type Outcome,
  text,
  UsageError,
  type Values,
  withHouse,
} from './command.ts'
import { cliText } from './sentences.ts'

const vault = { vault: { type: 'string' } } as const
const paging = { limit: { type: 'string' }, offset: { type: 'string' } } as const
const whole = Number.MAX_SAFE_INTEGER - 1

const brief = ({ facts, ...rest }: Material, withFacts: boolean) =>
  withFacts ? { ...rest, facts } : rest

const lineOf = ({ sha256, kind, size, name }: Material): string =>
  `${sha256} ${kind} ${size} ${name}`

/** Read before the vault is opened: a wrong command line must not wait for a lock to be told. */
const rangeOf = (values: Values, most: number) => ({
  offset: count(values, 'offset', 0),
  limit: count(values, 'limit', most),
})

function page(
  house: House,
  filter: MaterialFilter,
  values: Values,
  range: ReturnType<typeof rangeOf>,
) {
  const { materials, total } = listMaterials(house, { ...filter, ...range })
  const json = {
    total,
    offset: range.offset,
    materials: materials.map((each) => brief(each, values.facts === true)),
  }
  const factsOf = ({ facts }: Material) => (values.facts ? ` ${JSON.stringify(facts)}` : '')
  return { total, materials, json, lines: materials.map((each) => lineOf(each) + factsOf(each)) }
}

/** The conditions among the options. Throws `UsageError` for one that cannot be. */
function filterOf(values: Values): MaterialFilter {
  const parsed = materialFilter.safeParse({
    kind: values.kind,
    text: values.text,
    ...(values.year === undefined ? {} : { year: count(values, 'year', 0) }),
    validity: values.validity,
    expiresBy: values['expires-by'],
    deleted: values.bin === true,
    ...(values.unconfirmed ? { confirmed: false } : {}),
    ...(values.unused ? { used: false } : {}),
  })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new UsageError(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
}

export const list: Command = {
  usage:
    'list --vault DIR [--kind KIND] [--text TEXT] [--year YEAR] [--validity STATE] [--expires-by DATE] [--unconfirmed] [--unused] [--bin] [--limit N] [--offset N] [--facts]',
  options: {
    ...vault,
    ...paging,
    kind: { type: 'string' },
    text: { type: 'string' },
    year: { type: 'string' },
    validity: { type: 'string' },
    'expires-by': { type: 'string' },
    unconfirmed: { type: 'boolean' },
    unused: { type: 'boolean' },
    bin: { type: 'boolean' },
    facts: { type: 'boolean' },
  },
  needs: ['vault'],
  positionals: [0, 0],
  run: (values, _positionals, tools) => {
    const filter = filterOf(values)
    const range = rangeOf(values, whole)
    return withHouse(values, tools, (house): Outcome => {
      const { json, lines } = page(house, filter, values, range)
      return { exit: 0, json, lines }
    })
  },
}

export const search: Command = {
  usage: 'search --vault DIR TEXT [--limit N] [--offset N] [--facts]',
  options: { ...vault, ...paging, facts: { type: 'boolean' } },
  needs: ['vault'],
  positionals: [1, 1],
  run: (values, [typed = ''], tools) => {
    const filter = filterOf({ text: typed })
    const range = rangeOf(values, 50)
    return withHouse(values, tools, (house): Outcome => {
      const { json, lines, total, materials } = page(house, filter, values, range)
      const sum = cliText('search.done', { total, shown: materials.length })
      return { exit: 0, json, lines: [...lines, sum] }
    })
  },
}

export const show: Command = {
  usage: 'show --vault DIR SHA256',
  options: vault,
  needs: ['vault'],
  positionals: [1, 1],
  run: (values, [sha256 = ''], tools) =>
    withHouse(values, tools, (house): Outcome => {
      const view = openMaterial(house, { sha256 })
      const { material, uses } = view
      const { facts, ...rest } = material
      return {
        exit: 0,
        json: view,
        lines: [
          ...Object.entries({ ...rest, ...facts }).map(([key, value]) => `${key} ${value ?? '-'}`),
          ...uses.map(({ title, edition, slotTitle: slot }) =>
            cliText('show.use', { title, edition, slot }),
          ),
        ],
      }
    }),
}

export const exportFilesCommand: Command = {
  usage: 'export-files --vault DIR --out DIR SHA256…',
  options: { ...vault, out: { type: 'string' } },
  needs: ['vault', 'out'],
  positionals: [1, 20_000],
  run: (values, sha256s, tools) =>
    withHouse(values, tools, async (house): Promise<Outcome> => {
      const order = { sha256s, folder: resolve(text(values, 'out')), language: 'zh-CN' } as const
      const done = await exportFiles(house, order, tools.job)
      return { exit: 0, json: done, lines: [cliText('files.done', done)] }
    }),
}
