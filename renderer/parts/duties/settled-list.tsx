/** Dates of duties that somebody has settled: by which word, when and why. */
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { SettledDuty } from '../../../shared/model/reserve.ts'
import { FaultAlert } from '../../app/fault-text.tsx'
import { longDate } from '../../app/format.ts'
import { useLanguage } from '../../app/i18n.ts'
import { StateMark } from '../state-mark.tsx'
import { useSettle } from './use-settle.ts'

export function SettledList({ settled }: { readonly settled: readonly SettledDuty[] }) {
  const { t } = useTranslation('reserve')
  return (
    <Stack
      component="ul"
      spacing={1.5}
      aria-label={t('duties.settled', { count: settled.length })}
      sx={{ m: 0, p: 0, listStyle: 'none' }}
    >
      {settled.map((each) => (
        <Settled key={`${each.application} ${each.duty} ${each.due}`} settled={each} />
      ))}
    </Stack>
  )
}

function Settled({ settled }: { readonly settled: SettledDuty }) {
  const { t } = useTranslation('reserve')
  const language = useLanguage()
  const { reopen, isPending, error } = useSettle(settled)
  const { title, edition, text, due, outcome, on, note } = settled
  const [day, said] = [due, on].map((each) => longDate(each, language))
  return (
    <li>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
        <Stack sx={{ flex: 1, minWidth: 0 }}>
          <StateMark tone={outcome === 'done' ? 'good' : 'none'}>
            {t(`settled.${outcome}`, { day, on: said })}
          </StateMark>
          <Typography variant="body2">{text}</Typography>
          {note && (
            <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
              {t('settled.note', { note })}
            </Typography>
          )}
          <Typography variant="caption" color="textSecondary">
            {t('duty.of', { title, edition })}
          </Typography>
        </Stack>
        <Button size="small" loading={isPending} onClick={() => reopen(settled)}>
          {t('settled.reopen')}
        </Button>
      </Stack>
      <FaultAlert error={error} />
    </li>
  )
}
