/** backup and restore: a whole vault into a file, and out of it. */
import { resolve } from 'node:path'
import { backUp } from '../backup/back-up.ts'
import { restore } from '../backup/restore.ts'
import { type Command, text, withHouse } from './command.ts'
import { cliText } from './sentences.ts'

export const backupCommand: Command = {
  usage: 'backup --vault DIR --out FOLDER',
  options: { vault: { type: 'string' }, out: { type: 'string' } },
  needs: ['vault', 'out'],
  positionals: [0, 0],
  run: (values, _positionals, tools) =>
    withHouse(values, tools, async (house) => {
      const written = await backUp(house, resolve(text(values, 'out')), tools.job)
      const { folder, names, materials, bytes, left } = written
      return {
        exit: left.length === 0 ? 0 : 1,
        json: written,
        lines: [
          ...names,
          ...left.map((name) => cliText('backup.left', { name })),
          cliText('backup.done', { folder, materials, bytes }),
        ],
      }
    }),
}

export const restoreCommand: Command = {
  usage: 'restore BACKUP.zip --vault DIR',
  options: { vault: { type: 'string' } },
  needs: ['vault'],
  positionals: [1, 1],
  run: async (values, [file = ''], tools) => {
    const restored = await restore(resolve(file), text(values, 'vault'), tools.job)
    const { folder, materials, bytes, damages } = restored
    return {
      exit: damages.length === 0 ? 0 : 1,
      json: restored,
      lines: [
        ...damages.map(({ code, place, materials: names }) =>
          [code, place, names.join('、')].filter(Boolean).join(' '),
        ),
        cliText('restore.done', { folder, materials, bytes }),
      ],
    }
  },
}
