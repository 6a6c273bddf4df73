/** Places by their GB/T 2260 code: two digits each for province, city and county. Pure. */
import { regions } from '../../shared/registry/registry.ts'

const names = new Map(regions.map(({ code, name }) => [code, name]))

/** 江苏省 / 苏州市 / 昆山市; an unknown code stays as it is. */
export function regionPath(code: string): string {
  if (!names.has(code)) return code
  const above = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code]
  return [...new Set(above)]
    .map((one) => names.get(one))
    .filter((name) => name !== undefined)
    .join(' / ')
}
