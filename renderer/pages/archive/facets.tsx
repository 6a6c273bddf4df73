import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import Divider from '@mui/material/Divider'
import List from '@mui/material/List'
import ListItemButton from '@mui/material/ListItemButton'
import ListItemText from '@mui/material/ListItemText'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
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

type Props = {
  readonly counts: Readonly<Record<string, number>>
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
}

/** Kinds that are there, with their counts; 回收站 beneath. */
export function Facets({ counts, filter, onFilter }: Props) {
  const { t } = useTranslation()
  const labelOf = useLabel()
  const kinds = materialKinds.filter(({ id }) => (counts[id] ?? 0) > 0 || id === filter.kind)
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return (
    <List
      component="nav"
      aria-label={t('archive:facets')}
      sx={{ width: '13rem', flexShrink: 0, overflow: 'auto', py: 0 }}
    >
      <Facet
        label={t('archive:facet.all')}
        {...(filter.deleted ? {} : { count: all })}
        chosen={!filter.kind && !filter.deleted}
        onClick={() => onFilter({})}
      />
      {kinds.map(({ id, label }) => (
        <Facet
          key={id}
          label={labelOf(label)}
          count={counts[id] ?? 0}
          chosen={filter.kind === id}
          onClick={() => onFilter({ ...filter, kind: id })}
        />
      ))}
      <Divider sx={{ my: 1 }} />
      <Facet
        label={t('archive:facet.bin')}
        icon={<DeleteOutlined fontSize="small" />}
        chosen={filter.deleted === true && !filter.kind}
        onClick={() => onFilter({ deleted: true })}
      />
    </List>
  )
}
