/** A stored file as the page shows it where a browser has no view of its own. */
import type { Drawing } from './drawing.ts'
import type { Trouble } from './extraction.ts'

export type TextBlock =
  | { readonly block: 'heading'; readonly level: number; readonly text: string }
  | { readonly block: 'paragraph'; readonly text: string }
  | { readonly block: 'item'; readonly level: number; readonly text: string }
  | { readonly block: 'table'; readonly rows: readonly (readonly string[])[] }

export type PreviewBody =
  | { readonly view: 'drawing'; readonly drawing: Drawing }
  /** `trouble` says why a page that should be drawn is shown as text. */
  | {
      readonly view: 'text'
      readonly blocks: readonly TextBlock[]
      readonly trouble: Trouble | null
    }
  | {
      readonly view: 'sheet'
      readonly name: string
      readonly rows: readonly (readonly string[])[]
    }
  /** Nothing to be shown, and why; null where there is no reader for such a file. */
  | { readonly view: 'none'; readonly trouble: Trouble | null }

export type MaterialPreview = {
  /** Counted from 1. */
  readonly page: number
  /** Pages or sheets that can be asked for. */
  readonly pages: number
  /** The file holds more than is shown here. */
  readonly cut: boolean
  readonly body: PreviewBody
}

export const nothingToShow = (trouble: Trouble | null): MaterialPreview => ({
  page: 1,
  pages: 1,
  cut: false,
  body: { view: 'none', trouble },
})
