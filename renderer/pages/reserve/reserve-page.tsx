/** 储备库: what can be reused — reserved and finished applications, by year and programme. */
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ApplicationRow } from '../../../shared/model/application.ts'
import { paths } from '../../app/paths.ts'
import { useAsk } from '../../app/use-ask.ts'
import { Asked } from '../../parts/asked.tsx'
import { DutiesPanel } from '../../parts/duties/duties-panel.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { grouped } from '../../parts/grouped.ts'
import { PageShell } from '../../parts/page-shell.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ReserveRow } from './reserve-row.tsx'

const kinds = ['kept', 'reserved', 'recognised', 'rejected', 'all'] as const
type Kind = (typeof kinds)[number]

/** `kept`: what has come to rest, one way or the other. */
const belongs = ({ state }: ApplicationRow, kind: Kind): boolean =>
  kind === 'all' ||
  (kind === 'kept' ? ['reserved', 'recognised', 'rejected'].includes(state) : state === kind)

export function ReservePage() {
  const { t } = useTranslation('reserve')
  const ask = useAsk('application.list', {})
  const [kind, setKind] = useState<Kind>('kept')
  const filter = (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={kind}
      aria-label={t('filter')}
      onChange={(_, next: Kind | null) => next && setKind(next)}
    >
      {kinds.map((one) => (
        <ToggleButton key={one} value={one}>
          {t(`filter.${one}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
  return (
    <PageShell title={t('frame:screen.reserve')} question={t('question')} actions={filter}>
      <Stack spacing={2}>
        <DutiesPanel withSettled />
        <Asked ask={ask}>
          {(rows) => <Years rows={rows.filter((row) => belongs(row, kind))} all={rows} />}
        </Asked>
      </Stack>
    </PageShell>
  )
}

type Props = { readonly rows: readonly ApplicationRow[]; readonly all: readonly ApplicationRow[] }

function Years({ rows, all }: Props) {
  const { t } = useTranslation('reserve')
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={<Inventory2Outlined color="action" sx={{ fontSize: '3rem' }} />}
        title={t('empty')}
        hint={t('emptyHint')}
        action={
          <Button component={Link} to={paths.applications} variant="outlined">
            {t('toApplications')}
          </Button>
        }
      />
    )
  }
  const years = grouped(
    rows.toSorted((a, b) => b.year - a.year || a.title.localeCompare(b.title, 'zh-CN')),
    ({ year }) => String(year),
  )
  return years.map(([year, group]) => (
    <Panel key={year} title={t('year', { year })}>
      <Stack component="ul" spacing={1} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {group.map((row) => (
          <ReserveRow
            key={row.id}
            row={row}
            others={all.filter(({ id, programme }) => programme === row.programme && id !== row.id)}
          />
        ))}
      </Stack>
    </Panel>
  ))
}
