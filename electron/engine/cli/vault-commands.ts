/** init, import, profile, fsck: the vault and what is in it. */
import { resolve } from 'node:path'
import { z } from 'zod'
import { Fault } from '../../../shared/fault.ts'
import { enterpriseFill } from '../../../shared/model/enterprise.ts'
import { fillEnterprise, openEnterprise } from '../enterprise/enterprise.ts'
import { closeVault, createVault } from '../open.ts'
import { inspectVault } from '../vault/inspect.ts'
import { type Command, readJson, text, withHouse } from './command.ts'
import { cliText } from './sentences.ts'

const vault = { vault: { type: 'string' } } as const

export const init: Command = {
  usage: 'init --vault DIR [--name NAME]',
  options: { ...vault, name: { type: 'string' } },
  needs: ['vault'],
  positionals: [0, 0],
  run: (values, _positionals, { around }) => {
    const named = text(values, 'name') || cliText('init.name')
    const house = createVault(text(values, 'vault'), named, around)
    const { dir: folder, vaultId: id, name } = house
    closeVault(house)
    return { exit: 0, json: { folder, id, name }, lines: [cliText('init.done', { folder })] }
  },
}

/** What `profile --set` reads; `base` is not asked for, because the file is the newest word. */
const profileFile = enterpriseFill.omit({ base: true }).extend({
  facts: z.record(z.string(), z.string()).default({}),
})

export const profile: Command = {
  usage: 'profile --vault DIR [--set FILE.json]',
  options: { ...vault, set: { type: 'string' } },
  needs: ['vault'],
  positionals: [0, 0],
  run: (values, _positionals, tools) =>
    withHouse(values, tools, (house) => {
      if (values.set !== undefined) {
        const file = text(values, 'set')
        const told = profileFile.safeParse(readJson(file))
        if (!told.success) {
          const [issue] = told.error.issues
          const path = issue?.path.join('.') ?? ''
          throw new Fault('input.invalid', { path: `${file} ${path}`, why: issue?.message ?? '' })
        }
        fillEnterprise(house, { ...told.data, base: openEnterprise(house).revision })
      }
      const view = openEnterprise(house)
      return {
        exit: 0,
        json: view,
        lines: [
          ...Object.entries(view.facts).map(([key, value]) => `${key} ${value}`),
          ...view.indicators.map(({ code, year, value }) => `${code} ${year} ${value}`),
        ],
      }
    }),
}

export const fsckCommand: Command = {
  usage: 'fsck --vault DIR',
  options: vault,
  needs: ['vault'],
  positionals: [0, 0],
  run: async (values, _positionals, tools) => {
    const report = await inspectVault(resolve(text(values, 'vault')), tools.job)
    const { blobs, rows, bytes, damages, ok, catalogue } = report
    return {
      exit: ok ? 0 : 1,
      json: report,
      lines: [
        ...damages.map(({ code, place, detail, materials }) =>
          [code, place, detail, materials.join('、')].filter(Boolean).join(' '),
        ),
        cliText(ok ? 'fsck.good' : 'fsck.bad', { blobs, rows, bytes, damages: damages.length }),
        ...(catalogue === 'broken' ? [cliText('fsck.catalogue')] : []),
      ],
    }
  },
}
