/** The text objects of an OFD page or template (GB/T 33190): what is drawn, where, under which id. */
import type { Run, XmlNode } from './read-document.ts'
import { allNodes, childrenOf } from './xml.ts'

export type TextObject = {
  readonly id: string
  readonly text: string
  readonly runs: readonly Run[]
}

/** The numbers of an attribute; what is none becomes NaN. */
export const numbers = (text: string | undefined): number[] =>
  (text ?? '').trim().split(/\s+/).filter(Boolean).map(Number)

/** Longest list of advances that is unfolded: more than any page holds. */
const longest = 10_000

/** `g 3 1.5` stands for three times 1.5. */
export function advances(text: string | undefined): number[] {
  const parts = (text ?? '').trim().split(/\s+/).filter(Boolean)
  const all: number[] = []
  for (let at = 0; at < parts.length && all.length < longest; at += 1) {
    if (parts[at] !== 'g') {
      all.push(Number(parts[at]))
      continue
    }
    const times = Math.min(Number(parts[at + 1]) || 0, longest)
    all.push(...Array.from({ length: times }, () => Number(parts[at + 2])))
    at += 2
  }
  return all
}

type Place = { readonly x: number; readonly y: number; readonly size: number }

/** One run per stretch that is drawn without a leap. */
function runsOf(code: XmlNode, { x, y, size }: Place): Run[] {
  const acrosses = advances(code.attributes.DeltaX)
  const downs = advances(code.attributes.DeltaY)
  const runs: Run[] = []
  let run = { text: '', x, y, width: 0, size }
  let [atX, atY] = [x, y]
  Array.from(code.spaced ?? code.text).forEach((character, index) => {
    const across = index === 0 ? 0 : (acrosses[index - 1] ?? (downs[index - 1] ? 0 : size))
    const down = index === 0 ? 0 : (downs[index - 1] ?? 0)
    atX += across
    atY += down
    if (down !== 0 || across < 0 || across > size * 2) {
      runs.push(run)
      run = { text: '', x: atX, y: atY, width: 0, size }
    }
    run = { ...run, text: run.text + character, width: atX - run.x + size * advanceOf(character) }
  })
  return [...runs, run].filter(({ text }) => text !== '')
}

/** Chinese characters are as wide as their size, others half. */
const advanceOf = (character: string): number => (character > '\u2e7f' ? 1 : 0.5)

function textObject(node: XmlNode): TextObject {
  const [left = 0, top = 0] = numbers(node.attributes.Boundary)
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(node.attributes.CTM)
  const size = (Number(node.attributes.Size) || 3) * (Math.abs(d) || 1)
  let [x, y] = [0, 0]
  const codes = childrenOf(node, 'TextCode')
  const runs = codes.flatMap((code) => {
    x = Number(code.attributes.X ?? x)
    y = Number(code.attributes.Y ?? y)
    return runsOf(code, { x: left + a * x + c * y + e, y: top + b * x + d * y + f, size })
  })
  const upright = Math.abs(b) < 0.01 * Math.max(Math.abs(a), 0.01)
  return {
    id: node.attributes.ID ?? '',
    text: codes.map(({ text }) => text).join(''),
    // What is turned is a watermark or a stamp, not part of a line.
    runs: upright ? runs : [],
  }
}

export const textObjectsOf = (page: XmlNode): TextObject[] =>
  [...allNodes(page)].filter(({ name }) => name === 'TextObject').map(textObject)
