import type { Material } from '../../shared/model/material.ts'
import { daysBetween } from '../../shared/programme/calendar.ts'

/** Days before the end at which a paper is called expiring. */
export const notice = 90

export type Validity = 'none' | 'valid' | 'soon' | 'expired'

/** How a paper stands on a day; its last day still counts as valid. Pure. */
export function validityOf(material: Pick<Material, 'validTo'>, today: string): Validity {
  if (!material.validTo || !today) return 'none'
  const left = daysBetween(today, material.validTo)
  return left < 0 ? 'expired' : left <= notice ? 'soon' : 'valid'
}
