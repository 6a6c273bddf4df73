import { useTranslation } from 'react-i18next'
import type { DutyReminder, SettledDuty } from '../../../shared/model/reserve.ts'
import { longDate } from '../../app/format.ts'
import { useLanguage } from '../../app/i18n.ts'
import { useTellTaken } from '../../app/second-thought.tsx'
import { useAct } from '../../app/use-act.ts'

type Date = Pick<DutyReminder, 'application' | 'duty' | 'due' | 'title'>
type Word = Pick<SettledDuty, 'outcome' | 'note'>

/** Says what became of one date of a duty, or has it asked for again; either can be taken back. */
export function useSettle({ application: id, duty, due, title }: Date) {
  const { t } = useTranslation('reserve')
  const language = useLanguage()
  const { mutateAsync, isPending, error } = useAct('duty.settle')
  const tell = useTellTaken()
  const date = { id, duty, due }
  const day = longDate(due, language)
  const reopened = () => mutateAsync({ ...date, outcome: null })
  const settle = (word: Word) => {
    const said = mutateAsync({ ...date, ...word })
    tell(said, t(`duty.marked.${word.outcome}`, { day, title }), reopened)
    return said
  }
  const reopen = ({ outcome, note, on }: SettledDuty) =>
    tell(reopened(), t('duty.reopened', { day, title }), () =>
      mutateAsync({ ...date, outcome, note, on }),
    )
  return { settle, reopen, isPending, error }
}
