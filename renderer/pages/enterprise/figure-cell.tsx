import Box from '@mui/material/Box'
import InputBase from '@mui/material/InputBase'
import { type ClipboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { figure } from '../../app/format.ts'
import { decimalOf } from '../../parts/fact-text.ts'
import { cellsOf, isBlock } from '../../parts/pasted-cells.ts'
import { useTyped } from '../../parts/use-typed.ts'

type Props = {
  readonly value: string
  readonly row: number
  readonly column: number
  readonly label: string
  readonly disabled: boolean
  readonly onSave: (value: string) => void
  readonly onBlock: (block: readonly (readonly string[])[]) => void
}

/** One figure of the grid: plain while it is typed, with separators when left. */
export function FigureCell({ value, row, column, label, disabled, onSave, onBlock }: Props) {
  const { t } = useTranslation()
  const [active, setActive] = useState(false)
  const save = (text: string) => {
    const kept = text.trim() === '' ? '' : decimalOf(text)
    if (kept !== null && kept !== value) onSave(kept)
  }
  const typed = useTyped(value, save, (text) => decimalOf(text) ?? text.trim(), false)
  const wrong = !active && typed.text !== '' && decimalOf(typed.text) === null
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
        value={active ? typed.text : figure(typed.text)}
        disabled={disabled}
        error={wrong}
        title={wrong ? t('frame:fact.wrong.number') : undefined}
        onFocus={(event) => {
          setActive(true)
          event.target.select()
        }}
        onChange={(event) => typed.change(event.target.value)}
        onPaste={paste}
        onBlur={() => {
          setActive(false)
          typed.leave()
        }}
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
    </Box>
  )
}
