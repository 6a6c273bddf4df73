/** What titles that were won ask for later, soonest first. */
import Button from '@mui/material/Button'
import Divider from '@mui/material/Divider'
import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../app/use-ask.ts'
import { Panel } from '../panel.tsx'
import { OpenDuty } from './open-duty.tsx'
import { SettledList } from './settled-list.tsx'

type Props = {
  /** Offers what was settled as well, and the way to have it asked for again. */
  readonly withSettled?: boolean
}

export function DutiesPanel({ withSettled = false }: Props) {
  const { t } = useTranslation('reserve')
  const { data } = useAsk('duty.list', {})
  const [shown, setShown] = useState(false)
  const { open = [], settled = [] } = data ?? {}
  const offered = withSettled && settled.length > 0
  if (open.length === 0 && !offered) return null
  return (
    <Panel
      title={t('duties.title')}
      actions={
        offered && (
          <Button size="small" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {t('duties.settled', { count: settled.length })}
          </Button>
        )
      }
    >
      {open.length > 0 && (
        <Stack component="ul" spacing={2} sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {open.map((reminder) => (
            <OpenDuty key={`${reminder.application} ${reminder.duty}`} reminder={reminder} />
          ))}
        </Stack>
      )}
      {offered && shown && (
        <>
          {open.length > 0 && <Divider sx={{ my: 2 }} />}
          <SettledList settled={settled} />
        </>
      )}
    </Panel>
  )
}
