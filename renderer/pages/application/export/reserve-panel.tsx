/** 提交储备: not handed in this time, or kept for the next. */
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { nextStates } from '../../../../shared/programme/course.ts'
import { FaultAlert } from '../../../app/fault-text.tsx'
import { paths } from '../../../app/paths.ts'
import { useAct } from '../../../app/use-act.ts'
import { Panel } from '../../../parts/panel.tsx'
import { StateMark } from '../../../parts/state-mark.tsx'
import { useApplication } from '../application-context.ts'

export function ReservePanel() {
  const { t } = useTranslation('reserve')
  const { view } = useApplication()
  const act = useAct('reserve.put', { key: view.id })
  const [note, setNote] = useState('')
  const possible = nextStates(view.pack, view.state).includes('reserved')
  if (!possible && view.state !== 'reserved') return null
  const list = (
    <Button size="small" component={Link} to={paths.reserve}>
      {t('put.open')}
    </Button>
  )
  return (
    <Panel title={t('put.title')} hint={t('put.hint')} actions={list}>
      {view.state === 'reserved' ? (
        <StateMark tone="good">{t('put.done', { day: view.reachedOn })}</StateMark>
      ) : (
        <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
          <TextField
            size="small"
            label={t('put.note')}
            value={note}
            onChange={(event) => setNote(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 2000 } }}
            sx={{ flex: 1 }}
          />
          <Button
            variant="outlined"
            loading={act.isPending}
            onClick={() => act.mutate({ id: view.id, note })}
          >
            {t('put.do')}
          </Button>
        </Stack>
      )}
      <FaultAlert error={act.error} onClose={act.reset} />
    </Panel>
  )
}
