/** The year as a strip of twelve months, a line per role, a button where something falls. */
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { useTranslation } from 'react-i18next'
import type { ProgrammeRow } from '../../../shared/model/programme.ts'
import type { Role } from '../../../shared/programme/pack.ts'
import { entriesOf, roles, yearMonths } from '../../../shared/programme/year.ts'
import { KindIcon } from './kind-icon.tsx'

type Props = {
  readonly programmes: readonly ProgrammeRow[]
  /** The month that it is now, 1 to 12. */
  readonly now: number
  readonly place: { readonly month: number; readonly role: Role }
  readonly onChoose: (month: number, role: Role) => void
}

export function YearStrip({ programmes, now, place, onChoose }: Props) {
  const { t } = useTranslation('programmes')
  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box
        component="table"
        aria-label={t('view.year')}
        sx={{
          borderCollapse: 'collapse',
          width: '100%',
          tableLayout: 'fixed',
          '& td, & thead th': { border: 1, borderColor: 'divider', p: 0.25 },
        }}
      >
        <thead>
          <tr>
            <Box component="td" sx={{ width: '9rem' }} />
            {yearMonths.map((month) => (
              <Box
                component="th"
                scope="col"
                key={month}
                aria-current={month === now ? 'date' : undefined}
                sx={{
                  verticalAlign: 'top',
                  typography: 'body2',
                  fontWeight: month === now ? 700 : 400,
                }}
              >
                {t('month', { month })}
                {month === now && (
                  <Box component="span" sx={{ typography: 'caption', display: 'block' }}>
                    {t('year.now')}
                  </Box>
                )}
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {roles.map((role) => (
            <tr key={role}>
              <Box
                component="th"
                scope="row"
                sx={{ typography: 'body2', textAlign: 'left', pr: 1 }}
              >
                {t(`terms:role.${role}`)}
              </Box>
              {yearMonths.map((month) => (
                <td key={month}>
                  <MonthCell
                    month={month}
                    role={role}
                    programmes={programmes}
                    chosen={month === place.month && role === place.role}
                    onChoose={() => onChoose(month, role)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

type CellProps = {
  readonly month: number
  readonly role: Role
  readonly programmes: readonly ProgrammeRow[]
  readonly chosen: boolean
  readonly onChoose: () => void
}

function MonthCell({ month, role, programmes, chosen, onChoose }: CellProps) {
  const { t } = useTranslation('programmes')
  const entries = entriesOf(programmes, month, role)
  const exact = entries.filter((entry) => entry.exact).length
  const usual = entries.length - exact
  const name = t('year.cell', {
    month: t('month', { month }),
    role: t(`terms:role.${role}`),
    exact,
    usual,
  })
  const parts = [
    [true, exact],
    [false, usual],
  ] as const
  return (
    <ButtonBase
      aria-label={name}
      aria-pressed={chosen}
      title={name}
      disabled={entries.length === 0}
      onClick={onChoose}
      sx={{
        width: '100%',
        minHeight: '2.25rem',
        borderRadius: 0.5,
        flexWrap: 'wrap',
        columnGap: 1,
        typography: 'body2',
        color: chosen ? 'primary.contrastText' : 'text.primary',
        bgcolor: chosen ? 'primary.main' : entries.length > 0 ? 'action.hover' : 'transparent',
        '&.Mui-focusVisible': {
          outline: '2px solid',
          outlineColor: 'primary.main',
          outlineOffset: 1,
        },
      }}
    >
      {parts
        .filter(([, count]) => count > 0)
        .map(([sure, count]) => (
          <Box
            key={String(sure)}
            component="span"
            sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.25 }}
          >
            <KindIcon exact={sure} />
            {count}
          </Box>
        ))}
    </ButtonBase>
  )
}
