import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import type { Material } from '../../shared/model/material.ts'
import { daysBetween } from '../../shared/programme/calendar.ts'
import { useToday } from '../app/use-vault.ts'
import { StateMark } from './state-mark.tsx'
import { validityOf } from './validity.ts'

type Props = {
  readonly material: Material & { readonly superseded?: boolean }
  /** The day on which validity is judged; today when absent. */
  readonly on?: string | undefined
}

/** What has to be said about a material, most serious first. */
export function MaterialMarks({ material, on }: Props) {
  const { t } = useTranslation()
  const today = useToday()
  const day = on ?? today
  const validity = validityOf(material, day)
  const days = material.validTo && day ? daysBetween(day, material.validTo) : 0
  return (
    <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', columnGap: 1.5 }}>
      {material.damaged && <StateMark tone="bad">{t('archive:mark.damaged')}</StateMark>}
      {validity === 'expired' && <StateMark tone="bad">{t('archive:mark.expired')}</StateMark>}
      {validity === 'soon' && (
        <StateMark tone="doubt">{t('archive:mark.soon', { count: days })}</StateMark>
      )}
      {validity === 'future' && <StateMark tone="doubt">{t('archive:mark.future')}</StateMark>}
      {material.superseded && <StateMark tone="none">{t('archive:mark.superseded')}</StateMark>}
      {!material.confirmed && <StateMark tone="unknown">{t('archive:mark.check')}</StateMark>}
      {validity === 'valid' && <StateMark tone="good">{t('archive:mark.valid')}</StateMark>}
    </Stack>
  )
}
