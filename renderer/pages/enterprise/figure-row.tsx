import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { EnterpriseView, IndicatorValue } from '../../../shared/model/enterprise.ts'
import type { IndicatorKind } from '../../../shared/registry/registry.ts'
import { useLabel } from '../../app/i18n.ts'
import { useConflicts } from '../../parts/conflict-notes.tsx'
import { FigureCell } from './figure-cell.tsx'
import { figureOf } from './profile-change.ts'

/** Pasted cells, row by row. */
export type Block = readonly (readonly string[])[]

type Props = {
  readonly indicator: IndicatorKind
  /** Its place among the rows that are shown. */
  readonly row: number
  readonly view: EnterpriseView
  readonly years: readonly number[]
  readonly disabled: boolean
  readonly onFigures: (figures: readonly IndicatorValue[]) => void
  readonly onBlock: (column: number, block: Block) => void
}

const cell = { px: 1, border: 1, borderColor: 'divider' } as const

/** One indicator over the years. */
export function FigureRow(props: Props) {
  const { indicator, row, view, years, disabled, onFigures, onBlock } = props
  const { t } = useTranslation()
  const label = useLabel()(indicator.label)
  const unit = t(`frame:unit.${indicator.unit}`, indicator.unit)
  const conflicts = useConflicts()
  return (
    <tr>
      <Box
        component="th"
        scope="row"
        sx={{ ...cell, fontWeight: 400, textAlign: 'left', minWidth: '12rem', maxWidth: '22rem' }}
      >
        {label}
      </Box>
      <Box component="td" sx={{ ...cell, color: 'text.secondary', whiteSpace: 'nowrap' }}>
        {unit}
      </Box>
      {years.map((year, column) => (
        <FigureCell
          key={year}
          row={row}
          column={column}
          unit={indicator.unit}
          value={figureOf(view, indicator.code, year)}
          disabled={disabled}
          label={t('enterprise:figures.cell', { indicator: label, year, unit })}
          onSave={(value) => onFigures([{ code: indicator.code, year, value }])}
          onBlock={(block) => onBlock(column, block)}
          conflicts={conflicts.filter(({ key }) => key === `indicator:${indicator.code}@${year}`)}
        />
      ))}
    </tr>
  )
}
