/** Answers the calls about what left the office. */
import type { receiptCalls } from '../../../shared/calls/receipt.ts'
import { houseOn, pathOf } from '../desk.ts'
import { type HandlersOf, inHouse } from '../handlers.ts'
import { writeHandoverSheet } from './handover.ts'
import { listReceipts, openReceipt } from './receipts.ts'

export const receiptHandlers: HandlersOf<typeof receiptCalls> = {
  'receipt.list': inHouse(listReceipts),
  'receipt.open': inHouse(openReceipt),
  'receipt.sheet': async (desk, { seq, to }, job) => {
    await writeHandoverSheet(houseOn(desk), seq, pathOf(desk, to), job)
    return null
  },
}
