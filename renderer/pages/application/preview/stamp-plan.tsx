/** 盖章指南: where seals and signatures go, with the pages of the volume that was bound last. */
import { useTranslation } from 'react-i18next'
import { useAct } from '../../../app/use-act.ts'
import { useApplication } from '../application-context.ts'
import { MadePaper, madeBy } from './made-paper.tsx'

type Props = { readonly starts: Readonly<Record<string, number>> }

export function StampPlanTab({ starts }: Props) {
  const { t } = useTranslation('print')
  const { id } = useApplication().view
  const act = useAct('application.stampPlan', { key: id })
  const make = (to?: string, done?: () => void) =>
    act.mutate({ id, starts, ...(to ? { to } : {}) }, done ? { onSuccess: done } : {})
  return (
    <MadePaper
      name={t('tab.stamps')}
      hint={t('stamps.hint')}
      make={t('stamps.make')}
      making={t('stamps.making')}
      again={t('again')}
      made={act.data}
      {...madeBy(act, make)}
    />
  )
}
