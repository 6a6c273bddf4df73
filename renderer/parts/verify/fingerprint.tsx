/** A fingerprint in groups of four, as it stands on the 交接单; copied as it is. */
import Box from '@mui/material/Box'

export function Fingerprint({ value }: { readonly value: string }) {
  return (
    <Box
      component="code"
      sx={{ fontSize: '0.8125rem', overflowWrap: 'anywhere', userSelect: 'all', lineHeight: 1.5 }}
    >
      {value.toUpperCase().replace(/(.{4})(?=.)/g, '$1 ')}
    </Box>
  )
}
