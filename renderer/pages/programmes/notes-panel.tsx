/** Where the document contradicts itself or is visibly wrong: said, never silently mended. */
import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import { useTranslation } from 'react-i18next'
import type { Pack } from '../../../shared/programme/pack.ts'
import { SourcedList } from './sourced-panel.tsx'

export function NotesPanel({ pack }: { readonly pack: Pack }) {
  const { t } = useTranslation('programmes')
  if (pack.dataNotes.length === 0) return null
  return (
    <Alert severity="info">
      <AlertTitle>{t('notes')}</AlertTitle>
      <SourcedList items={pack.dataNotes} pack={pack} />
    </Alert>
  )
}
