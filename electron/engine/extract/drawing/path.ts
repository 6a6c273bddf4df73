/**
 * OFD's path language (S M L Q B A C with numbers) as SVG's. What comes out holds commands and
 * finite numbers only, whatever went in. Pure.
 */
import type { PathData } from '../../../../shared/model/drawing.ts'

export type Bounds = { left: number; top: number; right: number; bottom: number }

export type Path = { readonly path: PathData; readonly bounds: Bounds }

/** Command in SVG, and how many numbers follow. */
const commands: Readonly<Record<string, readonly [string, number]>> = {
  S: ['M', 2],
  M: ['M', 2],
  L: ['L', 2],
  Q: ['Q', 4],
  B: ['C', 6],
  A: ['A', 7],
  C: ['Z', 0],
}

/** Farther than any sheet of paper reaches. */
const farthest = 1e6

/** Longest path, in numbers and commands: more than any seal has. */
const longest = 200_000

const short = (value: number): number => Math.round(value * 10_000) / 10_000

function stretch(bounds: Bounds, x: number, y: number): void {
  bounds.left = Math.min(bounds.left, x)
  bounds.right = Math.max(bounds.right, x)
  bounds.top = Math.min(bounds.top, y)
  bounds.bottom = Math.max(bounds.bottom, y)
}

/** Control points bound a curve; an arc lies within its diameters around both ends. */
function cover(bounds: Bounds, command: string, values: readonly number[]): void {
  if (command === 'A') {
    const reach = 2 * Math.max(Math.abs(values[0] ?? 0), Math.abs(values[1] ?? 0))
    const [x, y] = [values[5] ?? 0, values[6] ?? 0]
    stretch(bounds, x - reach, y - reach)
    stretch(bounds, x + reach, y + reach)
    return
  }
  for (let at = 0; at < values.length; at += 2)
    stretch(bounds, values[at] ?? 0, values[at + 1] ?? 0)
}

/** Null for what is no path, is empty, or is too long. */
export function pathOf(data: string): Path | null {
  const tokens = data.replaceAll(',', ' ').trim().split(/\s+/)
  if (tokens.length > longest) return null
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  const parts: string[] = []
  for (let at = 0; at < tokens.length; ) {
    const [command, count] = commands[tokens[at] ?? ''] ?? []
    if (command === undefined || count === undefined) return null
    const values = tokens.slice(at + 1, at + 1 + count).map(Number)
    if (values.length < count || !values.every((value) => Math.abs(value) <= farthest)) return null
    if (command === 'A') values.splice(3, 2, values[3] ? 1 : 0, values[4] ? 1 : 0)
    // A line or a curve needs a point to start from.
    if (parts.length === 0 && command !== 'M') parts.push('M0 0')
    cover(bounds, command, values)
    parts.push(`${command}${values.map(short).join(' ')}`)
    at += 1 + count
  }
  return bounds.left <= bounds.right ? { path: parts.join(''), bounds } : null
}

export const rectangle = (x: number, y: number, width: number, height: number): PathData =>
  `M${short(x)} ${short(y)}L${short(x + width)} ${short(y)}L${short(x + width)} ${short(y + height)}L${short(x)} ${short(y + height)}Z`
