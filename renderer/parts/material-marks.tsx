import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import type { Material } from '../../shared/model/material.ts'
import { useToday } from '../app/use-vault.ts'
import { StateMark } from './state-mark.tsx'
import { validityOf } from './validity.ts'

/** What has to be said about a material, most serious first; a dash when nothing has. */
export function MaterialMarks({ material }: { readonly material: Material }) {
  const { t } = useTranslation()
  const validity = validityOf(material, useToday())
  return (
    <Stack direction="row" spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap' }}>
      {material.damaged && <StateMark tone="bad">{t('archive:mark.damaged')}</StateMark>}
      {validity === 'expired' && <StateMark tone="bad">{t('archive:mark.expired')}</StateMark>}
      {validity === 'soon' && <StateMark tone="doubt">{t('archive:mark.soon')}</StateMark>}
      {!material.confirmed && <StateMark tone="unknown">{t('archive:mark.check')}</StateMark>}
      {validity === 'valid' && <StateMark tone="good">{t('archive:mark.valid')}</StateMark>}
    </Stack>
  )
}
