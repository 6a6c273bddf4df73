/** 政策库: what can be applied for, until when, and how the enterprise stands with it. */
import SearchIcon from '@mui/icons-material/Search'
import Card from '@mui/material/Card'
import InputAdornment from '@mui/material/InputAdornment'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProgrammeRow } from '../../../shared/model/programme.ts'
import { useAsk } from '../../app/use-ask.ts'
import { Asked } from '../../parts/asked.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { PageShell } from '../../parts/page-shell.tsx'
import { type Filter, filtered, matches } from './filter.ts'
import { ProgrammeTable } from './programme-table.tsx'
import { UnusablePacks } from './unusable-packs.tsx'

export function ProgrammesPage() {
  const { t } = useTranslation('programmes')
  const ask = useAsk('programme.list', {})
  const [filter, setFilter] = useState<Filter>({ text: '', level: '', match: '' })
  const change = (part: Partial<Filter>) => setFilter((now) => ({ ...now, ...part }))
  return (
    <PageShell title={t('title')} question={t('question')}>
      <Asked ask={ask}>
        {({ programmes, unusable }) => (
          <Stack spacing={2}>
            <UnusablePacks packs={unusable} />
            <FilterBar programmes={programmes} filter={filter} onChange={change} />
            <Card>
              <Rows all={programmes} shown={filtered(programmes, filter)} />
            </Card>
          </Stack>
        )}
      </Asked>
    </PageShell>
  )
}

type RowsProps = { readonly all: readonly ProgrammeRow[]; readonly shown: readonly ProgrammeRow[] }

function Rows({ all, shown }: RowsProps) {
  const { t } = useTranslation('programmes')
  if (all.length === 0) return <EmptyState title={t('empty')} hint={t('emptyHint')} />
  if (shown.length === 0) return <EmptyState title={t('nothing')} hint={t('nothingHint')} />
  return <ProgrammeTable rows={shown} />
}

type BarProps = {
  readonly programmes: readonly ProgrammeRow[]
  readonly filter: Filter
  readonly onChange: (part: Partial<Filter>) => void
}

function FilterBar({ programmes, filter, onChange }: BarProps) {
  const { t } = useTranslation('programmes')
  const levels = [...new Set(programmes.map(({ level }) => level))]
  return (
    <Stack direction="row" spacing={2}>
      <TextField
        label={t('filter.text')}
        value={filter.text}
        onChange={(event) => onChange({ text: event.target.value })}
        sx={{ maxWidth: '24rem' }}
        slotProps={{
          input: {
            startAdornment: (
              <InputAdornment position="start">
                <SearchIcon />
              </InputAdornment>
            ),
          },
        }}
      />
      <TextField
        select
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        label={t('filter.level')}
        value={filter.level}
        onChange={(event) => onChange({ level: event.target.value as Filter['level'] })}
        sx={{ maxWidth: '12rem' }}
      >
        <MenuItem value="">{t('filter.all')}</MenuItem>
        {levels.map((level) => (
          <MenuItem key={level} value={level}>
            {t(`terms:level.${level}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        label={t('filter.match')}
        value={filter.match}
        onChange={(event) => onChange({ match: event.target.value as Filter['match'] })}
        sx={{ maxWidth: '12rem' }}
      >
        <MenuItem value="">{t('filter.all')}</MenuItem>
        {matches.map((match) => (
          <MenuItem key={match} value={match}>
            {t(`terms:match.${match}`)}
          </MenuItem>
        ))}
      </TextField>
    </Stack>
  )
}
