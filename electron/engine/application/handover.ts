/** The 交接单 of an export, out of its receipt and the application that it belongs to. */
import { slotsOf } from '../../../shared/programme/track.ts'
import { handoverSheet } from '../bundle/handover-sheet.ts'
import { openEnterprise } from '../enterprise/enterprise.ts'
import { fontFolder } from '../form/fonts.ts'
import type { House, Job } from '../house.ts'
import { pagedDocument } from '../paper/paged-document.ts'
import { writeOut } from '../write-out.ts'
import { packOf } from './pack.ts'
import { openReceipt } from './receipts.ts'
import { recordOf } from './rows.ts'

/**
 * Writes the sheet as a PDF. Throws `receipt.unknown`, `programme.unusable`, `form.font`,
 * `target.unwritable`, `job.cancelled`.
 */
export async function writeHandoverSheet(
  house: House,
  seq: number,
  path: string,
  job: Job,
): Promise<void> {
  const view = openReceipt(house, { seq })
  const record = recordOf(house.db, view.receipt.application)
  const pack = packOf(house.db, record.pack_hash)
  const { facts, sample } = openEnterprise(house)
  const sheet = handoverSheet({
    ...view,
    title: pack.title,
    edition: record.edition,
    enterprise: facts.name ?? '',
    creditCode: facts.creditCode ?? '',
    sample,
    slots: new Map(slotsOf(pack, record.track).map(({ id, title }) => [id, title])),
  })
  const { pdf } = await pagedDocument(sheet, fontFolder(house.assets), job)
  writeOut(path, pdf)
}
