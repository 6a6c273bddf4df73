import Box from '@mui/material/Box'
import List from '@mui/material/List'
import ListItemButton from '@mui/material/ListItemButton'
import ListItemText from '@mui/material/ListItemText'
import Typography from '@mui/material/Typography'
import { type ReactNode, useId } from 'react'
import type { MaterialFacets } from '../../../shared/model/catalogue.ts'
import { figure } from '../../../shared/text/figure.ts'
import type { Filter } from './use-material-page.ts'

type FacetProps = {
  readonly label: string
  readonly count?: number
  readonly chosen: boolean
  readonly icon?: ReactNode
  readonly onClick: () => void
}

/** A condition that is chosen and taken back, with what choosing it would show. */
export function Facet({ label, count, chosen, icon, onClick }: FacetProps) {
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

export function FacetGroup({ title, children }: GroupProps) {
  const id = useId()
  return (
    <Box>
      <Typography id={id} variant="caption" color="textSecondary" sx={{ px: 2 }}>
        {title}
      </Typography>
      <List component="div" role="group" aria-labelledby={id} sx={{ py: 0, pb: 1 }}>
        {children}
      </List>
    </Box>
  )
}

export type FacetsProps = {
  readonly counts: MaterialFacets | undefined
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
}

/** A value that is chosen once more is not asked for any longer. */
export const toggled = <K extends keyof Filter>(
  filter: Filter,
  key: K,
  value: Filter[K],
): Filter => {
  const { [key]: old, ...rest } = filter
  return old === value ? rest : { ...rest, [key]: value }
}

/** The same filter with a value, or without it where there is none. */
export const withValue = <K extends keyof Filter>(
  filter: Filter,
  key: K,
  value: Filter[K] | undefined,
): Filter => {
  const { [key]: _, ...rest } = filter
  return value === undefined ? rest : { ...rest, [key]: value }
}
