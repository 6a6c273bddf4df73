/** Letting go of a claim on an invoice: with a reason, a name and the day, sealed and in the log. */
import type { Parsed } from '../../../shared/contract.ts'
import { Fault } from '../../../shared/fault.ts'
import type { MaterialView } from '../../../shared/model/material.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import type { House } from '../house.ts'
import { append } from '../store/log.ts'
import { save } from '../store/rows.ts'
import { allClaims, invoiceIn } from './claims.ts'
import { rowOf } from './material-rows.ts'
import { viewOf } from './material-view.ts'

/**
 * Releases an application's claim on the invoice that this paper shows, with reason and name; an
 * empty reason takes the release back. Throws `material.unknown`, `invoice.unclaimed` where that
 * application does not claim it.
 */
export function releaseInvoice(house: House, input: Parsed<'material.release'>): MaterialView {
  const { db } = house
  const { application, reason, name } = input
  const row = rowOf(db, input.sha256)
  const invoice = invoiceIn(row)
  const claim = allClaims(db).find(
    (each) => each.application === application && each.invoice === invoice,
  )
  if (!claim || invoice === null) throw new Fault('invoice.unclaimed', { name: row.name })
  if (reason !== '' && name === '') throw new Fault('input.invalid', { path: 'name', why: '' })
  db.transaction(() => {
    const detail = { application, invoice, reason, name }
    append(db, house.clock(), reason ? 'invoice.release' : 'invoice.reclaim', row.sha256, detail)
    if (reason === '') {
      db.prepare('DELETE FROM invoice_release WHERE invoice = ? AND application = ?').run(
        invoice,
        application,
      )
      return
    }
    const day = todayInChina(house.clock())
    save(db, 'invoice_release', { invoice, application, reason, name, day })
  })()
  return viewOf(house, rowOf(db, input.sha256))
}
