/** What titles that were won ask for later, soonest first. */
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link as RouterLink } from 'react-router'
import type { DutyReminder } from '../../shared/model/reserve.ts'
import { FaultAlert } from '../app/fault-text.tsx'
import { longDate } from '../app/format.ts'
import { useLanguage } from '../app/i18n.ts'
import { paths } from '../app/paths.ts'
import { useTellTaken } from '../app/second-thought.tsx'
import { useAct } from '../app/use-act.ts'
import { useAsk } from '../app/use-ask.ts'
import { Panel } from './panel.tsx'
import { StateMark } from './state-mark.tsx'

export function DutiesPanel() {
  const { t } = useTranslation('reserve')
  const { data = [] } = useAsk('reserve.duties', {})
  if (data.length === 0) return null
  return (
    <Panel title={t('duties.title')}>
      <Stack component="ul" spacing={1.5} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {data.map((reminder) => (
          <Duty key={`${reminder.application} ${reminder.duty}`} reminder={reminder} />
        ))}
      </Stack>
    </Panel>
  )
}

/** From so many days before, it presses. */
const soon = 60

function Duty({ reminder }: { readonly reminder: DutyReminder }) {
  const { t } = useTranslation('reserve')
  const language = useLanguage()
  const act = useAct('reserve.dutyDone')
  const { application: id, title, edition, duty, text, due, daysLeft } = reminder
  const tone = daysLeft < 0 ? 'bad' : daysLeft <= soon ? 'doubt' : 'info'
  const day = longDate(due, language)
  const when =
    daysLeft < 0 ? t('duty.over', { day, days: -daysLeft }) : t('duty.due', { day, days: daysLeft })
  const tell = useTellTaken()
  const finish = () => {
    const gone = act.mutateAsync({ id, duty, due, done: true })
    tell(gone, t('duty.marked', { day, title }), () => act.mutate({ id, duty, due, done: false }))
  }
  return (
    <li>
      <Stack
        direction="row"
        spacing={1}
        sx={{ alignItems: 'center', justifyContent: 'space-between' }}
      >
        <StateMark tone={tone}>{when}</StateMark>
        <Button size="small" loading={act.isPending} onClick={finish}>
          {t('duty.done')}
        </Button>
      </Stack>
      <Typography variant="body2">{text}</Typography>
      <Link component={RouterLink} to={paths.application(id)} variant="caption">
        {t('duty.of', { title, edition })}
      </Link>
      <FaultAlert error={act.error} />
    </li>
  )
}
