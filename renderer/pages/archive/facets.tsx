import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import Box from '@mui/material/Box'
import Divider from '@mui/material/Divider'
import List from '@mui/material/List'
import ListItemButton from '@mui/material/ListItemButton'
import ListItemText from '@mui/material/ListItemText'
import Typography from '@mui/material/Typography'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type MaterialFacets, validityStates } from '../../../shared/model/catalogue.ts'
import { materialKinds } from '../../../shared/registry/registry.ts'
import { figure } from '../../app/format.ts'
import { useLabel } from '../../app/i18n.ts'
import type { Filter } from './use-material-page.ts'

type FacetProps = {
  readonly label: string
  readonly count?: number
  readonly chosen: boolean
  readonly icon?: ReactNode
  readonly onClick: () => void
}

function Facet({ label, count, chosen, icon, onClick }: FacetProps) {
  return (
    <ListItemButton
      dense
      selected={chosen}
      aria-pressed={chosen}
      onClick={onClick}
      sx={{ borderRadius: 1, gap: 1, py: 0.25 }}
    >
      {icon}
      <ListItemText primary={label} slotProps={{ primary: { variant: 'body2' } }} />
      {count !== undefined && (
        <Typography variant="caption" color="textSecondary">
          {figure(count)}
        </Typography>
      )}
    </ListItemButton>
  )
}

type GroupProps = { readonly title: string; readonly children: ReactNode }

function Group({ title, children }: GroupProps) {
  const id = useId()
  return (
    <Box component="li" sx={{ listStyle: 'none' }}>
      <Typography id={id} variant="caption" color="textSecondary" sx={{ px: 2 }}>
        {title}
      </Typography>
      <List role="group" aria-labelledby={id} sx={{ py: 0, pb: 1 }}>
        {children}
      </List>
    </Box>
  )
}

type Props = {
  readonly counts: MaterialFacets | undefined
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
}

/** A value that is chosen once more is not asked for any longer. */
const toggled = <K extends keyof Filter>(filter: Filter, key: K, value: Filter[K]): Filter => {
  const { [key]: old, ...rest } = filter
  return old === value ? rest : { ...rest, [key]: value }
}

function Kinds({ counts, filter, onFilter }: Props) {
  const { t } = useTranslation()
  const labelOf = useLabel()
  const held = counts?.kinds ?? {}
  const kinds = materialKinds.filter(({ id }) => (held[id] ?? 0) > 0 || id === filter.kind)
  if (kinds.length === 0) return null
  return (
    <Group title={t('archive:facet.kinds')}>
      {kinds.map(({ id, label }) => (
        <Facet
          key={id}
          label={labelOf(label)}
          count={held[id] ?? 0}
          chosen={filter.kind === id}
          onClick={() => onFilter(toggled(filter, 'kind', id))}
        />
      ))}
    </Group>
  )
}

/** As many years as are looked for often; the others are one click away. */
const usualYears = 6

function Years({ counts, filter, onFilter }: Props) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const years = Object.keys(counts?.years ?? {})
    .map(Number)
    .sort((a, b) => b - a)
  const shown = all ? years : years.filter((year, at) => at < usualYears || year === filter.year)
  if (shown.length === 0) return null
  return (
    <Group title={t('archive:facet.years')}>
      {shown.map((year) => (
        <Facet
          key={year}
          label={year === 0 ? t('archive:facet.noYear') : String(year)}
          count={counts?.years[year] ?? 0}
          chosen={filter.year === year}
          onClick={() => onFilter(toggled(filter, 'year', year))}
        />
      ))}
      {shown.length < years.length && (
        <Facet label={t('archive:facet.more')} chosen={false} onClick={() => setAll(true)} />
      )}
    </Group>
  )
}

function Validity({ counts, filter, onFilter }: Props) {
  const { t } = useTranslation()
  return (
    <Group title={t('archive:facet.validity')}>
      {validityStates.map((state) => (
        <Facet
          key={state}
          label={t(`archive:validity.${state}`)}
          count={counts?.validity[state] ?? 0}
          chosen={filter.validity === state}
          onClick={() => onFilter(toggled(filter, 'validity', state))}
        />
      ))}
    </Group>
  )
}

function States({ counts, filter, onFilter }: Props) {
  const { t } = useTranslation()
  return (
    <Group title={t('archive:facet.state')}>
      <Facet
        label={t('archive:facet.check')}
        count={counts?.confirmed.no ?? 0}
        chosen={filter.confirmed === false}
        onClick={() => onFilter(toggled(filter, 'confirmed', false))}
      />
      <Facet
        label={t('archive:facet.used')}
        count={counts?.used.yes ?? 0}
        chosen={filter.used === true}
        onClick={() => onFilter(toggled(filter, 'used', true))}
      />
      <Facet
        label={t('archive:facet.unused')}
        count={counts?.used.no ?? 0}
        chosen={filter.used === false}
        onClick={() => onFilter(toggled(filter, 'used', false))}
      />
      {((counts?.damaged ?? 0) > 0 || filter.damaged) && (
        <Facet
          label={t('archive:facet.damaged')}
          count={counts?.damaged ?? 0}
          chosen={filter.damaged === true}
          onClick={() => onFilter(toggled(filter, 'damaged', true))}
        />
      )}
    </Group>
  )
}

const isBare = (filter: Filter) => Object.values(filter).every((value) => value === undefined)

/** What can be chosen, with counts of what choosing it would show; 回收站 beneath. */
export function Facets(props: Props) {
  const { counts, filter, onFilter } = props
  const { t } = useTranslation()
  return (
    <List
      component="nav"
      aria-label={t('archive:facets')}
      sx={{ width: '13rem', flexShrink: 0, overflow: 'auto', py: 0 }}
    >
      <Facet
        label={t('archive:facet.all')}
        chosen={isBare(filter)}
        onClick={() => onFilter({})}
        {...(isBare(filter) && counts ? { count: counts.total } : {})}
      />
      <Kinds {...props} />
      <Validity {...props} />
      <Years {...props} />
      <States {...props} />
      <Divider component="li" sx={{ mb: 1 }} />
      <Facet
        label={t('archive:facet.bin')}
        icon={<DeleteOutlined fontSize="small" />}
        chosen={filter.deleted === true}
        onClick={() => onFilter({ deleted: true })}
        {...(counts ? { count: counts.binned } : {})}
      />
    </List>
  )
}
