/** How a slot stands, in a word. */
import { useTranslation } from 'react-i18next'
import type { SlotView } from '../../../../shared/model/application.ts'
import type { Finding } from '../../../../shared/model/finding.ts'
import { severityTone } from '../../../parts/finding-line.tsx'
import { StateMark } from '../../../parts/state-mark.tsx'

type Props = {
  /** Worst first. */
  readonly findings: readonly Finding[]
  readonly held: SlotView | undefined
  /** Title of the place whose papers stand for this one's. */
  readonly standIn: string | null
}

export function SlotState({ findings, held, standIn }: Props) {
  const { t } = useTranslation('application')
  const worst = findings[0]?.severity
  if (worst === 'blocking' || worst === 'warning') {
    return <StateMark tone={severityTone[worst]}>{t(`terms:severity.${worst}`)}</StateMark>
  }
  if (held && held.waived !== null)
    return <StateMark tone="none">{t('terms:outcome.notApplicable')}</StateMark>
  const count = held?.materials.length ?? 0
  if (count === 0 && held?.applies === 'no')
    return <StateMark tone="none">{t('slot.notAsked')}</StateMark>
  if (count === 0 && standIn !== null)
    return <StateMark tone="good">{t('slot.standIn', { title: standIn })}</StateMark>
  if (count === 0) return <StateMark tone="unknown">{t('slot.empty')}</StateMark>
  return <StateMark tone="good">{t('slot.held', { count })}</StateMark>
}
