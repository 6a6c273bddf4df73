import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

export type FactLine = { readonly label: string; readonly value: ReactNode }

/** Label and value, line by line. */
export function FactLines({ lines }: { readonly lines: readonly FactLine[] }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: 'minmax(6rem, auto) 1fr',
        gap: 1,
        alignItems: 'center',
      }}
    >
      {lines.map(({ label, value }) => (
        <Box key={label} sx={{ display: 'contents' }}>
          <Typography component="dt" variant="body2" color="textSecondary">
            {label}
          </Typography>
          <Typography
            component="dd"
            variant="body2"
            sx={{ m: 0, overflowWrap: 'anywhere', userSelect: 'text' }}
          >
            {value}
          </Typography>
        </Box>
      ))}
    </Box>
  )
}
