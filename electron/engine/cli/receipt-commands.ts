/** receipts, handover: what left the office, and the paper that goes along with it. */
import { resolve } from 'node:path'
import type { LedgerRow } from '../../../shared/model/bundle.ts'
import { writeHandoverSheet } from '../application/handover.ts'
import { listReceipts, openReceipt } from '../application/receipts.ts'
import { type Command, text, UsageError, type Values, withHouse } from './command.ts'
import { cliText } from './sentences.ts'

function numberOf(values: Values): number {
  const given = text(values, 'receipt')
  if (/^\d{1,12}$/.test(given) && Number(given) > 0) return Number(given)
  throw new UsageError(cliText('option.value', { option: '--receipt' }))
}

const line = ({ seq, at, title, bundleId, name, size, papers, blocking }: LedgerRow): string =>
  [
    cliText('receipts.one', { seq, at, title, id: bundleId, name, size, papers }),
    ...(blocking > 0 ? [cliText('receipts.blocking', { count: blocking })] : []),
  ].join(' ')

export const receipts: Command = {
  usage: 'receipts --vault DIR [--receipt N]',
  options: { vault: { type: 'string' }, receipt: { type: 'string' } },
  needs: ['vault'],
  positionals: [0, 0],
  run: (values, _positionals, tools) =>
    withHouse(values, tools, (house) => {
      if (values.receipt === undefined) {
        const rows = listReceipts(house)
        return { exit: 0, json: rows, lines: rows.map(line) }
      }
      const view = openReceipt(house, { seq: numberOf(values) })
      return {
        exit: 0,
        json: view,
        lines: view.contents.map(({ sha256, path, name }) => `${sha256}  ${path}  ${name}`),
      }
    }),
}

export const handover: Command = {
  usage: 'handover --vault DIR --receipt N FILE.pdf',
  options: { vault: { type: 'string' }, receipt: { type: 'string' } },
  needs: ['vault', 'receipt'],
  positionals: [1, 1],
  run: (values, [file = ''], tools) =>
    withHouse(values, tools, async (house) => {
      const path = resolve(file)
      await writeHandoverSheet(house, numberOf(values), path, tools.job)
      return { exit: 0, json: { path }, lines: [cliText('handover.done', { path })] }
    }),
}
