/** What a pasted block brought besides its cells: converted units, unknown words, cells left over. */
import Alert from '@mui/material/Alert'
import { useTranslation } from 'react-i18next'
import type { PasteNote as Note } from './paste.ts'

/** Examples that are named. */
const named = 3

type Props = { readonly note: Note | null; readonly onClose: () => void }

export function PasteNote({ note, onClose }: Props) {
  const { t } = useTranslation('application')
  if (!note) return null
  const { converted, unknown, outside } = note
  const examples = converted
    .slice(0, named)
    .map(({ given, kept }) => t('paste.one', { given, kept }))
    .join(t('paste.and'))
  const words = [...new Set(unknown)].slice(0, named).join(t('paste.and'))
  const lines = [
    ...(converted.length > 0 ? [t('paste.converted', { count: converted.length, examples })] : []),
    ...(unknown.length > 0 ? [t('paste.unknown', { count: unknown.length, words })] : []),
    ...(outside > 0 ? [t('paste.outside', { count: outside })] : []),
  ]
  if (lines.length === 0) return null
  const lost = unknown.length > 0 || outside > 0
  return (
    <Alert
      severity={lost ? 'warning' : 'info'}
      onClose={onClose}
      sx={{ my: 1, position: 'sticky', top: 0, zIndex: 2, bgcolor: 'background.paper' }}
    >
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </Alert>
  )
}
