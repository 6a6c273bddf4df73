import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Working } from '../../shared/model/verdict.ts'
import { OutcomeMark } from './outcome-mark.tsx'

/** How a verdict came about: each comparison as a sentence, its parts beneath it. */
export function WorkingTree({ working }: { readonly working: Working }) {
  const { t } = useTranslation()
  return (
    <Box>
      <Typography variant="body2" color="textSecondary">
        {t(`working:${working.text}`, working.data)}
      </Typography>
      {working.parts && working.parts.length > 0 && (
        <Box
          component="ul"
          sx={{ m: 0, pl: 1.5, listStyle: 'none', borderLeft: 2, borderColor: 'divider' }}
        >
          {working.parts.map((part, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name and never move
            <Box component="li" key={at} sx={{ display: 'flex', gap: 1, alignItems: 'baseline' }}>
              <Box sx={{ flex: 'none' }}>
                <OutcomeMark outcome={part.outcome} />
              </Box>
              <WorkingTree working={part} />
            </Box>
          ))}
        </Box>
      )}
    </Box>
  )
}
