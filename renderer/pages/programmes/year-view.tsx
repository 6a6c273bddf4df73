/** 申报月历: every window round the year by role; a month opens the programmes that fall in it. */
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import type { ProgrammeRow } from '../../../shared/model/programme.ts'
import { bestMatch } from '../../../shared/programme/fit.ts'
import type { Role } from '../../../shared/programme/pack.ts'
import { entriesOf, nextMonth, undated, type YearEntry } from '../../../shared/programme/year.ts'
import { paths } from '../../app/paths.ts'
import { useToday } from '../../app/use-vault.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Panel } from '../../parts/panel.tsx'
import { WindowState } from '../../parts/window-state.tsx'
import { KindIcon } from './kind-icon.tsx'
import { MatchMark } from './match-mark.tsx'
import { YearStrip } from './year-strip.tsx'

type Place = { readonly month: number; readonly role: Role }

export function YearView({ programmes }: { readonly programmes: readonly ProgrammeRow[] }) {
  const { t } = useTranslation('programmes')
  const now = Number(useToday().slice(5, 7)) || 1
  const [chosen, setChosen] = useState<Place | null>(null)
  const place = chosen ?? { month: nextMonth(programmes, now), role: 'enterprise' as const }
  const entries = entriesOf(programmes, place.month, place.role)
  return (
    <>
      <Panel title={t('view.year')} hint={t('year.hint')}>
        <Legend />
        <YearStrip
          programmes={programmes}
          now={now}
          place={place}
          onChoose={(month, role) => setChosen({ month, role })}
        />
        <Undated programmes={undated(programmes)} />
      </Panel>
      <Panel
        title={t('year.of', {
          month: t('month', { month: place.month }),
          role: t(`terms:role.${place.role}`),
        })}
        hint={t('year.count', { count: entries.length })}
      >
        {entries.length === 0 && <EmptyState title={t('year.none')} hint={t('year.noneHint')} />}
        {entries.map((entry) => (
          <Entry
            key={`${entry.programme.id} ${entry.programme.edition} ${entry.window.id}`}
            entry={entry}
          />
        ))}
      </Panel>
    </>
  )
}

function Legend() {
  const { t } = useTranslation('programmes')
  return (
    <Stack direction="row" spacing={3} sx={{ mb: 1.5, color: 'text.secondary', flexWrap: 'wrap' }}>
      {(['exact', 'usual'] as const).map((kind) => (
        <Typography
          key={kind}
          variant="caption"
          sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center' }}
        >
          <KindIcon exact={kind === 'exact'} />
          {t(`year.${kind}`)}
        </Typography>
      ))}
    </Stack>
  )
}

function Entry({ entry }: { readonly entry: YearEntry<ProgrammeRow> }) {
  const { t } = useTranslation('programmes')
  const today = useToday()
  const { programme, window, exact } = entry
  return (
    <Stack
      direction="row"
      spacing={2}
      sx={{ py: 1, borderTop: 1, borderColor: 'divider', alignItems: 'center' }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Link component={RouterLink} to={paths.programme(programme.id, programme.edition)}>
          {programme.title}
        </Link>
        <Typography variant="caption" color="textSecondary" component="div">
          {t('edition', { edition: programme.edition })} · {programme.department}
        </Typography>
      </Box>
      <Typography
        variant="caption"
        sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', width: '7rem', flex: 'none' }}
      >
        <KindIcon exact={exact} />
        {t(exact ? 'year.kind.exact' : 'year.kind.usual')}
      </Typography>
      <Box sx={{ width: '18rem', flex: 'none' }}>
        <WindowState window={window} today={today} bare />
      </Box>
      <Box sx={{ width: '12rem', flex: 'none' }}>
        <MatchMark match={bestMatch(programme)} />
      </Box>
    </Stack>
  )
}

function Undated({ programmes }: { readonly programmes: readonly ProgrammeRow[] }) {
  const { t } = useTranslation('programmes')
  if (programmes.length === 0) return null
  return (
    <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5 }}>
      {t('year.undated')}
      {programmes.map((row, index) => (
        <span key={`${row.id} ${row.edition}`}>
          {index > 0 && t('comma')}
          <Link component={RouterLink} to={paths.programme(row.id, row.edition)}>
            {row.short}
          </Link>
        </span>
      ))}
    </Typography>
  )
}
