/** What is applied for, how far it is, how long there is, and how much is open. */
import FactCheckIcon from '@mui/icons-material/FactCheckOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { isInProgress } from '../../../shared/programme/course.ts'
import { trackOf } from '../../../shared/programme/track.ts'
import { CompletenessRing } from '../../parts/completeness-ring.tsx'
import { SaveMark } from '../../parts/save-mark.tsx'
import { useApplication } from './application-context.ts'
import { CourseButton } from './course/course-button.tsx'
import { DaysLeft } from './days-left.tsx'
import { MoveButton } from './move-button.tsx'
import { StatusPath } from './status-path.tsx'

/**
 * Where the window is low or the text large, the step needs the room: of the path only the present
 * station stays, and everything stands closer.
 */
export const short = '@container application (max-height: 34rem)'

type Props = { readonly listed: boolean; readonly onList: () => void }

export function ApplicationHeader({ listed, onList }: Props) {
  const { t } = useTranslation('application')
  const { view, saved, today } = useApplication()
  const track = trackOf(view.pack, view.track)
  // With a result, or in reserve, nothing has to be put right any more.
  const pressing = view.blocking > 0 && isInProgress(view.state)
  return (
    <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
      <CompletenessRing value={view.completeness} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Stack direction="row" sx={{ columnGap: 1.5, alignItems: 'baseline', flexWrap: 'wrap' }}>
          <Typography variant="h1" sx={{ [short]: { typography: 'h2' } }}>
            {view.title}
          </Typography>
          <Typography color="textSecondary">
            {t('header.edition', { edition: view.edition })}
            {track ? ` · ${track.title}` : ''}
          </Typography>
        </Stack>
        <Stack
          direction="row"
          sx={{
            columnGap: 3,
            rowGap: 0.5,
            flexWrap: 'wrap',
            alignItems: 'center',
            [short]: {
              columnGap: 2,
              rowGap: 0,
              '& ol > li:not([aria-current])': { display: 'none' },
              '& ol > li > span[aria-hidden]': { display: 'none' },
            },
          }}
        >
          <StatusPath view={view} />
          <CourseButton />
          <DaysLeft windows={view.pack.windows} today={today} />
          <MoveButton />
        </Stack>
      </Box>
      <SaveMark state={saved} />
      <Button
        variant={listed ? 'contained' : 'outlined'}
        color={pressing ? 'error' : 'primary'}
        startIcon={<FactCheckIcon />}
        aria-expanded={listed}
        onClick={onList}
        sx={{ flex: 'none' }}
      >
        {pressing
          ? t('findings.openBlocking', { count: view.blocking })
          : t('findings.open', { count: view.findings.length })}
      </Button>
    </Stack>
  )
}
