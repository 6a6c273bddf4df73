/** A value that travels as JSON text, as people read it; empty for one that is not there. Pure. */
export function jsonText(json: string): string {
  if (json === '') return ''
  const value: unknown = JSON.parse(json)
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) {
    return value.join(' / ')
  }
  return JSON.stringify(value)
}
