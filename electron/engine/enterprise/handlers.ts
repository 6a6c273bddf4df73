/** Answers the calls about the enterprise. */
import type { enterpriseCalls } from '../../../shared/calls/enterprise.ts'
import type { Parsed } from '../../../shared/contract.ts'
import { type HandlersOf, inHouse } from '../handlers.ts'
import { fillEnterprise, openEnterprise } from './enterprise.ts'

export const enterpriseHandlers: HandlersOf<typeof enterpriseCalls> = {
  'enterprise.open': inHouse(openEnterprise),
  'enterprise.fill': inHouse((house, input: Parsed<'enterprise.fill'>) =>
    fillEnterprise(house, input),
  ),
}
