/** Calls about what left the office. */
import { z } from 'zod'
import type { LedgerRow, ReceiptView, Verification } from '../model/bundle.ts'
import { call, handle, nothing } from './call.ts'

const seq = z.number().int().positive()

export const receiptCalls = {
  /** The ledger of all exports, newest first. */
  'receipt.list': call(nothing).out<readonly LedgerRow[]>(),
  'receipt.open': call(z.strictObject({ seq })).out<ReceiptView>(),
  /** Verifies what lies where it was written, every volume of it. Long. */
  'receipt.verify': call(z.strictObject({ seq })).out<Verification>(),
  /** The 交接单 as a PDF, to be stamped and handed over. */
  'receipt.sheet': call(z.strictObject({ seq, to: handle })).out<null>(),
} as const
