import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import type { ProgrammeRow } from '../../../shared/model/programme.ts'
import { monthName } from '../../app/format.ts'
import { useLanguage } from '../../app/i18n.ts'
import { paths } from '../../app/paths.ts'
import { useAsk } from '../../app/use-ask.ts'
import { useToday } from '../../app/use-vault.ts'
import { Asked } from '../../parts/asked.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Panel } from '../../parts/panel.tsx'
import { comingMonths, type Month, soonestFirst, windowMonths } from './window-months.ts'

type RowProps = { readonly programme: ProgrammeRow; readonly months: readonly Month[] }

function StripRow({ programme, months }: RowProps) {
  const { t } = useTranslation()
  const open = windowMonths(programme.windows, months)
  return (
    <tr>
      <Box component="th" scope="row" sx={{ textAlign: 'left', fontWeight: 400, pr: 2, py: 0.5 }}>
        <Link component={RouterLink} to={paths.programme(programme.id, programme.edition)}>
          {t('desk:windows.programme', { title: programme.short, edition: programme.edition })}
        </Link>
      </Box>
      {open.size === 0 && (
        <Box
          component="td"
          colSpan={months.length}
          sx={{ border: 1, borderColor: 'divider', px: 1, py: 0.5 }}
        >
          <Typography variant="caption" color="textSecondary">
            {t('desk:windows.none')}
          </Typography>
        </Box>
      )}
      {open.size > 0 &&
        months.map((month) => (
          <Box
            component="td"
            key={month}
            aria-label={open.has(month) ? t('desk:windows.open') : t('desk:windows.closed')}
            sx={{ border: 1, borderColor: 'divider', p: 0.25, minWidth: '2.25rem' }}
          >
            {open.has(month) && (
              <Box
                sx={{
                  bgcolor: 'primary.main',
                  color: 'primary.contrastText',
                  borderRadius: 0.5,
                  textAlign: 'center',
                  typography: 'caption',
                }}
              >
                {t('desk:windows.mark')}
              </Box>
            )}
          </Box>
        ))}
    </tr>
  )
}

/** As many programmes as fit on a screen. */
const shown = 12

/** What can be handed in when, over the coming twelve months. */
export function WindowsStrip() {
  const { t } = useTranslation()
  const language = useLanguage()
  const ask = useAsk('programme.list', {})
  const months = comingMonths(useToday())
  return (
    <Panel title={t('desk:windows.title')} hint={t('desk:windows.hint')}>
      <Asked ask={ask}>
        {({ programmes }) =>
          programmes.length === 0 ? (
            <EmptyState title={t('desk:windows.empty')} hint={t('desk:windows.emptyHint')} />
          ) : (
            <Box sx={{ overflowX: 'auto' }}>
              <Box
                component="table"
                sx={{ borderCollapse: 'collapse', width: '100%', typography: 'body2' }}
              >
                <thead>
                  <tr>
                    <td />
                    {months.map((month, index) => (
                      <Box
                        component="th"
                        scope="col"
                        key={month}
                        sx={{ fontWeight: index === 0 ? 600 : 400, whiteSpace: 'nowrap' }}
                      >
                        {monthName(month, language)}
                      </Box>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {soonestFirst(programmes, months)
                    .slice(0, shown)
                    .map((programme) => (
                      <StripRow
                        key={`${programme.id}/${programme.edition}`}
                        programme={programme}
                        months={months}
                      />
                    ))}
                </tbody>
              </Box>
              <Button component={RouterLink} to={paths.programmes} sx={{ mt: 1 }}>
                {programmes.length > shown
                  ? t('desk:windows.more', { count: programmes.length })
                  : t('desk:windows.all')}
              </Button>
            </Box>
          )
        }
      </Asked>
    </Panel>
  )
}
