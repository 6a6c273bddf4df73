/** 装订册: bound when asked for; says which papers a sheet stands for. */
import Alert from '@mui/material/Alert'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { BoundVolume } from '../../../../shared/model/paper.ts'
import type { Act } from '../../../app/use-act.ts'
import { useApplication } from '../application-context.ts'
import { FindingList } from '../finding-list.tsx'
import { MadePaper, madeBy } from './made-paper.tsx'

/** A volume with the moment that the application was last changed when it was bound. */
export type Bound = { readonly volume: BoundVolume; readonly changedAt: string }

type Props = {
  readonly act: Act<'application.bind'>
  readonly bound: Bound | null
  readonly onBound: (bound: Bound) => void
}

export function BoundVolumeTab({ act, bound, onBound }: Props) {
  const { t } = useTranslation('print')
  const { view } = useApplication()
  const { id, changedAt } = view
  const keep = (volume: BoundVolume) => onBound({ volume, changedAt })
  const make = (to?: string, done?: () => void) => {
    const onSuccess = (volume: BoundVolume) => {
      keep(volume)
      done?.()
    }
    act.mutate({ id, ...(to ? { to } : {}) }, { onSuccess })
  }
  const findings = bound?.volume.findings ?? []
  return (
    <MadePaper
      name={t('tab.volume')}
      hint={t('volume.hint')}
      make={t('volume.make')}
      making={t('volume.making')}
      again={t('volume.again')}
      made={bound?.volume}
      {...madeBy(act, make)}
    >
      {bound && bound.changedAt !== changedAt && (
        <Alert severity="warning">{t('volume.old')}</Alert>
      )}
      {findings.length === 0 ? (
        <Typography variant="body2">{t('volume.whole')}</Typography>
      ) : (
        <>
          <Typography variant="h3" component="h2">
            {t('volume.stood', { count: findings.length })}
          </Typography>
          <FindingList findings={findings} />
        </>
      )}
    </MadePaper>
  )
}
