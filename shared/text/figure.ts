/** Figures as people read them, on both sides. Pure; exact decimals stay strings. */

/** 1234567.5 → 1,234,567.5. Works on decimal strings, so that no amount passes through a float. */
export function figure(value: string | number): string {
  const match = /^([-+]?)(\d+)(\.\d+)?$/.exec(String(value).trim())
  if (!match) return String(value)
  const [, sign = '', whole = '', fraction = ''] = match
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction}`
}

/**
 * What fills a gap of a sentence. Only a gap written `{{actual, figure}}` is grouped, so that years,
 * codes and invoice numbers stay as they are; and of a field's answer, only one that has a unit: an
 * answer without may be a telephone number, and one in 年 a year.
 */
export function filledGap(
  value: unknown,
  format: string | undefined,
  { unit }: { readonly unit?: unknown },
): string {
  const isAmount = typeof value === 'string' || typeof value === 'number'
  if (format !== 'figure' || !isAmount || unit === '' || unit === '年') return String(value ?? '')
  return figure(value)
}
