/** What became of the files that were just taken in. */
import Alert from '@mui/material/Alert'
import { useTranslation } from 'react-i18next'
import type { TakeInResult } from '../../../shared/model/review.ts'
import { faultText } from '../../app/fault-text.tsx'

const outcomes = ['taken', 'changed', 'restored', 'same', 'broken', 'refused'] as const

type Props = { readonly results: readonly TakeInResult[]; readonly onClose: () => void }

export function TakenIn({ results, onClose }: Props) {
  const { t } = useTranslation('review')
  const count = (outcome: TakeInResult['outcome']) =>
    results.filter((result) => result.outcome === outcome).length
  const told = outcomes.filter((outcome) => count(outcome) > 0)
  const bad = count('broken') + count('refused') + count('changed') > 0
  const tone = results.length === 0 ? 'info' : bad ? 'warning' : 'success'
  return (
    <Alert severity={tone} onClose={onClose} closeText={t('frame:close')}>
      {results.length === 0
        ? t('taken.none')
        : told.map((outcome) => t(`taken.${outcome}`, { count: count(outcome) })).join(' ')}
      {results.map(({ from, outcome, fault }) =>
        outcome === 'broken' || outcome === 'changed' || fault ? (
          <div key={from}>
            {fault
              ? t('taken.refusedFile', { from, reason: faultText(t, fault) })
              : t(`taken.${outcome}File`, { from })}
          </div>
        ) : null,
      )}
    </Alert>
  )
}
