/** Calls about the applicant: profile and yearly figures. */
import { type EnterpriseView, enterpriseFill } from '../model/enterprise.ts'
import { call, nothing } from './call.ts'

export const enterpriseCalls = {
  'enterprise.open': call(nothing).out<EnterpriseView>(),
  'enterprise.fill': call(enterpriseFill).out<EnterpriseView>(),
} as const
