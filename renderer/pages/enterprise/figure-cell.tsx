import Box from '@mui/material/Box'
import InputBase from '@mui/material/InputBase'
import type { ClipboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundConflict } from '../../../shared/model/application.ts'
import { readFigure } from '../../../shared/programme/figure-text.ts'
import { ConflictNotes } from '../../parts/conflict-notes.tsx'
import { GivenFigure } from '../../parts/given-figure.tsx'
import { cellsOf, isBlock } from '../../parts/pasted-cells.ts'
import { useFigure } from '../../parts/use-figure.ts'

type Props = {
  readonly value: string
  /** The unit that the figure is kept in. */
  readonly unit: string
  readonly row: number
  readonly column: number
  readonly label: string
  readonly disabled: boolean
  /** What papers say against it. */
  readonly conflicts: readonly FoundConflict[]
  readonly onSave: (value: string) => void
  readonly onBlock: (block: readonly (readonly string[])[]) => void
}

/** One figure of the grid: plain while it is typed, with separators when left. */
export function FigureCell(props: Props) {
  const { value, unit, row, column, label, disabled, onSave, onBlock } = props
  const { t } = useTranslation()
  const save = (text: string) => {
    const kept = text.trim() === '' ? '' : readFigure(text, unit)?.value
    if (kept !== undefined && kept !== value) onSave(kept)
  }
  const typed = useFigure(value, unit, save, false)
  const { wrong } = typed
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (!isBlock(text)) return
    event.preventDefault()
    onBlock(cellsOf(text))
  }
  return (
    <Box component="td" sx={{ p: 0, border: 1, borderColor: wrong ? 'error.main' : 'divider' }}>
      <InputBase
        fullWidth
        value={typed.shown}
        disabled={disabled}
        error={wrong}
        title={wrong ? t('frame:fact.wrong.number') : undefined}
        onFocus={typed.enter}
        onChange={(event) => typed.change(event.target.value)}
        onPaste={paste}
        onBlur={typed.leave}
        slotProps={{
          input: {
            'aria-label': label,
            'aria-invalid': wrong,
            ...{ 'data-cell': `${row}:${column}` },
            inputMode: 'decimal',
            maxLength: 40,
          },
        }}
        sx={{
          px: 1,
          '& input': { textAlign: 'right', color: wrong ? 'error.main' : 'inherit' },
          '&.Mui-focused': { outline: '2px solid', outlineColor: 'primary.main' },
        }}
      />
      {typed.given && <GivenFigure given={typed.given} value={value} unit={unit} />}
      <ConflictNotes conflicts={props.conflicts} />
    </Box>
  )
}
