import Box from '@mui/material/Box'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { EnterpriseView, IndicatorValue } from '../../../shared/model/enterprise.ts'
import { indicators } from '../../../shared/registry/registry.ts'
import { useLabel } from '../../app/i18n.ts'
import { FigureCell } from './figure-cell.tsx'
import { moveFrom } from './grid-move.ts'
import { type PastedFigures, pasteFigures } from './paste-figures.ts'
import { figureOf } from './profile-change.ts'

const groups = [...new Set(indicators.map(({ group }) => group))]
const ordered = groups.flatMap((group) => indicators.filter((one) => one.group === group))
const codes = ordered.map(({ code }) => code)

/** Focuses the neighbour that a key leads to. */
function move(event: KeyboardEvent<HTMLElement>, table: HTMLElement | null): void {
  const input = event.target
  if (!(input instanceof HTMLInputElement) || event.nativeEvent.isComposing) return
  const [row, column] = (input.dataset.cell ?? '').split(':').map(Number)
  if (row === undefined || column === undefined) return
  const whole = input.selectionStart === 0 && input.selectionEnd === input.value.length
  const next = moveFrom(
    { row, column },
    {
      key: event.key,
      shift: event.shiftKey,
      atStart: whole || input.selectionEnd === 0,
      atEnd: whole || input.selectionStart === input.value.length,
    },
  )
  if (!next) return
  event.preventDefault()
  table?.querySelector<HTMLElement>(`[data-cell="${next.row}:${next.column}"]`)?.focus()
}

function Head({
  children,
  left = false,
}: {
  readonly children: ReactNode
  readonly left?: boolean
}) {
  return (
    <Box
      component="th"
      scope="col"
      sx={{
        p: 1,
        border: 1,
        borderColor: 'divider',
        bgcolor: 'action.hover',
        fontWeight: 600,
        whiteSpace: 'nowrap',
        textAlign: left ? 'left' : 'right',
      }}
    >
      {children}
    </Box>
  )
}

type Props = {
  readonly view: EnterpriseView
  readonly years: readonly number[]
  readonly disabled: boolean
  readonly onFigures: (figures: readonly IndicatorValue[]) => void
  readonly onPasted: (pasted: PastedFigures) => void
}

/** Indicators × years, typed and pasted like a spreadsheet. */
export function FiguresGrid({ view, years, disabled, onFigures, onPasted }: Props) {
  const { t } = useTranslation()
  const labelOf = useLabel()
  const table = useRef<HTMLTableElement>(null)
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box
        component="table"
        ref={table}
        onKeyDown={(event) => move(event, table.current)}
        sx={{ borderCollapse: 'collapse', minWidth: '100%', typography: 'body2' }}
      >
        <thead>
          <tr>
            <Head left>{t('enterprise:figures.indicator')}</Head>
            <Head left>{t('enterprise:figures.unit')}</Head>
            {years.map((year) => (
              <Head key={year}>{t('enterprise:figures.year', { year })}</Head>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group}>
            <tr>
              <Box
                component="th"
                scope="rowgroup"
                colSpan={years.length + 2}
                sx={{ p: 1, pt: 1.5, textAlign: 'left', color: 'text.secondary' }}
              >
                {t(`enterprise:group.${group}`)}
              </Box>
            </tr>
            {ordered.map((one, row) =>
              one.group === group ? (
                <tr key={one.code}>
                  <Box
                    component="th"
                    scope="row"
                    sx={{
                      px: 1,
                      border: 1,
                      borderColor: 'divider',
                      fontWeight: 400,
                      textAlign: 'left',
                    }}
                  >
                    {labelOf(one.label)}
                  </Box>
                  <Box
                    component="td"
                    sx={{ px: 1, border: 1, borderColor: 'divider', color: 'text.secondary' }}
                  >
                    {t(`frame:unit.${one.unit}`, one.unit)}
                  </Box>
                  {years.map((year, column) => (
                    <FigureCell
                      key={year}
                      row={row}
                      column={column}
                      value={figureOf(view, one.code, year)}
                      disabled={disabled}
                      label={t('enterprise:figures.cell', {
                        indicator: labelOf(one.label),
                        year,
                        unit: t(`frame:unit.${one.unit}`, one.unit),
                      })}
                      onSave={(value) => onFigures([{ code: one.code, year, value }])}
                      onBlock={(block) =>
                        onPasted(pasteFigures({ codes, years }, { row, column }, block))
                      }
                    />
                  ))}
                </tr>
              ) : null,
            )}
          </tbody>
        ))}
      </Box>
    </Box>
  )
}
