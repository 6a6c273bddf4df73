/**
 * The gate: every call's input is parsed here, handed to its service, and the answer or the failure
 * goes back. The areas' tables are complete by their types: a missing or misspelt call does not
 * compile.
 */
import { calls, type Name, type Output, type Parsed } from '../../shared/contract.ts'
import { Fault } from '../../shared/fault.ts'
import type { Failure } from '../../shared/wire.ts'
import { courseHandlers } from './application/course-handlers.ts'
import { applicationHandlers } from './application/handlers.ts'
import { receiptHandlers } from './application/receipt-handlers.ts'
import { materialHandlers } from './archive/handlers.ts'
import { backupHandlers } from './backup/handlers.ts'
import { bundleHandlers } from './bundle/handlers.ts'
import type { Desk } from './desk.ts'
import { enterpriseHandlers } from './enterprise/handlers.ts'
import { faultOf } from './fault-of.ts'
import type { Job } from './house.ts'
import { identityHandlers } from './identity/handlers.ts'
import { opinionHandlers } from './opinion/handlers.ts'
import { paperHandlers } from './paper/handlers.ts'
import { programmeHandlers } from './programme/handlers.ts'
import { reserveHandlers } from './reserve/handlers.ts'
import { reviewHandlers } from './review/handlers.ts'
import { recordSurprise } from './surprise.ts'
import { vaultHandlers } from './vault/handlers.ts'

type Handlers = {
  readonly [N in Name]: (desk: Desk, input: Parsed<N>, job: Job) => Output<N> | Promise<Output<N>>
}

const handlers: Handlers = {
  ...vaultHandlers,
  ...backupHandlers,
  ...enterpriseHandlers,
  ...materialHandlers,
  ...programmeHandlers,
  ...applicationHandlers,
  ...courseHandlers,
  ...paperHandlers,
  ...reserveHandlers,
  ...bundleHandlers,
  ...identityHandlers,
  ...reviewHandlers,
  ...opinionHandlers,
  ...receiptHandlers,
}

const isName = (call: string): call is Name => Object.hasOwn(calls, call)

async function answer<N extends Name>(desk: Desk, name: N, input: unknown, job: Job) {
  const parsed = calls[name].input.safeParse(input)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Fault('input.invalid', {
      path: `${name} ${issue?.path.join('.') ?? ''}`.trim(),
      why: issue?.message ?? '',
    })
  }
  return handlers[name](desk, parsed.data as Parsed<N>, job)
}

/** Serves one call; never rejects. What a closed vault cuts off counts as cancelled. */
export async function serve(
  desk: Desk,
  call: string,
  input: unknown,
  job: Job,
): Promise<{ readonly value: unknown } | { readonly fault: Failure }> {
  const { house } = desk
  try {
    if (!isName(call)) throw new Fault('call.unknown', { call })
    return { value: await answer(desk, call, input, job) }
  } catch (error) {
    const closed = house !== null && !house.db.open
    const fault = closed ? new Fault('job.cancelled') : faultOf(error)
    if (fault) return { fault: { code: fault.code, data: fault.data } }
    const ref = recordSurprise(desk.config, call, error, desk.around.clock())
    return { fault: { code: 'unexpected', data: { ref } } }
  }
}
