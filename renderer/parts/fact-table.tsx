import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

type Props = { readonly rows: readonly (readonly [label: string, value: ReactNode])[] }

/** Labels and values side by side, for reading. */
export function FactTable({ rows }: Props) {
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(6rem, max-content) 1fr',
        columnGap: 3,
        rowGap: 0.75,
        alignItems: 'baseline',
        m: 0,
        typography: 'body2',
        '& dt': { color: 'text.secondary' },
        '& dd': { m: 0, minWidth: 0, overflowWrap: 'anywhere', userSelect: 'text' },
      }}
    >
      {rows.map(([label, value]) => (
        <Box key={label} sx={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Box>
      ))}
    </Box>
  )
}
