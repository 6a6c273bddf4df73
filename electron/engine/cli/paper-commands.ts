/** bind, summary: an application's papers for print. */
import { resolve } from 'node:path'
import { bindApplication } from '../paper/bind.ts'
import { summariseApplications } from '../paper/summary.ts'
import { type Command, text, withHouse } from './command.ts'
import { cliText, findingSentence } from './sentences.ts'

export const bind: Command = {
  usage: 'bind --vault DIR --application ID --out FILE',
  options: {
    vault: { type: 'string' },
    application: { type: 'string' },
    out: { type: 'string' },
  },
  needs: ['vault', 'application', 'out'],
  positionals: [0, 0],
  run: (values, _positionals, tools) =>
    withHouse(values, tools, async (house) => {
      const path = resolve(text(values, 'out'))
      const order = { id: text(values, 'application'), to: path }
      const { sha256, pages, size, findings } = await bindApplication(house, order, tools.job)
      const told = findings.map((finding) => ({ ...finding, message: findingSentence(finding) }))
      const stood = findings.length
      return {
        exit: 0,
        json: { path, sha256, pages, size, findings: told },
        lines: [
          ...told.map(({ message }) => message),
          cliText('bind.done', { path, pages, size, stood }),
        ],
      }
    }),
}

export const summary: Command = {
  usage: 'summary --vault DIR --out FILE.pdf|FILE.xlsx APPLICATION…',
  options: { vault: { type: 'string' }, out: { type: 'string' } },
  needs: ['vault', 'out'],
  positionals: [1, 1000],
  run: (values, ids, tools) =>
    withHouse(values, tools, async (house) => {
      const path = resolve(text(values, 'out'))
      const format = /\.xlsx$/i.test(path) ? 'xlsx' : 'pdf'
      const { rows } = await summariseApplications(house, { ids, to: { path, format } }, tools.job)
      return {
        exit: 0,
        json: { path, format, rows },
        lines: [cliText('summary.done', { path, rows })],
      }
    }),
}
