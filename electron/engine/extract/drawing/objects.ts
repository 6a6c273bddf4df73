/**
 * The objects of an OFD page, template, appearance or seal as things to draw. What is unknown or
 * cannot be drawn is left out and counted; a page of too many objects is refused as a whole.
 */
import type { Area, Blend, Drawn, Matrix } from '../../../../shared/model/drawing.ts'
import { blends } from '../../../../shared/model/drawing.ts'
import { Unreadable, type XmlNode } from '../read-document.ts'
import { childrenOf } from '../xml.ts'
import { type Face, faceOf } from './face.ts'
import { imageOf } from './image.ts'
import { colorOf, type Pen, strokeOf } from './ink.ts'
import { boxOf, matrixOf, multiply, numberOf, translation } from './matrix.ts'
import { type Path, pathOf, rectangle } from './path.ts'
import { pensOf, type Resources } from './resources.ts'
import { textsOf } from './text.ts'

export const drawingLimits = {
  /** Objects of a page, those of templates and seals included. */
  objects: 20_000,
  /** Characters of pictures in base64. */
  pictures: 16 * 1024 * 1024,
  depth: 12,
} as const

/** What a page has used up, and what it lacks. */
export type Ledger = { objects: number; pictures: number; leftOut: number; seals: number }

export type Scope = {
  readonly resources: Resources
  readonly pen: Pen
  readonly ledger: Ledger
  readonly faces: Map<string, Face>
  /** pdf.js's folder. */
  readonly assets: string
  readonly depth: number
}

const blendOf = (text: string | undefined): Blend =>
  blends.find((blend) => blend === text?.toLowerCase()) ?? 'normal'

const drawn = (node: XmlNode, content: Drawn['content'], more: Partial<Drawn> = {}): Drawn => ({
  content,
  matrix: null,
  clips: [],
  alpha: Math.min(Math.max(numberOf(node.attributes.Alpha, 255) / 255, 0), 1),
  blend: blendOf(node.attributes.BlendMode),
  ...more,
})

/** From an object's own coordinates to those of what holds it. */
function placeOf(node: XmlNode): Matrix {
  const [x, y] = boxOf(node.attributes.Boundary) ?? [0, 0]
  const own = matrixOf(node.attributes.CTM)
  return own ? multiply(translation(x, y), own) : translation(x, y)
}

const isEvenOdd = ({ attributes }: XmlNode): boolean => attributes.Rule === 'Even-Odd'

function areasOf(clip: XmlNode, place: Matrix, ledger: Ledger): Area[] {
  return childrenOf(clip, 'Area').flatMap((area) => {
    const own = matrixOf(area.attributes.CTM)
    const base = own ? multiply(place, own) : place
    return area.children.flatMap((child) => {
      const path = pathOf(childrenOf(child, 'AbbreviatedData')[0]?.text ?? '')
      if (child.name !== 'Path' || !path) {
        ledger.leftOut += 1
        return []
      }
      const matrix = multiply(base, placeOf(child))
      return [{ path: path.path, matrix, evenOdd: isEvenOdd(child) }]
    })
  })
}

/** What an object says it is drawn within. */
function clipsOf(node: XmlNode, place: Matrix, ledger: Ledger): Area[][] {
  return childrenOf(node, 'Clips')
    .flatMap((clips) => childrenOf(clips, 'Clip'))
    .map((clip) => areasOf(clip, place, ledger))
    .filter((areas) => areas.length > 0)
}

/** Room around a boundary that is no clipping yet: writers round. */
const tolerance = 0.5

/** An object is cut off at its boundary; most keep inside it, and need nothing. */
function edgeOf(node: XmlNode, { bounds }: Path, place: Matrix, width: number): Area[][] {
  const [x, y, wide, high] = boxOf(node.attributes.Boundary) ?? [0, 0, 0, 0]
  if (wide <= 0 || high <= 0) return []
  const room = width / 2 + tolerance
  const corners = [
    [bounds.left, bounds.top],
    [bounds.right, bounds.top],
    [bounds.left, bounds.bottom],
    [bounds.right, bounds.bottom],
  ].map(([atX = 0, atY = 0]) => {
    const [, , , , e, f] = multiply(place, translation(atX, atY))
    return [e, f] as const
  })
  const isInside = corners.every(
    ([atX, atY]) =>
      atX >= x - room && atX <= x + wide + room && atY >= y - room && atY <= y + high + room,
  )
  if (isInside) return []
  const path = rectangle(x - room, y - room, wide + 2 * room, high + 2 * room)
  return [[{ path, matrix: null, evenOdd: false }]]
}

