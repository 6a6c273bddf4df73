/**
 * Where a drawing stands on a sheet of the volume. Sheets are printed on both sides and glued at the
 * left: odd pages have their binding edge at the left, even ones at the right. Nothing is distorted,
 * enlarged or cut off.
 *
 * - Our own pages keep their size; the block of text moves with the binding edge.
 * - Pages of A4's proportions bring margins of their own: they stand beside the binding strip and
 *   above the page number.
 * - Everything else is fitted into the block of text.
 * - What lies across is turned with its head to the left (GB/T 9704: 单页码表头在订口一边，双页码表头在
 *   切口一边), unless it can be read upright.
 */
import { mm, page } from '../form/measure.ts'
import type { Drawing } from './pdf-pages.ts'
import { combined, type Matrix } from './pdf-text.ts'

export type Rectangle = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Odd pages lie on the right of an open volume. */
export const isRight = (number: number): boolean => Math.abs(number % 2) === 1

/** What is glued, and what the page number takes at the foot. */
const binding = mm(20)
export const foot = mm(28)

/** The block of text, its wider margin at the binding edge. */
export function textBlock(number: number): Rectangle {
  const outer = page.width - page.left - page.textWidth
  const y = page.height - page.top - page.textHeight
  const x = isRight(number) ? page.left : outer
  return { x, y, width: page.textWidth, height: page.textHeight }
}

/** The sheet without its binding strip and its foot. */
function openSheet(number: number): Rectangle {
  const width = page.width - binding
  return { x: isRight(number) ? binding : 0, y: foot, width, height: page.height - foot }
}

/** Brings a drawing upright, its lower left corner to the origin. */
function upright({ box, turn }: Pick<Drawing, 'box' | 'turn'>): { matrix: Matrix; size: Size } {
  const [left, bottom, right, top] = box
  const [width, height] = [right - left, top - bottom]
  switch (turn) {
    case 0:
      return { matrix: [1, 0, 0, 1, -left, -bottom], size: { width, height } }
    case 90:
      return { matrix: [0, -1, 1, 0, -bottom, right], size: { width: height, height: width } }
    case 180:
      return { matrix: [-1, 0, 0, -1, right, top], size: { width, height } }
    case 270:
      return { matrix: [0, 1, -1, 0, top, -left], size: { width: height, height: width } }
  }
}

type Size = { readonly width: number; readonly height: number }

const scaleInto = ({ width, height }: Size, room: Size): number =>
  Math.min(1, room.width / width, room.height / height)

/** Below this scale what lies across is turned, if that makes it a quarter larger at least. */
const readable = 0.7

/** A drawing's matrix on page `number`; `own` for pages that are laid out for this very sheet. */
export function placeOn(
  number: number,
  drawing: Pick<Drawing, 'box' | 'turn'>,
  own: boolean,
): Matrix {
  const { matrix, size } = upright(drawing)
  const block = textBlock(number)
  if (own) return combined(matrix, [1, 0, 0, 1, block.x - page.left, 0])
  const turned = { width: size.height, height: size.width }
  const [plain, across] = [scaleInto(size, block), scaleInto(turned, block)]
  if (plain < readable && across > plain * 1.25) {
    return fitted(combined(matrix, [0, 1, -1, 0, size.height, 0]), turned, number)
  }
  return fitted(matrix, size, number)
}

/** A4, A3 and their kin, to a hundredth. */
const isOfA4 = ({ width, height }: Size) => Math.abs(height / width / Math.SQRT2 - 1) < 0.015

function fitted(matrix: Matrix, size: Size, number: number): Matrix {
  const block = textBlock(number)
  const room = scaleInto(size, block) < 1 && isOfA4(size) ? openSheet(number) : block
  const scale = scaleInto(size, room)
  const x = room.x + (room.width - size.width * scale) / 2
  const y = room.y + (room.height - size.height * scale) / 2
  return combined(matrix, [scale, 0, 0, scale, x, y])
}
