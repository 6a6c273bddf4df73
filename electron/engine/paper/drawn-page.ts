/**
 * A neutral drawing (shared/model/drawing.ts) as a page of a volume: paths stay paths and characters
 * stay characters. It draws what it is given; whether a seal on it is genuine is not its matter.
 */
import { deflateSync } from 'node:zlib'
import type {
  Drawn,
  DrawnImage,
  DrawnPath,
  DrawnText,
  Drawing as Neutral,
  Stroke,
} from '../../../shared/model/drawing.ts'
import { sha256 } from '../crypto.ts'
import { bmpRaster } from './bmp.ts'
import { exact, matrixOperator, pathOperators } from './drawn-path.ts'
import { textOperators } from './drawn-text.ts'
import type { PdfOut } from './pdf-out.ts'
import type { Drawing } from './pdf-pages.ts'
import { held, jpegRaster, writeBand } from './pictures.ts'
import { type Layers, pngLayers } from './png.ts'
import type { VolumeFaces } from './volume-faces.ts'

type Picture = { readonly number: number; readonly orientation: number }

/** What the pages of one paper have in common. */
export type Press = {
  readonly out: PdfOut
  readonly faces: VolumeFaces
  /** Pictures that are written already, by their hash; null for those that cannot be. */
  readonly pictures: Map<string, Picture | null>
}

/** What a page draws with, and the object that all its forms find it in. */
type Page = Press & {
  readonly resources: number
  readonly objects: Map<string, number>
  readonly fonts: Map<string, number>
  /** Names of the graphics states by what they say. */
  readonly states: Map<string, string>
  leftOut: number
}

/** How strongly and in which manner something is laid over what is there. */
type Laid = Pick<Drawn, 'alpha' | 'blend'>
const asIs: Laid = { alpha: 1, blend: 'normal' }

const points = 72 / 25.4

function rgb(color: string): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
  return parts.map((part) => exact(part, 4)).join(' ')
}

function state({ states }: Page, entries: string): string {
  const name = states.get(entries) ?? `G${states.size}`
  states.set(entries, name)
  return `/${name} gs\n`
}

function laid(page: Page, { alpha, blend }: Laid, fill = 1, line = 1): string {
  const [inside, edge] = [alpha * fill, alpha * line]
  if (inside === 1 && edge === 1 && blend === 'normal') return ''
  const mode = `${blend.charAt(0).toUpperCase()}${blend.slice(1)}`
  return state(page, `/ca ${exact(inside)}/CA ${exact(edge)}/BM/${mode}`)
}

const caps = { butt: 0, round: 1, square: 2 } as const
const joins = { miter: 0, round: 1, bevel: 2 } as const

/** Dashes finer than print are no dashes, and would keep a reader busy for ever. */
const finestDash = 0.01

function pen({ color, width, cap, join, miter, dash, dashOffset }: Stroke): string {
  const isFine = dash.reduce((sum, part) => sum + part, 0) < finestDash
  const dashes = isFine
    ? '[]0'
    : `[${dash.map((part) => exact(part)).join(' ')}]${exact(dashOffset)}`
  return (
    `${rgb(color)} RG ${exact(width)} w ${caps[cap]} J ${joins[join]} j ` +
    `${exact(Math.max(1, miter))} M ${dashes} d\n`
  )
}

type Inks = Pick<DrawnText, 'fill' | 'stroke'>

/** A line of no width is none, as on the screen. */
const lineOf = ({ stroke }: Inks): Stroke | null => (stroke && stroke.width > 0 ? stroke : null)

function colours(page: Page, inks: Inks, over: Laid): string {
  const { fill } = inks
  const line = lineOf(inks)
  return (
    laid(page, over, fill?.alpha, line?.alpha ?? fill?.alpha) +
    (fill ? `${rgb(fill.color)} rg\n` : '') +
    (line ? pen(line) : fill ? `${rgb(fill.color)} RG\n` : '')
  )
}

/** The operator that fills and draws what was built. */
function paint(inks: Inks, evenOdd: boolean): string {
  const line = lineOf(inks)
  if (!inks.fill) return line ? 'S\n' : 'n\n'
  return `${line ? 'B' : 'f'}${evenOdd ? '*' : ''}\n`
}

function drawPath(page: Page, shape: DrawnPath, over: Laid): string {
  const path = pathOperators(shape.path)
  return path && `${colours(page, shape, over)}${path}${paint(shape, shape.evenOdd)}`
}

function drawText(page: Page, shape: DrawnText, over: Laid): string {
  const text = { ...shape, stroke: lineOf(shape) }
  const { operators, fonts, missing } = textOperators(text, page.faces)
  for (const [name, number] of fonts) page.fonts.set(name, number)
  if (missing) page.leftOut += 1
  const outline = shape.outline && pathOperators(shape.outline)
  return colours(page, shape, over) + (outline ? outline + paint(shape, false) : '') + operators
}

function layersOf(media: DrawnImage['media'], bytes: Buffer): Layers | null {
  if (media === 'image/png') return pngLayers(bytes)
  const raster =
    media === 'image/jpeg' ? jpegRaster(bytes) : media === 'image/bmp' ? bmpRaster(bytes) : null
  return raster && { raster, mask: null }
}

async function writePicture(layers: Layers, out: PdfOut): Promise<Picture | null> {
  const { raster, mask } = layers
  const [band, maskBand] = [raster.bands[0], mask?.bands[0]]
  if (!band) return null
  const more = mask && maskBand ? `/SMask ${await writeBand(mask, maskBand, out)} 0 R` : ''
  return { number: await writeBand(raster, band, out, more), orientation: raster.orientation }
}

