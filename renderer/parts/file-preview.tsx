import Box from '@mui/material/Box'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fileUrl } from '../app/host.ts'
import { useHost } from '../app/surroundings.ts'
import { EmptyState } from './empty-state.tsx'
import { PdfView } from './pdf-view.tsx'
import { StoredPreview } from './stored-preview.tsx'

type Props = {
  /** SHA-256 of the stored file. */
  readonly sha256: string
  readonly media: string
  readonly name: string
}

const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp']

function Picture({ url, name }: { readonly url: string; readonly name: string }) {
  const { t } = useTranslation()
  const [failed, setFailed] = useState<string | null>(null)
  if (failed === url) return <EmptyState title={t('frame:preview.unreadable')} />
  return (
    <Box sx={{ height: '100%', overflow: 'auto', bgcolor: 'action.hover', p: 1 }}>
      <Box
        component="img"
        src={url}
        alt={name}
        onError={() => setFailed(url)}
        sx={{ display: 'block', maxWidth: '100%', mx: 'auto' }}
      />
    </Box>
  )
}

/** A stored file: PDF and pictures as they are, others as the engine can read them for the page. */
export function FilePreview({ sha256, media, name }: Props) {
  const url = fileUrl(useHost(), sha256, media)
  if (media === 'application/pdf') return <PdfView url={url} name={name} />
  if (pictures.includes(media)) return <Picture url={url} name={name} />
  return <StoredPreview key={sha256} sha256={sha256} name={name} />
}
