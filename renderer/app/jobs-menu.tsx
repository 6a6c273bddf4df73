import Badge from '@mui/material/Badge'
import Button from '@mui/material/Button'
import CircularProgress from '@mui/material/CircularProgress'
import Popover from '@mui/material/Popover'
import Stack from '@mui/material/Stack'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProgressLine } from '../parts/progress-line.tsx'
import { useJobs } from './surroundings.ts'

/** The long calls that run now, each with its progress and a way to stop it; else nothing. */
export function JobsMenu() {
  const { t } = useTranslation()
  const jobs = useJobs()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  if (jobs.length === 0) return null
  return (
    <>
      <Badge badgeContent={jobs.length} color="primary">
        <Button
          ref={button}
          color="inherit"
          aria-haspopup="dialog"
          startIcon={<CircularProgress size="1rem" color="inherit" aria-hidden />}
          onClick={() => setOpen(true)}
        >
          {t('frame:jobs.running')}
        </Button>
      </Badge>
      <Popover
        open={open}
        anchorEl={() => button.current}
        onClose={() => setOpen(false)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { variant: 'outlined', 'aria-label': t('frame:jobs.running') } }}
      >
        <Stack spacing={2} sx={{ p: 2, width: '24rem' }}>
          {jobs.map((job) => (
            <ProgressLine
              key={job.id}
              label={t(`frame:job.${job.call}`, { defaultValue: t('frame:job.other') })}
              progress={job.progress}
              startedAt={job.startedAt}
              onCancel={job.cancel}
            />
          ))}
        </Stack>
      </Popover>
    </>
  )
}