async function pictureOf({ pictures, out }: Page, shape: DrawnImage): Promise<Picture | null> {
  const key = sha256(shape.base64)
  const known = pictures.get(key)
  if (known !== undefined) return known
  const layers = layersOf(shape.media, Buffer.from(shape.base64, 'base64'))
  const picture = layers && (await writePicture(layers, out))
  pictures.set(key, picture)
  return picture
}

function naming({ objects }: Page, number: number): string {
  const name = `X${number}`
  objects.set(name, number)
  return name
}

async function drawImage(page: Page, shape: DrawnImage, over: Laid): Promise<string> {
  const picture = await pictureOf(page, shape)
  if (!picture) {
    page.leftOut += 1
    return ''
  }
  const upright = matrixOperator([1, 0, 0, -1, 0, 1])
  const turned = matrixOperator(held(picture.orientation, 1, 1))
  return `${laid(page, over)}${upright}${turned}/${naming(page, picture.number)} Do\n`
}

/** Larger than anything that is drawn. */
const everywhere = '-1000000 -1000000 1000000 1000000'

/** Operators as a whole of their own, to be laid over the page at once. */
async function whole(page: Page, operators: string): Promise<string> {
  const number = await page.out.stream(
    `/Type/XObject/Subtype/Form/BBox[${everywhere}]/Group<</S/Transparency/I true>>` +
      `/Resources ${page.resources} 0 R/Filter/FlateDecode`,
    deflateSync(Buffer.from(operators, 'latin1')),
  )
  return naming(page, number)
}

/** A single stroke of the brush needs no group to be laid over the page. */
function isSingle({ content }: Drawn): boolean {
  if (content.shape === 'group') return false
  return content.shape === 'image' || !content.fill || lineOf(content) === null
}

async function contentOf(page: Page, { content }: Drawn, over: Laid): Promise<string> {
  switch (content.shape) {
    case 'group':
      return drawAll(page, content.parts)
    case 'path':
      return drawPath(page, content, over)
    case 'text':
      return drawText(page, content, over)
    case 'image':
      return drawImage(page, content, over)
  }
}

/** One area cuts with its path; several are joined first, since their paths may cross. */
async function within(page: Page, areas: Drawn['clips'][number], inner: string): Promise<string> {
  const [area, ...more] = areas
  if (!area) return inner
  if (more.length === 0) {
    const path = pathOperators(area.path, area.matrix)
    return path && `q\n${path}${area.evenOdd ? 'W*' : 'W'} n\n${inner}Q\n`
  }
  const shapes = areas.map(
    ({ path, matrix, evenOdd }) => `${pathOperators(path, matrix)}${evenOdd ? 'f*' : 'f'}\n`,
  )
  const mask = await whole(page, shapes.join(''))
  const masked = state(page, `/SMask<</S/Alpha/G ${page.objects.get(mask)} 0 R>>`)
  return `q\n${masked}/${await whole(page, inner)} Do\nQ\n`
}

async function draw(page: Page, drawn: Drawn): Promise<string> {
  const isPlain = drawn.alpha === 1 && drawn.blend === 'normal'
  const isWhole = !isPlain && !isSingle(drawn)
  const content = await contentOf(page, drawn, isWhole ? asIs : drawn)
  if (content === '') return ''
  const placed = drawn.matrix ? matrixOperator(drawn.matrix) : ''
  let inner = isWhole
    ? `q\n${laid(page, drawn)}/${await whole(page, placed + content)} Do\nQ\n`
    : `q\n${placed}${content}Q\n`
  for (const areas of drawn.clips.toReversed()) inner = await within(page, areas, inner)
  return inner
}

async function drawAll(page: Page, parts: readonly Drawn[]): Promise<string> {
  const all: string[] = []
  for (const part of parts) all.push(await draw(page, part))
  return all.join('')
}

function resourcesText({ fonts, objects, states }: Page): string {
  const listed = (entries: Iterable<readonly [string, number]>) =>
    [...entries].map(([name, number]) => `/${name} ${number} 0 R`).join('')
  const looks = [...states].map(([entries, name]) => `/${name}<<${entries}>>`).join('')
  return `<</Font<<${listed(fonts)}>>/XObject<<${listed(objects)}>>/ExtGState<<${looks}>>>>`
}

/** Writes a page's form and says how to draw it. */
export async function drawPage(neutral: Neutral, press: Press): Promise<Drawing> {
  const [x, y, width, height] = neutral.box
  const { out } = press
  const page: Page = {
    ...press,
    ...{ resources: out.reserve(), objects: new Map(), fonts: new Map(), states: new Map() },
    leftOut: neutral.leftOut,
  }
  const operators = await drawAll(page, neutral.parts)
  const box = [0, 0, width * points, height * points] as const
  const upright = matrixOperator([points, 0, 0, -points, -x * points, (y + height) * points])
  const form = await out.stream(
    `/Type/XObject/Subtype/Form/BBox[${box.map((side) => exact(side)).join(' ')}]` +
      `/Resources ${page.resources} 0 R/Filter/FlateDecode`,
    deflateSync(Buffer.from(upright + operators, 'latin1')),
  )
  await out.object(resourcesText(page), page.resources)
  return { box, turn: 0, parts: [['P', form]], operators: '/P Do', leftOut: page.leftOut }
}
