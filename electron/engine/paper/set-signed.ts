/**
 * A signing place must not stand alone on a page: a seal upon an empty sheet proves nothing. Where
 * it would, it is set closer, or else the end of what stands before it goes overleaf with it.
 */
import { paragraphs } from '../../../shared/programme/clean-text.ts'
import type { PagedBlock, PagedPdf } from './paged-document.ts'

/** Longer texts are cut: so many characters of them go along, a few lines. */
const longText = 280
const along = 90

type Lay = (blocks: readonly PagedBlock[]) => Promise<PagedPdf>

/** Sets the blocks by `lay`, as often as it takes to see where each signing place comes to stand. */
export async function setSigned(blocks: readonly PagedBlock[], lay: Lay): Promise<PagedPdf> {
  const first = await lay(blocks)
  if (first.pages === 1) return first
  let kept = blocks
  for (const signing of blocks) {
    if (signing.kind !== 'signing') continue
    const at = kept.indexOf(signing)
    const before = kept.slice(0, at)
    const after = kept.slice(at + 1)
    const { pages } = await lay(before)
    const alone = async (block: PagedBlock) => (await lay([...before, block])).pages > pages
    if (!(await alone(signing))) continue
    const close = { ...signing, close: true }
    kept = (await alone(close)) ? bound(before, [signing, ...after]) : [...before, close, ...after]
  }
  return kept === blocks ? first : lay(kept)
}

/** A page begun before the end of what precedes the signing place. */
function bound(blocks: readonly PagedBlock[], signed: readonly PagedBlock[]): PagedBlock[] {
  const before = [...blocks]
  const last = before.pop()
  if (!last) return [...signed]
  const [stays, goes] = cut(last)
  // A heading goes with what it is the heading of.
  const heading = stays === undefined && before.at(-1)?.kind === 'heading' ? before.splice(-1) : []
  return [...before, ...(stays ? [stays] : []), { kind: 'newPage' }, ...heading, goes, ...signed]
}

/** A block in two: what stays, if anything, and its end. */
function cut(block: PagedBlock): readonly [PagedBlock | undefined, PagedBlock] {
  if (block.kind === 'text') {
    const [head, tail, inside] = cutList(block.paragraphs.flatMap(paragraphs), cutText)
    const goes = { ...block, paragraphs: tail, plain: block.plain === true || inside }
    return [head.length > 0 ? { ...block, paragraphs: head } : undefined, goes]
  }
  if (block.kind === 'facts') {
    const [head, tail] = cutList(block.facts, ([label, value]) => {
      const [stays, goes] = cutText(value) ?? []
      return stays === undefined || goes === undefined
        ? undefined
        : ([
            [label, stays],
            ['', goes],
          ] as const)
    })
    return [head.length > 0 ? { ...block, facts: head } : undefined, { ...block, facts: tail }]
  }
  if (block.kind === 'table') {
    const [head, tail] = cutList(block.rows, cutCells)
    return [head.length > 0 ? { ...block, rows: head } : undefined, { ...block, rows: tail }]
  }
  return [undefined, block]
}

type Cut<T> = (last: T) => readonly [T, T] | undefined

/** All but the last, and the last; a long last one is itself cut, which `inside` tells. */
function cutList<T>(list: readonly T[], cutOne: Cut<T>): [T[], T[], boolean] {
  const head = list.slice(0, -1)
  const last = list.slice(-1)
  const parts = last[0] === undefined ? undefined : cutOne(last[0])
  return parts ? [[...head, parts[0]], [parts[1]], true] : [head, last, false]
}

function cutText(text: string): readonly [string, string] | undefined {
  const signs = [...text]
  if (signs.length <= longText) return undefined
  return [signs.slice(0, -along).join(''), signs.slice(-along).join('')]
}

/** Short cells stay with the beginning of the long ones. */
function cutCells(
  cells: readonly string[],
): readonly [readonly string[], readonly string[]] | undefined {
  const parts = cells.map((text) => cutText(text) ?? ([text, ''] as const))
  if (parts.every(([, goes]) => goes === '')) return undefined
  return [parts.map(([stays]) => stays), parts.map(([, goes]) => goes)]
}
