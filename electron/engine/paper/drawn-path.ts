/** A drawing's paths as PDF draws them: quadratic curves and arcs become cubic ones. Pure. */
import type { Matrix, PathData } from '../../../shared/model/drawing.ts'

type Point = readonly [x: number, y: number]

/** Nothing on a sheet is farther away. */
const farthest = 1e7

/** A number as PDF takes it, as exact as a seal needs that is drawn within a unit's width. */
export const exact = (value: number, decimals = 5): string => {
  const bounded = Math.min(Math.max(value || 0, -farthest), farthest)
  const text = bounded.toFixed(decimals).replace(/\.?0+$/, '')
  return text === '-0' ? '0' : text
}

/** What scales is multiplied with what may be large. */
export const matrixOperator = (matrix: Matrix): string =>
  `${matrix.map((value) => exact(value, 9)).join(' ')} cm\n`

const between = ([ax, ay]: Point, [bx, by]: Point, share: number): Point => [
  ax + (bx - ax) * share,
  ay + (by - ay) * share,
]

/** The angle from one direction to another. */
const angle = ([ux, uy]: Point, [vx, vy]: Point): number =>
  Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy)

type Arc = {
  readonly from: Point
  readonly to: Point
  readonly radii: Point
  /** In radians. */
  readonly tilt: number
  readonly large: boolean
  readonly sweep: boolean
}

/** SVG 1.1, F.6.5 and F.6.6: the ellipse through both ends; null for what is a straight line. */
function ellipseOf({ from, to, radii, tilt, large, sweep }: Arc) {
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)]
  const [dx, dy] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2]
  const [x, y] = [cos * dx + sin * dy, cos * dy - sin * dx]
  const [wide, high] = [Math.abs(radii[0]), Math.abs(radii[1])]
  if (wide === 0 || high === 0 || (dx === 0 && dy === 0)) return null
  const reach = Math.sqrt((x / wide) ** 2 + (y / high) ** 2)
  const grown = Math.max(1, reach)
  const [rx, ry] = [wide * grown, high * grown]
  const share = (x / rx) ** 2 + (y / ry) ** 2
  const far = Math.sqrt(Math.max(0, 1 / share - 1)) * (large === sweep ? -1 : 1)
  const [cx, cy] = [(far * rx * y) / ry, (-far * ry * x) / rx]
  const centre: Point = [
    cos * cx - sin * cy + (from[0] + to[0]) / 2,
    sin * cx + cos * cy + (from[1] + to[1]) / 2,
  ]
  const start: Point = [(x - cx) / rx, (y - cy) / ry]
  const turned = angle(start, [(-x - cx) / rx, (-y - cy) / ry])
  const full = 2 * Math.PI
  const sweepAngle = turned + (sweep && turned < 0 ? full : !sweep && turned > 0 ? -full : 0)
  const place = ([u, v]: Point): Point => [
    centre[0] + cos * rx * u - sin * ry * v,
    centre[1] + sin * rx * u + cos * ry * v,
  ]
  return { begin: angle([1, 0], start), turn: sweepAngle, place }
}

/** Control points of the curves that an arc is made of, three for each quarter at most. */
function curvesOf(arc: Arc): Point[] | null {
  const ellipse = ellipseOf(arc)
  if (!ellipse) return null
  const { begin, turn, place } = ellipse
  const count = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9))
  const step = turn / count
  const reach = (4 / 3) * Math.tan(step / 4)
  return Array.from({ length: count }, (_, at) => begin + at * step).flatMap((a) => {
    const b = a + step
    return [
      place([Math.cos(a) - reach * Math.sin(a), Math.sin(a) + reach * Math.cos(a)]),
      place([Math.cos(b) + reach * Math.sin(b), Math.sin(b) - reach * Math.cos(b)]),
      place([Math.cos(b), Math.sin(b)]),
    ]
  })
}

function arcTo(from: Point, values: readonly number[], to: Point): Point[] | null {
  const [rx = 0, ry = 0, tilt = 0, large, sweep] = values
  const radians = (tilt * Math.PI) / 180
  return curvesOf({ from, to, radii: [rx, ry], tilt: radians, large: !!large, sweep: !!sweep })
}

type Text = (point: Point) => string

function curve(from: Point, command: string, values: readonly number[], text: Text): string {
  const [x = 0, y = 0] = values.slice(-2)
  const to: Point = [x, y]
  if (command === 'M' || command === 'L') return `${text(to)} ${command === 'M' ? 'm' : 'l'}\n`
  const [a = 0, b = 0, c = 0, d = 0] = values
  const points =
    command === 'C'
      ? [[a, b] as const, [c, d] as const, to]
      : command === 'Q'
        ? [between(from, [a, b], 2 / 3), between(to, [a, b], 2 / 3), to]
        : arcTo(from, values, to)
  if (!points) return `${text(to)} l\n`
  return Array.from(
    { length: points.length / 3 },
    (_, at) =>
      `${points
        .slice(3 * at, 3 * at + 3)
        .map(text)
        .join(' ')} c\n`,
  ).join('')
}

/** Operators that build a path, brought to its place by `matrix`; empty for a path of nothing. */
export function pathOperators(path: PathData, matrix: Matrix | null = null): string {
  const [a, b, c, d, e, f] = matrix ?? [1, 0, 0, 1, 0, 0]
  const text: Text = ([x, y]) => `${exact(a * x + c * y + e)} ${exact(b * x + d * y + f)}`
  const parts: string[] = []
  let [from, start]: [Point, Point] = [
    [0, 0],
    [0, 0],
  ]
  for (const [, command = '', inner = ''] of path.matchAll(/([MLQCAZ])([^MLQCAZ]*)/g)) {
    if (command === 'Z') {
      if (parts.length > 0) parts.push('h\n')
      from = start
      continue
    }
    const values = inner.trim().split(/\s+/).map(Number)
    if (parts.length === 0 && command !== 'M') parts.push(`${text(from)} m\n`)
    parts.push(curve(from, command, values, text))
    const [x = 0, y = 0] = values.slice(-2)
    from = [x, y]
    if (command === 'M') start = from
  }
  return parts.join('')
}
