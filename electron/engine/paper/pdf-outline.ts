/** Bookmarks of a volume: parts, and the papers in them. */
import type { PdfOut } from './pdf-out.ts'
import { textString } from './pdf-text.ts'

export type VolumeEntry = {
  readonly title: string
  /** Number of the page it begins on. */
  readonly page: number
  readonly inside?: readonly VolumeEntry[]
}

/** Writes the bookmarks and answers with the number of their root. `pageObject` finds a page. */
export async function outlineText(
  out: PdfOut,
  entries: readonly VolumeEntry[],
  pageObject: (page: number) => number,
): Promise<number> {
  const root = out.reserve()
  async function level(items: readonly VolumeEntry[], parent: number): Promise<string> {
    const numbers = items.map(() => out.reserve())
    for (const [at, { title, page, inside = [] }] of items.entries()) {
      const number = numbers[at] ?? 0
      const before = at > 0 ? `/Prev ${numbers[at - 1]} 0 R` : ''
      const after = at + 1 < items.length ? `/Next ${numbers[at + 1]} 0 R` : ''
      const children = inside.length > 0 ? await level(inside, number) : ''
      // A negative count: the part's papers are folded away at first.
      const count = inside.length > 0 ? `${children}/Count ${-inside.length}` : ''
      await out.object(
        `<</Title${textString(title)}/Parent ${parent} 0 R${before}${after}${count}` +
          `/Dest[${pageObject(page)} 0 R/Fit]>>`,
        number,
      )
    }
    return `/First ${numbers[0]} 0 R/Last ${numbers.at(-1)} 0 R`
  }
  const ends = await level(entries, root)
  await out.object(`<</Type/Outlines${ends}/Count ${entries.length}>>`, root)
  return root
}
