/** Dates and sizes as people read them. Pure. */
import { figure } from '../../shared/text/figure.ts'

/** A calendar date in running text: 2023年3月31日, or 31 March 2023. */
export function longDate(day: string, language: string): string {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number)
  if (!year || !month || !date) return day
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(Date.UTC(year, month - 1, date))
}

/** A month (YYYY-MM) by its short name: 2月, Feb. */
export function monthName(month: string, language: string): string {
  return new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }).format(
    Date.parse(`${month}-01T00:00Z`),
  )
}

/** An instant as date and minute of the clock in China, for tables: 2023-03-31 09:05. */
export function instant(iso: string): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  return new Date(at.getTime() + 8 * 3600_000).toISOString().slice(0, 16).replace('T', ' ')
}

const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** Bytes as a person reads them: 820 B, 1.4 MB. */
export function fileSize(bytes: number): string {
  let size = bytes
  let step = 0
  while (size >= 1024 && step < units.length - 1) {
    size /= 1024
    step += 1
  }
  const shown = step === 0 || size >= 100 ? Math.round(size) : Math.round(size * 10) / 10
  return `${figure(shown)} ${units[step]}`
}

/** A、B和C, or A, B and C. */
export function listed(items: readonly string[], language: string): string {
  return new Intl.ListFormat(language).format(items)
}

const fileKinds: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/ofd': 'OFD',
  'application/xml': 'XML',
}

/** What people call a file by its media type: PDF, OFD, PNG. */
export const fileKind = (media: string): string =>
  fileKinds[media] ?? (media.split('/').at(-1) ?? '').replace(/^.*[.-]/, '').toUpperCase()
