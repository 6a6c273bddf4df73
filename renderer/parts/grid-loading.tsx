/** What a grid shows while its rows are on their way. */
import LinearProgress from '@mui/material/LinearProgress'
import { useTranslation } from 'react-i18next'

export function GridLoading() {
  const { t } = useTranslation()
  return <LinearProgress aria-label={t('frame:loading')} />
}
