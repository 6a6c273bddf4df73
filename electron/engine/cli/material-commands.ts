/** list, search, show, release, export-files: finding materials and taking copies of them. */
import { resolve } from 'node:path'
import { type MaterialFilter, materialFilter } from '../../../shared/model/catalogue.ts'
import type { Material, MaterialView } from '../../../shared/model/material.ts'
import { exportFiles } from '../archive/export-files.ts'
import { countMaterials, listMaterials } from '../archive/list-materials.ts'
import { openMaterial } from '../archive/materials.ts'
import { releaseInvoice } from '../archive/release.ts'
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
  const { materials, total: told } = listMaterials(house, { ...filter, ...range })
  const total = told ?? countMaterials(house, filter).total
  const json = {
    total,
    offset: range.offset,
    materials: materials.map((each) => brief(each, values.facts === true)),
  }
  const factsOf = ({ facts }: Material) => (values.facts ? ` ${JSON.stringify(facts)}` : '')
  return { total, materials, json, lines: materials.map((each) => lineOf(each) + factsOf(each)) }
}

const conditions = {
  kind: { type: 'string' },
  text: { type: 'string' },
  year: { type: 'string' },
  'year-from': { type: 'string' },
  'year-to': { type: 'string' },
  validity: { type: 'string' },
  on: { type: 'string' },
  'valid-on': { type: 'string' },
  'expires-by': { type: 'string' },
  tag: { type: 'string' },
  cabinet: { type: 'string' },
  unconfirmed: { type: 'boolean' },
  used: { type: 'boolean' },
  unused: { type: 'boolean' },
  newest: { type: 'boolean' },
  damaged: { type: 'boolean' },
  bin: { type: 'boolean' },
} as const

/** The conditions among the options. Throws `UsageError` for one that cannot be. */
function filterOf(values: Values): MaterialFilter {
  const year = (name: string, key: string) =>
    values[name] === undefined ? {} : { [key]: count(values, name, 0) }
  const parsed = materialFilter.safeParse({
    kind: values.kind,
    text: values.text,
    ...year('year', 'year'),
    ...year('year-from', 'yearFrom'),
    ...year('year-to', 'yearTo'),
    validity: values.validity,
    on: values.on,
    validOn: values['valid-on'],
    expiresBy: values['expires-by'],
    tag: values.tag,
    cabinet: values.cabinet,
    deleted: values.bin === true,
    ...(values.unconfirmed ? { confirmed: false } : {}),
    ...(values.used ? { used: true } : {}),
    ...(values.unused ? { used: false } : {}),
    ...(values.newest ? { superseded: false } : {}),
    ...(values.damaged ? { damaged: true } : {}),
  })
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new UsageError(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
}

export const list: Command = {
  usage:
    'list --vault DIR [--kind KIND] [--text TEXT] [--year YEAR] [--year-from YEAR] [--year-to YEAR] [--validity STATE] [--on DATE] [--valid-on DATE] [--expires-by DATE] [--tag TAG] [--cabinet CABINET] [--unconfirmed] [--used] [--unused] [--newest] [--damaged] [--bin] [--limit N] [--offset N] [--facts]',
  options: { ...vault, ...paging, ...conditions, facts: { type: 'boolean' } },
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

/** What is known around a paper, a line each. */
function aroundOf(view: MaterialView): string[] {
  const { filing, uses, bundles, invoice, versions, triple } = view
  const place = { cabinet: filing.cabinet, number: filing.number, tags: filing.tags.join('、') }
  return [
    ...(Object.values(place).some(Boolean) ? [cliText('show.filing', place)] : []),
    ...uses.map(({ title, edition, slotTitle: slot, state }) =>
      cliText('show.use', { title, edition, slot, state }),
    ),
    ...bundles.map(({ bundle, bundleSha256, file, title }) =>
      cliText('show.bundle', { bundle, sha256: bundleSha256, file, title }),
    ),
    ...(invoice?.copies ?? []).map(({ sha256, name }) => cliText('show.copy', { sha256, name })),
    ...(invoice?.claims ?? []).map(({ application, title, edition, slotTitle: slot, release }) =>
      release === null
        ? cliText('show.claim', { application, title, edition, slot })
        : cliText('show.released', { application, title, edition, slot, ...release }),
    ),
    ...versions.map(({ sha256, name }, at) =>
      cliText('show.version', { at: at + 1, sha256, name }),
    ),
    ...(triple?.materials ?? []).map(({ sha256, kind, name }) =>
      cliText('show.triple', { id: triple?.id ?? 0, kind, sha256, name }),
    ),
  ]
}

export const show: Command = {
  usage: 'show --vault DIR SHA256',
  options: vault,
  needs: ['vault'],
  positionals: [1, 1],
  run: (values, [sha256 = ''], tools) =>
    withHouse(values, tools, (house): Outcome => {
      const view = openMaterial(house, { sha256 })
      const { facts, ...rest } = view.material
      const own = Object.entries({ ...rest, ...facts }).map(
        ([key, value]) => `${key} ${value ?? '-'}`,
      )
      return { exit: 0, json: view, lines: [...own, ...aroundOf(view)] }
    }),
}

export const release: Command = {
  usage: 'release --vault DIR --application ID [--reason TEXT --name NAME] SHA256',
  options: {
    ...vault,
    application: { type: 'string' },
    reason: { type: 'string' },
    name: { type: 'string' },
  },
  needs: ['vault', 'application'],
  positionals: [1, 1],
  run: (values, [sha256 = ''], tools) =>
    withHouse(values, tools, (house): Outcome => {
      const application = text(values, 'application')
      const reason = text(values, 'reason').trim()
      const name = text(values, 'name').trim()
      const view = releaseInvoice(house, { sha256, application, reason, name })
      return { exit: 0, json: view.invoice, lines: aroundOf(view) }
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
