/** The states of a bundle on the desk, as icon and word. */
import { useTranslation } from 'react-i18next'
import type { ReviewRow, ReviewStatus } from '../../../shared/model/review.ts'
import { StateMark, type Tone } from '../../parts/state-mark.tsx'

const tones = {
  open: 'unknown',
  recommend: 'good',
  return: 'doubt',
  reject: 'bad',
  broken: 'bad',
} as const satisfies Record<ReviewStatus, Tone>

export function StatusMark({ status }: { readonly status: ReviewStatus }) {
  const { t } = useTranslation('review')
  return <StateMark tone={tones[status]}>{t(`status.${status}`)}</StateMark>
}

type Doubts = Pick<ReviewRow, 'report' | 'trust' | 'packKnown'>

/** Whole and signed; whole, but with something to look at; or broken. */
export function VerifiedMark({ report, trust, packKnown }: Doubts) {
  const { t } = useTranslation('review')
  if (!report.ok) return <StateMark tone="bad">{t('verified.bad')}</StateMark>
  if (trust?.state === 'changed') {
    return <StateMark tone="bad">{t('verified.signerChanged')}</StateMark>
  }
  if (packKnown === 'other') return <StateMark tone="doubt">{t('verified.otherPack')}</StateMark>
  return <StateMark tone="good">{t('verified.good')}</StateMark>
}
