/** The list of applications narrowed to a programme, a year or a state. */
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicationRow } from '../../../shared/model/application.ts'

type Props = {
  readonly rows: readonly ApplicationRow[]
  readonly children: (rows: readonly ApplicationRow[]) => ReactNode
}

const filters = ['short', 'year', 'state'] as const
type Filter = (typeof filters)[number]
type Chosen = Readonly<Record<Filter, string>>

const valueIn = (row: ApplicationRow, filter: Filter): string => String(row[filter])

export function FilteredApplications({ rows, children }: Props) {
  const { t } = useTranslation('application')
  const [chosen, setChosen] = useState<Chosen>({ short: '', year: '', state: '' })
  const shown = rows.filter((row) =>
    filters.every((filter) => chosen[filter] === '' || chosen[filter] === valueIn(row, filter)),
  )
  const nameOf = (filter: Filter, value: string) =>
    filter === 'state' ? t(`terms:state.${value}`) : value
  // With a single application there is nothing to narrow.
  if (rows.length < 2) return children(rows)
  return (
    <>
      <Stack direction="row" spacing={2} sx={{ mb: 2 }}>
        {filters.map((filter) => (
          <TextField
            key={filter}
            select
            size="small"
            label={t(`list.${filter}`)}
            value={chosen[filter]}
            onChange={(event) => setChosen({ ...chosen, [filter]: event.target.value })}
            sx={{ width: '12rem' }}
            slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
          >
            <MenuItem value="">{t('list.any')}</MenuItem>
            {[...new Set(rows.map((row) => valueIn(row, filter)))].map((value) => (
              <MenuItem key={value} value={value}>
                {nameOf(filter, value)}
              </MenuItem>
            ))}
          </TextField>
        ))}
      </Stack>
      {children(shown)}
    </>
  )
}