function drawPath(node: XmlNode, scope: Scope): Drawn[] {
  const { ledger, pen } = scope
  const path = pathOf(childrenOf(node, 'AbbreviatedData')[0]?.text ?? '')
  if (!path) {
    ledger.leftOut += 1
    return []
  }
  const fill = node.attributes.Fill === 'true' ? colorOf('FillColor', node, scope, null) : null
  const line =
    node.attributes.Stroke === 'false' ? null : colorOf('StrokeColor', node, scope, '#000000')
  if (fill?.approximate || line?.approximate) ledger.leftOut += 1
  const stroke = line && strokeOf(node, pen, line)
  const matrix = placeOf(node)
  const clips = [
    ...edgeOf(node, path, matrix, stroke?.width ?? 0),
    ...clipsOf(node, matrix, ledger),
  ]
  const content = {
    shape: 'path' as const,
    path: path.path,
    evenOdd: isEvenOdd(node),
    fill: fill && { color: fill.color, alpha: fill.alpha },
    stroke,
  }
  return fill || stroke ? [drawn(node, content, { matrix, clips })] : []
}

async function faceIn({ faces, resources }: Scope, id: string | undefined): Promise<Face> {
  const face = faces.get(id ?? '') ?? (await faceOf(resources, id))
  faces.set(id ?? '', face)
  return face
}

async function drawText(node: XmlNode, scope: Scope): Promise<Drawn[]> {
  const face = await faceIn(scope, node.attributes.Font)
  const matrix = placeOf(node)
  const clips = clipsOf(node, matrix, scope.ledger)
  return textsOf(node, { ...scope, face }).map(({ text, approximate }) => {
    if (approximate) scope.ledger.leftOut += 1
    return drawn(node, text, { matrix, clips })
  })
}

async function drawImage(node: XmlNode, scope: Scope): Promise<Drawn[]> {
  const { ledger, resources, assets } = scope
  const image = await imageOf(resources, node.attributes.ResourceID, assets)
  if (!image || ledger.pictures + image.base64.length > drawingLimits.pictures) {
    ledger.leftOut += 1
    return []
  }
  ledger.pictures += image.base64.length
  // A mask that is not followed hides less than it should.
  if (node.attributes.ImageMask !== undefined) ledger.leftOut += 1
  const [x, y, width, height] = boxOf(node.attributes.Boundary) ?? [0, 0, 1, 1]
  const matrix = matrixOf(node.attributes.CTM)
    ? placeOf(node)
    : ([width, 0, 0, height, x, y] as const)
  return [drawn(node, image, { matrix, clips: clipsOf(node, matrix, ledger) })]
}

/** A graphic that is composed once and drawn in many places. */
async function drawComposite(node: XmlNode, scope: Scope): Promise<Drawn[]> {
  const unit = scope.resources.composites.get(node.attributes.ResourceID ?? '')
  const content = childrenOf(unit, 'Content')[0]
  if (!content) {
    scope.ledger.leftOut += 1
    return []
  }
  const parts = await drawObjects(content.children, { ...scope, depth: scope.depth + 1 })
  const matrix = placeOf(node)
  const clips = clipsOf(node, matrix, scope.ledger)
  return [drawn(node, { shape: 'group', parts }, { matrix, clips })]
}

const drawBlock = (node: XmlNode, scope: Scope): Promise<Drawn[]> =>
  drawObjects(node.children, { ...scope, depth: scope.depth + 1 })

type Draw = (node: XmlNode, scope: Scope) => Drawn[] | Promise<Drawn[]>

const drawers: Readonly<Record<string, Draw>> = {
  PathObject: drawPath,
  TextObject: drawText,
  ImageObject: drawImage,
  CompositeObject: drawComposite,
  PageBlock: drawBlock,
}

/** Things to draw, in their order. Throws Unreadable `ofd.crowded`. */
export async function drawObjects(nodes: readonly XmlNode[], scope: Scope): Promise<Drawn[]> {
  const { ledger, resources } = scope
  if (scope.depth > drawingLimits.depth) throw new Unreadable('ofd.crowded', {})
  const all: Drawn[] = []
  for (const node of nodes) {
    if (node.attributes.Visible === 'false') continue
    ledger.objects += 1
    if (ledger.objects > drawingLimits.objects) throw new Unreadable('ofd.crowded', {})
    const draw = drawers[node.name]
    const pen = [...pensOf(resources, node.attributes.DrawParam), ...scope.pen]
    if (draw) all.push(...(await draw(node, { ...scope, pen })))
    else ledger.leftOut += 1
  }
  return all
}
