/**
 * A bound volume as it grows: pages in order, each with its number and the data's code at the foot,
 * drawn at once or promised and drawn later. The cover's leaf bears no number; page 1 comes after it
 * and lies on the right.
 */
import formWords from '../../../shared/text/zh-CN/form.json' with { type: 'json' }
import words from '../../../shared/text/zh-CN/paper.json' with { type: 'json' }
import { page, size } from '../form/measure.ts'
import type { PdfOut } from './pdf-out.ts'
import { outlineText, type VolumeEntry } from './pdf-outline.ts'
import type { Drawing } from './pdf-pages.ts'
import type { Layer } from './pdf-source.ts'
import { dateString, matrixText, num, textString } from './pdf-text.ts'
import { isRight, placeOn, textBlock } from './place.ts'
import type { VolumeFont } from './volume-font.ts'

/** Pages of the cover's leaf. */
const leaf = 2

export type PageLook = {
  /** Laid out for this sheet, to be neither scaled nor turned. */
  readonly own?: boolean
  /** Bears the watermark of copies. */
  readonly marked?: boolean
}

/** A page that has its place and is still to be drawn. */
export type Promised = { readonly index: number; readonly object: number }

export type Volume = {
  /** Number of the next page; negative for the cover's leaf. */
  readonly next: () => number
  readonly promise: () => Promised
  readonly draw: (promised: Promised, drawing: Drawing | null, look?: PageLook) => Promise<void>
  readonly add: (drawing: Drawing | null, look?: PageLook) => Promise<void>
  /** An empty back where the next page would not lie on the right. */
  readonly toRight: () => Promise<void>
  /** Forgets the pages from `count` on. */
  readonly forget: (count: number) => void
  readonly count: () => number
  readonly finish: (ending: Ending) => Promise<number>
}

export type Ending = {
  readonly entries: readonly VolumeEntry[]
  readonly layers: readonly Layer[]
  readonly title: string
  readonly author: string
  readonly date: Date
  /** 32 hex digits. */
  readonly id: string
}

type Fixtures = {
  readonly font: VolumeFont
  /** Short code of the data's hash. */
  readonly code: string
  /** Object number of the watermark's form. */
  readonly watermark: number
}

const numberOf = (index: number): number => index - leaf + 1

/** 7 mm below the block of text, as GB/T 9704 has it, less the height of the figures. */
const baseline = page.height - page.top - page.textHeight - 20 - size.四号

/** Page number on the outer side, code on the inner one, each a character in from the edge. */
function footOf(number: number, { font, code }: Fixtures): string {
  const block = textBlock(number)
  const label = `— ${number} —`
  const check = formWords.code.replace('{{code}}', code)
  const at = (text: string, points: number, right: boolean) => {
    const x = right
      ? block.x + block.width - size.四号 - font.width(text, points)
      : block.x + size.四号
    return `BT /F ${points} Tf ${num(x)} ${num(baseline)} Td ${font.encoded(text)} Tj ET`
  }
  const right = isRight(number)
  return `0 g ${at(label, size.四号, right)} ${at(check, size.小五, !right)}`
}

/** Starts a volume on an open file. */
export function startVolume(out: PdfOut, fixtures: Fixtures): Volume {
  const tree = out.reserve()
  const objects: number[] = []
  const promise = (): Promised => {
    const object = out.reserve()
    objects.push(object)
    return { index: objects.length - 1, object }
  }
  async function draw(
    { index, object }: Promised,
    drawing: Drawing | null,
    { own = false, marked = false }: PageLook = {},
  ): Promise<void> {
    const number = numberOf(index)
    const foot = index < leaf ? '' : footOf(number, fixtures)
    const [left = 0, bottom = 0, right = 0, top = 0] = drawing?.box ?? []
    const clip = [left, bottom, right - left, top - bottom].map(num).join(' ')
    const body = drawing
      ? `q ${matrixText(placeOn(number, drawing, own))} cm ${clip} re W n\n${drawing.operators}\nQ`
      : ''
    const parts = [...(drawing?.parts ?? []), ...(marked ? [['W', fixtures.watermark]] : [])]
    const forms = parts.map(([name, part]) => `/${name} ${part} 0 R`).join('')
    const text = [body, marked ? '/W Do' : '', foot].filter(Boolean).join('\n')
    const contents = await out.stream('', Buffer.from(text, 'latin1'))
    await out.object(
      `<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 ${num(page.width)} ${num(page.height)}]` +
        `/Resources<</XObject<<${forms}>>/Font<</F ${fixtures.font.number} 0 R>>>>` +
        `/Contents ${contents} 0 R>>`,
      object,
    )
  }
  const add: Volume['add'] = (drawing, look) => draw(promise(), drawing, look)
  return {
    next: () => numberOf(objects.length),
    promise,
    draw,
    add,
    toRight: async () => {
      if (!isRight(numberOf(objects.length))) await add(null)
    },
    forget: (count) => {
      objects.length = count
    },
    count: () => objects.length,
    finish: (ending) => close(out, { tree, objects }, ending),
  }
}

type Tree = { readonly tree: number; readonly objects: readonly number[] }

async function close(out: PdfOut, { tree, objects }: Tree, ending: Ending): Promise<number> {
  const kids = objects.map((object) => `${object} 0 R`).join('\n')
  await out.object(`<</Type/Pages/Count ${objects.length}/Kids[\n${kids}]>>`, tree)
  const outline = await outlineText(
    out,
    ending.entries,
    (number) => objects[number + leaf - 1] ?? 0,
  )
  const cover = `0<</P${textString(words['volume.cover'])}>>1<</P${textString(words['volume.back'])}>>`
  const layers = ending.layers.map(({ number }) => `${number} 0 R`).join(' ')
  const hidden = ending.layers.flatMap((each) => (each.hidden ? [`${each.number} 0 R`] : []))
  const optional =
    layers === '' ? '' : `/OCProperties<</OCGs[${layers}]/D<</OFF[${hidden.join(' ')}]>>>>`
  const root = await out.object(
    `<</Type/Catalog/Pages ${tree} 0 R/Outlines ${outline} 0 R/PageMode/UseOutlines/Lang(zh-CN)` +
      `/PageLabels<</Nums[${cover}${leaf}<</S/D>>]>>${optional}` +
      '/ViewerPreferences<</Duplex/DuplexFlipLongEdge/PrintScaling/None/DisplayDocTitle true>>>>',
  )
  const info = await out.object(
    `<</Title${textString(ending.title)}/Author${textString(ending.author)}` +
      `/Creator${textString('申报匣')}/Producer${textString('申报匣')}` +
      `/CreationDate${dateString(ending.date)}>>`,
  )
  return out.finish(`/Root ${root} 0 R/Info ${info} 0 R/ID[<${ending.id}><${ending.id}>]`)
}
