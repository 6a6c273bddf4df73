/** The look of official tables: thin rules all round. */
import type { CustomTableLayout } from 'pdfmake/interfaces'
import { cellPadding, rule } from './measure.ts'

export const ruled: CustomTableLayout = {
  hLineWidth: () => rule,
  vLineWidth: () => rule,
  paddingLeft: () => cellPadding.side,
  paddingRight: () => cellPadding.side,
  paddingTop: () => cellPadding.top,
  paddingBottom: () => cellPadding.bottom,
}
