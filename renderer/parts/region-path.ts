/** Places by their GB/T 2260 code: two digits each for province, city and county. Pure. */
import { regionNames } from '../../shared/programme/label.ts'

/** 江苏省 / 苏州市 / 昆山市; an unknown code stays as it is. */
export const regionPath = (code: string): string => regionNames(code).join(' / ')
