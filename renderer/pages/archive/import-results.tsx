import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import Chip from '@mui/material/Chip'
import Stack from '@mui/material/Stack'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportResult } from '../../../shared/model/material.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { useImports } from '../../app/imports.tsx'
import { useJobs } from '../../app/surroundings.ts'
import { type Group, groupOf, groups, sumText } from '../../parts/import-text.ts'
import { ProgressLine } from '../../parts/progress-line.tsx'
import { ImportRow } from './import-row.tsx'
import { SaveResults } from './save-results.tsx'

/** Rows that are added at a time: more would only make the page slow. */
const step = 200

type RowsProps = { readonly results: readonly ImportResult[] }

function Rows({ results }: RowsProps) {
  const { t } = useTranslation()
  const [limit, setLimit] = useState(step)
  const left = results.length - limit
  return (
    <Stack sx={{ maxHeight: '40vh', overflow: 'auto', mt: 1 }}>
      <Table size="small" stickyHeader>
        <TableHead>
          <TableRow>
            <TableCell>{t('archive:import.column.file')}</TableCell>
            <TableCell>{t('archive:import.column.state')}</TableCell>
            <TableCell>{t('archive:import.column.kind')}</TableCell>
            <TableCell />
          </TableRow>
        </TableHead>
        <TableBody>
          {results.slice(0, limit).map((result) => (
            <ImportRow key={`${result.from}:${result.outcome}`} result={result} />
          ))}
        </TableBody>
      </Table>
      {left > 0 && (
        <Button size="small" onClick={() => setLimit(limit + step)}>
          {t('archive:import.more', { count: Math.min(left, step) })}
        </Button>
      )}
    </Stack>
  )
}

type FilterProps = {
  readonly results: readonly ImportResult[]
  readonly chosen: Group | 'all'
  readonly onChoose: (group: Group | 'all') => void
}

/** How many of each, as filters; what there is none of is not offered. */
function Filters({ results, chosen, onChoose }: FilterProps) {
  const { t } = useTranslation()
  const counts = groups.map((group) => ({
    group,
    count: results.filter((each) => groupOf(each) === group).length,
  }))
  const all = { group: 'all' as const, count: results.length }
  return (
    <Stack
      direction="row"
      spacing={0.5}
      role="group"
      aria-label={t('archive:import.filter')}
      sx={{ flexWrap: 'wrap', rowGap: 0.5 }}
    >
      {[all, ...counts.filter(({ count }) => count > 0)].map(({ group, count }) => (
        <Chip
          key={group}
          size="small"
          label={t(`archive:import.show.${group}`, { count })}
          color={group === chosen ? 'primary' : 'default'}
          variant={group === chosen ? 'filled' : 'outlined'}
          aria-pressed={group === chosen}
          onClick={() => onChoose(group)}
        />
      ))}
    </Stack>
  )
}

function Report({ results }: RowsProps) {
  const { t } = useTranslation()
  const { again, close } = useImports()
  const [group, setGroup] = useState<Group | 'all'>('all')
  const shown = group === 'all' ? results : results.filter((each) => groupOf(each) === group)
  const failed = results.filter(({ outcome }) => outcome === 'refused' || outcome === 'cancelled')
  return (
    <Card role="region" aria-label={t('archive:import.result')} sx={{ p: 1.5, flexShrink: 0 }}>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center', mb: 1 }}>
        <Typography variant="h3" sx={{ flexGrow: 1 }}>
          {sumText(t, results)}
        </Typography>
        {failed.length > 0 && (
          <Button size="small" onClick={() => again(failed)}>
            {t('archive:import.retry', { count: failed.length })}
          </Button>
        )}
        <SaveResults results={results} />
        <Button size="small" onClick={close}>
          {t('frame:close')}
        </Button>
      </Stack>
      {results.length > 1 && <Filters results={results} chosen={group} onChoose={setGroup} />}
      {shown.length > 0 && <Rows key={group} results={shown} />}
    </Card>
  )
}

/** The import that runs, or what became of each file of the last one. */
export function ImportResults() {
  const { t } = useTranslation()
  const { act, results } = useImports()
  const job = useJobs().find(({ call }) => call === 'material.import')
  if (act.isPending) {
    const stage = act.progress?.stage === 'read' ? 'reading' : 'storing'
    return (
      <Card sx={{ p: 1.5, flexShrink: 0 }}>
        <ProgressLine
          label={t(`archive:import.${stage}`)}
          progress={act.progress}
          onCancel={act.cancel}
          {...(job ? { startedAt: job.startedAt } : {})}
        />
      </Card>
    )
  }
  if (act.error) return <FaultAlert error={act.error} onClose={act.reset} />
  return results ? <Report results={results} /> : null
}
