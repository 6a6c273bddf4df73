import ChevronRight from '@mui/icons-material/ChevronRight'
import ExpandMore from '@mui/icons-material/ExpandMore'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EnterpriseView, IndicatorValue } from '../../../shared/model/enterprise.ts'
import { moveFrom } from '../../parts/grid-move.ts'
import { codesOf, groups, indicatorsOf, opensByItself } from './figure-groups.ts'
import { type Block, FigureRow } from './figure-row.tsx'
import { type PastedFigures, pasteFigures } from './paste-figures.ts'

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

type GroupProps = {
  readonly group: string
  readonly open: boolean
  readonly width: number
  readonly onToggle: () => void
}

function GroupHead({ group, open, width, onToggle }: GroupProps) {
  const { t } = useTranslation()
  return (
    <tr>
      <Box component="th" scope="rowgroup" colSpan={width} sx={{ p: 0.5, textAlign: 'left' }}>
        <Button
          size="small"
          color="inherit"
          aria-expanded={open}
          startIcon={open ? <ExpandMore /> : <ChevronRight />}
          onClick={onToggle}
          sx={{ color: 'text.secondary' }}
        >
          {t('enterprise:figures.group', {
            group: t(`enterprise:group.${group}`),
            count: codesOf(group).length,
          })}
        </Button>
      </Box>
    </tr>
  )
}

type Props = {
  readonly view: EnterpriseView
  readonly years: readonly number[]
  readonly disabled: boolean
  readonly onFigures: (figures: readonly IndicatorValue[]) => void
  readonly onPasted: (pasted: PastedFigures) => void
}

/** Indicators × years, typed and pasted like a spreadsheet; groups that do not matter fold away. */
export function FiguresGrid({ view, years, disabled, onFigures, onPasted }: Props) {
  const { t } = useTranslation()
  const table = useRef<HTMLTableElement>(null)
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>({})
  const isOpen = (group: string) => chosen[group] ?? opensByItself(group, view.indicators)
  const codes = groups.filter(isOpen).flatMap(codesOf)
  const paste = (code: string, column: number, block: Block) =>
    onPasted(pasteFigures({ codes, years }, { row: codes.indexOf(code), column }, block))
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
            <GroupHead
              group={group}
              open={isOpen(group)}
              width={years.length + 2}
              onToggle={() => setChosen({ ...chosen, [group]: !isOpen(group) })}
            />
            {isOpen(group) &&
              indicatorsOf(group).map((indicator) => (
                <FigureRow
                  key={indicator.code}
                  indicator={indicator}
                  row={codes.indexOf(indicator.code)}
                  view={view}
                  years={years}
                  disabled={disabled}
                  onFigures={onFigures}
                  onBlock={(column, block) => paste(indicator.code, column, block)}
                />
              ))}
          </tbody>
        ))}
      </Box>
    </Box>
  )
}
