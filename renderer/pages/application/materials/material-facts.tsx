/** Kind, size, validity and whether the facts have been confirmed, in one line. */
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Material } from '../../../../shared/model/material.ts'
import { kindLabel } from '../../../../shared/programme/label.ts'
import { fileSize, longDate } from '../../../app/format.ts'
import { useLabel, useLanguage } from '../../../app/i18n.ts'

export function MaterialFacts({ material }: { readonly material: Material }) {
  const { t } = useTranslation('application')
  const label = useLabel()
  const language = useLanguage()
  const { year } = material.facts
  const facts = [
    label(kindLabel(material.kind)),
    year ? t('material.year', { year }) : '',
    material.validTo ? t('material.until', { day: longDate(material.validTo, language) }) : '',
    fileSize(material.size),
    material.confirmed ? '' : t('material.unconfirmed'),
    material.sample ? t('frame:sample.badge') : '',
  ]
  return (
    <Typography variant="caption" color="textSecondary" component="div">
      {facts.filter((fact) => fact !== '').join(' · ')}
    </Typography>
  )
}
