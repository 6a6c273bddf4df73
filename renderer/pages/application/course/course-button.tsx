/** 记录进展: what happened to the application since, by hand; and the history of it. */
import TimelineIcon from '@mui/icons-material/TimelineOutlined'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CourseDialog } from './course-dialog.tsx'

export function CourseButton() {
  const { t } = useTranslation('course')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" startIcon={<TimelineIcon />} onClick={() => setOpen(true)}>
        {t('record')}
      </Button>
      {open && <CourseDialog onClose={() => setOpen(false)} />}
    </>
  )
}
