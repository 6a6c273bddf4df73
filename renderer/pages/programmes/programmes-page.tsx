/** 政策库: what can be applied for, until when, how the enterprise stands with it, what leads where. */
import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import Stack from '@mui/material/Stack'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Policy } from '../../../shared/model/policy.ts'
import type { ProgrammeList } from '../../../shared/model/programme.ts'
import { paths } from '../../app/paths.ts'
import { useAsk } from '../../app/use-ask.ts'
import { useToday } from '../../app/use-vault.ts'
import { Asked } from '../../parts/asked.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { PageShell } from '../../parts/page-shell.tsx'
import { filtered, sorted } from './filter.ts'
import { FilterBar } from './filter-bar.tsx'
import { LadderMap } from './ladder-map.tsx'
import { MatchFilter } from './match-filter.tsx'
import { policiesWith } from './policies.ts'
import { PolicyList } from './policy-list.tsx'
import { ProgrammeTable } from './programme-table.tsx'
import { UnusablePacks } from './unusable-packs.tsx'
import { type ListState, useListState, type ViewId, views } from './use-list-state.ts'
import { YearView } from './year-view.tsx'

export function ProgrammesPage() {
  const { t } = useTranslation('programmes')
  const ask = useAsk('programme.list', {})
  return (
    <PageShell
      title={t('title')}
      question={t('question')}
      actions={
        <Button component={Link} to={paths.packs} variant="outlined">
          {t('packs.manage')}
        </Button>
      }
    >
      <Asked ask={ask}>{(list) => <Library list={list} />}</Asked>
    </PageShell>
  )
}

function Library({ list }: { readonly list: ProgrammeList }) {
  const { t } = useTranslation('programmes')
  const state = useListState()
  const policies = useAsk('policy.list', {}).data ?? []
  const { filter, view, change } = state
  const found = policiesWith(policies, filter.text)
  const counts: { readonly [V in ViewId]?: number } = {
    list: filtered(list.programmes, filter).length,
    policies: found.length,
  }
  const label = (one: ViewId) =>
    counts[one] === undefined
      ? t(`view.${one}`)
      : t('filter.choice', { name: t(`view.${one}`), count: counts[one] })
  return (
    <>
      <UnusablePacks packs={list.unusable} />
      <Tabs
        value={view}
        onChange={(_, next: ViewId) => change({ view: next })}
        aria-label={t('views')}
        sx={{ borderBottom: 1, borderColor: 'divider' }}
      >
        {views.map((one) => (
          <Tab key={one} value={one} label={label(one)} />
        ))}
      </Tabs>
      {view === 'list' && <ProgrammeView list={list} state={state} policies={found} />}
      {view === 'year' && <YearView programmes={list.programmes} />}
      {view === 'ladders' && <LadderMap list={list} />}
      {view === 'policies' && <PolicyList state={state} all={policies.length} found={found} />}
    </>
  )
}

type ViewProps = {
  readonly list: ProgrammeList
  readonly state: ListState
  readonly policies: readonly Policy[]
}

function ProgrammeView({ list, state, policies }: ViewProps) {
  const { t } = useTranslation('programmes')
  const today = useToday()
  const { programmes } = list
  const { filter, sort, change } = state
  if (programmes.length === 0) {
    return (
      <Card>
        <EmptyState title={t('empty')} hint={t('emptyHint')} />
      </Card>
    )
  }
  const shown = sorted(filtered(programmes, filter), sort, today)
  return (
    <Stack spacing={2}>
      <FilterBar programmes={programmes} state={state} />
      <Stack direction="row" spacing={2} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <MatchFilter
          rows={filtered(programmes, { ...filter, match: '' })}
          match={filter.match}
          onChange={(match) => change({ match })}
        />
        <Typography variant="caption" color="textSecondary" role="status">
          {t('shown', { count: shown.length, all: programmes.length })}
        </Typography>
        {filter.text.trim() !== '' && policies.length > 0 && (
          <Button size="small" onClick={() => change({ view: 'policies' })}>
            {t('policies.also', { count: policies.length })}
          </Button>
        )}
      </Stack>
      <Card>
        {shown.length === 0 ? (
          <EmptyState title={t('nothing')} hint={t('nothingHint')} />
        ) : (
          <ProgrammeTable rows={shown} />
        )}
      </Card>
    </Stack>
  )
}
