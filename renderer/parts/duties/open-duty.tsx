/** A duty that nobody has settled: when it was due or is, and what can be said of it. */
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import type { DutyReminder } from '../../../shared/model/reserve.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { longDate } from '../../app/format.ts'
import { useLanguage } from '../../app/i18n.ts'
import { paths } from '../../app/paths.ts'
import { StateMark } from '../state-mark.tsx'
import { SettleDialog } from './settle-dialog.tsx'
import { useSettle } from './use-settle.ts'

/** From so many days before, it presses. */
const soon = 60

export function OpenDuty({ reminder }: { readonly reminder: DutyReminder }) {
  const { t } = useTranslation('reserve')
  const language = useLanguage()
  const { settle, isPending, error } = useSettle(reminder)
  const [asking, setAsking] = useState(false)
  const { application, title, edition, text, due, daysLeft, earlier, next } = reminder
  const dated = (key: 'duty.due' | 'duty.over' | 'duty.next', day: string, days: number) =>
    t(key, { day: longDate(day, language), days: Math.abs(days) })
  const late = daysLeft < 0
  const tone = late ? 'bad' : daysLeft <= soon ? 'doubt' : 'info'
  const besides = [
    next ? dated('duty.next', next.due, next.daysLeft) : '',
    earlier > 0 ? t('duty.earlier', { count: earlier }) : '',
  ].filter(Boolean)
  return (
    <li>
      <StateMark tone={tone} strong={late}>
        {dated(late ? 'duty.over' : 'duty.due', due, daysLeft)}
      </StateMark>
      <Typography variant="body2">{text}</Typography>
      {besides.length > 0 && (
        <Typography variant="body2" color="textSecondary">
          {besides.join(t('duty.and'))}
        </Typography>
      )}
      <Link component={RouterLink} to={paths.application(application)} variant="caption">
        {t('duty.of', { title, edition })}
      </Link>
      <Stack direction="row" spacing={1} useFlexGap sx={{ mt: 0.5, flexWrap: 'wrap' }}>
        <Button
          size="small"
          variant="outlined"
          loading={isPending}
          onClick={() => settle({ outcome: 'done', note: '' })}
        >
          {t('duty.done')}
        </Button>
        <Button size="small" onClick={() => setAsking(true)}>
          {t('duty.otherwise')}
        </Button>
      </Stack>
      <FaultAlert error={error} />
      {asking && <SettleDialog reminder={reminder} onClose={() => setAsking(false)} />}
    </li>
  )
}
