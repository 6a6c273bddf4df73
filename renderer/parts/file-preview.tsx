import { type ReactNode, useState } from 'react'
import { fileUrl } from '../app/host.ts'
import { useHost } from '../app/surroundings.ts'
import { useAsk } from '../app/use-ask.ts'
import { PdfView } from './pdf-view.tsx'
import { PictureView } from './picture-view.tsx'
import { StoredPreview } from './stored-preview.tsx'

type Props = {
  /** SHA-256 of the stored file. */
  readonly sha256: string
  readonly media: string
  readonly name: string
  readonly children?: ReactNode
}

const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp']

function ReadPreview({ sha256, name }: Pick<Props, 'sha256' | 'name'>) {
  const [page, setPage] = useState(1)
  const ask = useAsk('material.preview', { sha256, page }, { keep: true })
  return <StoredPreview ask={ask} page={page} onPage={setPage} name={name} />
}

/**
 * A stored file: PDF and pictures as they are, others as `children`, which by default shows what the
 * engine can read of a material.
 */
export function FilePreview({ sha256, media, name, children }: Props) {
  const url = fileUrl(useHost(), sha256, media)
  if (media === 'application/pdf') return <PdfView url={url} name={name} />
  if (pictures.includes(media)) return <PictureView key={url} url={url} name={name} />
  return children ?? <ReadPreview key={sha256} sha256={sha256} name={name} />
}
