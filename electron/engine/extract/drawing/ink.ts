/** Colours and lines of OFD objects: their own, else their draw parameters', else the standard's. Pure. */
import type { Ink, Stroke } from '../../../../shared/model/drawing.ts'
import { numbers } from '../ofd-page.ts'
import type { XmlNode } from '../read-document.ts'
import { childrenOf } from '../xml.ts'
import { numberOf } from './matrix.ts'
import type { Resources } from './resources.ts'

/** Draw parameters, the nearest first: an object's own attributes and children come before them. */
export type Pen = readonly XmlNode[]

const limit = (value: number, most = 1): number => Math.min(Math.max(value || 0, 0), most)

const hex = (parts: readonly number[]): string =>
  `#${parts.map((part) => Math.round(limit(part, 255)).toString(16).padStart(2, '0')).join('')}`

/** `#ff` and `255` both occur. */
const component = (text: string): number =>
  text.startsWith('#') ? Number.parseInt(text.slice(1), 16) : Number(text)

function rgb(values: readonly number[], type: string, most: number): string {
  const [a = 0, b = 0, c = 0, d = 0] = values.map((value) => (value / most) * 255)
  if (type === 'GRAY' || values.length === 1) return hex([a, a, a])
  if (type !== 'CMYK' && values.length !== 4) return hex([a, b, c])
  return hex([a, b, c].map((part) => 255 * (1 - part / 255) * (1 - d / 255)))
}

/** Shadings and patterns are drawn in their first colour; `approximate` tells so. */
export type Mixed = Ink & { readonly approximate: boolean }

function inkOf(node: XmlNode, resources: Resources): Mixed | null {
  const alpha = limit(numberOf(node.attributes.Alpha, 255) / 255)
  const space = resources.colorSpaces.get(node.attributes.ColorSpace ?? '')
  const most = 2 ** (Number(space?.attributes.BitsPerComponent) || 8) - 1
  const palette = childrenOf(childrenOf(space, 'Palette')[0], 'CV')
  const value = node.attributes.Value ?? palette[Number(node.attributes.Index)]?.text
  if (value !== undefined && value.trim() !== '') {
    const values = value.trim().split(/\s+/).map(component)
    const color = rgb(values, (space?.attributes.Type ?? 'RGB').toUpperCase(), most)
    return { color, alpha, approximate: false }
  }
  const shading = node.children.find(({ name }) => /Shd$|^Pattern$/.test(name))
  const first = childrenOf(childrenOf(shading, 'Segment')[0], 'Color')[0]
  const inner = first && inkOf(first, resources)
  if (shading && inner) return { ...inner, alpha: inner.alpha * alpha, approximate: true }
  return shading ? null : { color: '#000000', alpha, approximate: false }
}

const found = (name: string, object: XmlNode, pen: Pen): XmlNode | undefined =>
  [object, ...pen].flatMap((node) => childrenOf(node, name))[0]

/** The colour of an object's inside or line; `otherwise` where nothing says one. */
export function colorOf(
  name: 'FillColor' | 'StrokeColor',
  object: XmlNode,
  { pen, resources }: { readonly pen: Pen; readonly resources: Resources },
  otherwise: string | null,
): Mixed | null {
  const node = found(name, object, pen)
  if (node) return inkOf(node, resources)
  return otherwise === null ? null : { color: otherwise, alpha: 1, approximate: false }
}

const said = (name: string, object: XmlNode, pen: Pen): string | undefined =>
  [object, ...pen].map(({ attributes }) => attributes[name]).find((value) => value !== undefined)

const caps = { butt: 'butt', round: 'round', square: 'square' } as const
const joins = { miter: 'miter', round: 'round', bevel: 'bevel' } as const

const oneOf = <T extends string>(all: Readonly<Record<string, T>>, text: string | undefined) =>
  Object.entries(all).find(([key]) => key === text?.toLowerCase())?.[1]

/** Width of a line that does not say its own. */
const thin = 0.353

export function strokeOf(object: XmlNode, pen: Pen, ink: Ink): Stroke {
  const width = numberOf(said('LineWidth', object, pen), thin)
  const dash = numbers(said('DashPattern', object, pen)).filter((part) => part >= 0 && part <= 1e4)
  return {
    color: ink.color,
    alpha: ink.alpha,
    width: width >= 0 ? width : thin,
    cap: oneOf(caps, said('Cap', object, pen)) ?? 'butt',
    join: oneOf(joins, said('Join', object, pen)) ?? 'miter',
    miter: Math.max(1, numberOf(said('MiterLimit', object, pen), 4.234)),
    dash: dash.some((part) => part > 0) ? dash.slice(0, 20) : [],
    dashOffset: numberOf(said('DashOffset', object, pen), 0),
  }
}
