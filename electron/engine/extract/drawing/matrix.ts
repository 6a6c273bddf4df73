/** Affine maps of the plane, as OFD and SVG write them. Pure. */
import type { Matrix } from '../../../../shared/model/drawing.ts'
import { numbers } from '../ofd-page.ts'

/** Nothing on a sheet of paper is further away, or larger. */
const farthest = 1e6

const isPlace = (value: number): boolean => Math.abs(value) <= farthest

/** The number of an attribute; `otherwise` where it has none or one that no paper holds. */
export function numberOf(text: string | undefined, otherwise: number): number {
  const value = Number(text === undefined || text.trim() === '' ? Number.NaN : text)
  return isPlace(value) ? value : otherwise
}

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ]
}

export const translation = (x: number, y: number): Matrix => [1, 0, 0, 1, x, y]

/** The map of an attribute, or null where it has none or a broken one. */
export function matrixOf(text: string | undefined): Matrix | null {
  const [a, b, c, d, e, f] = numbers(text)
  const all = [a, b, c, d, e, f].map((value) => value ?? Number.NaN)
  return all.every(isPlace) ? (all as unknown as Matrix) : null
}

export type Box = readonly [x: number, y: number, width: number, height: number]

/** A rectangle of an attribute, or null. */
export function boxOf(text: string | undefined): Box | null {
  const [x, y, width, height] = numbers(text)
  const all = [x, y, width, height].map((value) => value ?? Number.NaN)
  return all.every(isPlace) ? (all as unknown as Box) : null
}
