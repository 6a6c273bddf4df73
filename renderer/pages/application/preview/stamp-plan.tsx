/** 盖章指南: where seals and signatures go, with the pages of the volume that was bound last. */
import { useTranslation } from 'react-i18next'
import { useAct } from '../../../app/use-act.ts'
import { useApplication } from '../application-context.ts'
import { MadePaper } from './made-paper.tsx'

type Props = { readonly starts: Readonly<Record<string, number>> }

export function StampPlanTab({ starts }: Props) {
  const { t } = useTranslation('print')
  const { id } = useApplication().view
  const act = useAct('application.stampPlan', { key: id })
  const order = { id, starts }
  return (
    <MadePaper
      name={t('tab.stamps')}
      hint={t('stamps.hint')}
      make={t('stamps.make')}
      making={t('stamps.making')}
      again={t('again')}
      made={act.data}
      isPending={act.isPending}
      progress={act.progress}
      error={act.error}
      onMake={() => act.mutate(order)}
      onSave={(place, done) => act.mutate({ ...order, to: place.handle }, { onSuccess: done })}
      onCancel={act.cancel}
      onForget={act.reset}
    />
  )
}
