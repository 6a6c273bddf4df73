/** Where seals are stamped on a page, and how they look there. */
import type { Drawn } from '../../../../shared/model/drawing.ts'
import { bytesAt, type Part, partAt, textOf } from '../ofd-package.ts'
import { Unreadable, type XmlNode } from '../read-document.ts'
import { childrenOf } from '../xml.ts'
import { openZip, type Zip } from '../zip-guard.ts'
import { documentsOf, type Listed, pagesOf } from './documents.ts'
import { imageIn } from './image.ts'
import { type Box, boxOf, multiply, translation } from './matrix.ts'
import { drawSheet, type Tools } from './page.ts'
import { rectangle } from './path.ts'
import { type SealPicture, sealIn } from './seal.ts'

/** Seals of one page that are drawn. */
const most = 50

const framed = (content: Drawn['content'], more: Partial<Drawn>): Drawn => ({
  content,
  matrix: null,
  clips: [],
  alpha: 1,
  blend: 'multiply',
  ...more,
})

/** A seal is often a page of its own, drawn to the size of its stamp; it has no seals of its own. */
async function drawn(picture: SealPicture, [x, y, width, height]: Box, tools: Tools) {
  if (picture.type !== 'ofd') {
    const image = await imageIn(picture.bytes, tools.assets)
    return image && framed(image, { matrix: [width, 0, 0, height, x, y] })
  }
  const zip = openZip(picture.bytes)
  const [page] = pagesOf(documentsOf(zip))
  if (!page) return null
  const { box, parts } = await drawSheet(zip, page, tools)
  const [left, top, wide, high] = box
  const scale = [width / wide, 0, 0, height / high, x, y] as const
  return framed({ shape: 'group', parts }, { matrix: multiply(scale, translation(-left, -top)) })
}

function pictureOf(zip: Zip, { path, root }: Part): SealPicture | null {
  const info = childrenOf(root, 'SignedInfo')[0]
  const places = [textOf(root, 'SignedValue'), textOf(childrenOf(info, 'Seal')[0], 'BaseLoc')]
  for (const place of places) {
    const stored = bytesAt(zip, path, place)
    const picture = stored && sealIn(stored.bytes)
    if (picture) return picture
  }
  return null
}

async function drawStamp(stamp: XmlNode, picture: SealPicture | null, tools: Tools) {
  const box = boxOf(stamp.attributes.Boundary)
  if (!picture || !box || box[2] <= 0 || box[3] <= 0) return null
  try {
    const seal = await drawn(picture, box, tools)
    const clip = boxOf(stamp.attributes.Clip)
    if (!seal || !clip) return seal
    const [x, y, width, height] = clip
    const area = rectangle(box[0] + x, box[1] + y, width, height)
    return { ...seal, clips: [[{ path: area, matrix: null, evenOdd: false }]] }
  } catch (error) {
    if (error instanceof Unreadable && error.trouble.code !== 'ofd.crowded') return null
    throw error
  }
}

/** The seals of a page. */
export async function drawSeals(
  zip: Zip,
  { document, id }: Listed,
  tools: Tools,
): Promise<Drawn[]> {
  const list = partAt(zip, '', textOf(document.body, 'Signatures'))
  const all: Drawn[] = []
  for (const { attributes } of childrenOf(list?.root, 'Signature').slice(0, most)) {
    const signature = list && partAt(zip, list.path, attributes.BaseLoc ?? '')
    const info = childrenOf(signature?.root, 'SignedInfo')[0]
    const stamps = childrenOf(info, 'StampAnnot').filter((each) => each.attributes.PageRef === id)
    if (!signature || stamps.length === 0) continue
    const picture = pictureOf(zip, signature)
    for (const stamp of stamps.slice(0, most)) {
      const seal = await drawStamp(stamp, picture, tools)
      if (seal) {
        all.push(seal)
        tools.ledger.seals += 1
      } else tools.ledger.leftOut += 1
    }
  }
  return all
}
