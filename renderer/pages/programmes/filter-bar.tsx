/** Words, seven choices and the order; every choice says how many programmes it would leave. */
import SearchIcon from '@mui/icons-material/Search'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import InputAdornment from '@mui/material/InputAdornment'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import type { ProgrammeRow } from '../../../shared/model/programme.ts'
import { regionOf } from '../../../shared/programme/label.ts'
import { yearMonths } from '../../../shared/programme/year.ts'
import { choicesOf, type FilterKey, filterKeys, sorts } from './filter.ts'
import type { ListState } from './use-list-state.ts'

type ChoiceKey = Exclude<FilterKey, 'text' | 'match'>
const choiceKeys = ['level', 'region', 'department', 'category', 'month', 'channel'] as const

type Props = { readonly programmes: readonly ProgrammeRow[]; readonly state: ListState }

export function FilterBar({ programmes, state }: Props) {
  const { t } = useTranslation('programmes')
  const { filter, sort, change, clear } = state
  const filtering = filterKeys.some((key) => filter[key] !== '')
  return (
    <Box
      component="search"
      sx={{
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: 'repeat(auto-fill, minmax(9.5rem, 1fr))',
        alignItems: 'center',
      }}
    >
      <SearchField text={filter.text} onChange={(text) => change({ text })} />
      {choiceKeys.map((key) => (
        <Choice
          key={key}
          of={key}
          value={filter[key]}
          counts={choicesOf(programmes, key)}
          onChange={(value) => change({ [key]: value })}
        />
      ))}
      <TextField
        select
        label={t('sort')}
        value={sort}
        onChange={(event) =>
          change({ sort: sorts.find((one) => one === event.target.value) ?? 'deadline' })
        }
      >
        {sorts.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`sort.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <Button disabled={!filtering} onClick={clear} sx={{ justifySelf: 'start' }}>
        {t('filter.clear')}
      </Button>
    </Box>
  )
}

type SearchProps = { readonly text: string; readonly onChange: (text: string) => void }

export function SearchField({ text, onChange }: SearchProps) {
  const { t } = useTranslation('programmes')
  return (
    <TextField
      label={t('filter.text')}
      value={text}
      onChange={(event) => onChange(event.target.value)}
      sx={{ gridColumn: 'span 2' }}
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
  )
}

type ChoiceProps = {
  readonly of: ChoiceKey
  readonly value: string
  readonly counts: ReadonlyMap<string, number>
  readonly onChange: (value: string) => void
}

function Choice({ of, value, counts, onChange }: ChoiceProps) {
  const { t } = useTranslation('programmes')
  const named = (one: string) => {
    if (of === 'level') return t(`terms:level.${one}`)
    if (of === 'channel') return t(`terms:channel.${one}`)
    if (of === 'region') return regionOf(one)?.name ?? one
    if (of === 'month') return t('month', { month: one })
    return one
  }
  const found = of === 'month' ? yearMonths.map(String) : [...counts.keys()]
  // An address may ask for a value that no pack has any more: shown, so that it can be taken away.
  const values = value === '' || found.includes(value) ? found : [...found, value]
  return (
    <TextField
      select
      label={t(`filter.${of}`)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <MenuItem value="">{t('filter.all')}</MenuItem>
      {values.map((one) => (
        <MenuItem key={one} value={one} disabled={!counts.has(one) && one !== value}>
          {t('filter.choice', { name: named(one), count: counts.get(one) ?? 0 })}
        </MenuItem>
      ))}
    </TextField>
  )
}
