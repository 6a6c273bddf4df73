import { notice } from '../../shared/model/catalogue.ts'
import type { Material } from '../../shared/model/material.ts'
import { daysBetween } from '../../shared/programme/calendar.ts'

export type Validity = 'none' | 'future' | 'valid' | 'soon' | 'expired'

/** How a paper stands on a day; its first and last day count as valid. Pure. */
export function validityOf(
  { validFrom, validTo }: Pick<Material, 'validTo'> & Partial<Pick<Material, 'validFrom'>>,
  today: string,
): Validity {
  if (!today) return 'none'
  const left = validTo ? daysBetween(today, validTo) : null
  if (left !== null && left < 0) return 'expired'
  if (validFrom && validFrom > today) return 'future'
  return left === null ? 'none' : left <= notice ? 'soon' : 'valid'
}
