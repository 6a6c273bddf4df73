/** Answers the calls about what left the office. */
import { join } from 'node:path'
import type { receiptCalls } from '../../../shared/calls/receipt.ts'
import { verifyPicked } from '../bundle/verify-picked.ts'
import { houseOn, targetOf } from '../desk.ts'
import { type HandlersOf, inHouse } from '../handlers.ts'
import { writeHandoverSheet } from './handover.ts'
import { listReceipts, openReceipt } from './receipts.ts'

export const receiptHandlers: HandlersOf<typeof receiptCalls> = {
  'receipt.list': inHouse(listReceipts),
  'receipt.open': inHouse(openReceipt),
  'receipt.verify': (desk, { seq }, job) => {
    const { receipt } = openReceipt(houseOn(desk), { seq })
    const [first = receipt.path, ...others] = receipt.volumes.map(({ name }) =>
      join(receipt.path, name),
    )
    return verifyPicked(first, others, desk.config, desk.around.clock(), job)
  },
  'receipt.sheet': async (desk, { seq, to }, job) => {
    await writeHandoverSheet(houseOn(desk), seq, targetOf(desk, to), job)
    return null
  },
}
