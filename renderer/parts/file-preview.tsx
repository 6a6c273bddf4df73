import { fileUrl } from '../app/host.ts'
import { useHost } from '../app/surroundings.ts'
import { PdfView } from './pdf-view.tsx'
import { PictureView } from './picture-view.tsx'
import { StoredPreview } from './stored-preview.tsx'

type Props = {
  /** SHA-256 of the stored file. */
  readonly sha256: string
  readonly media: string
  readonly name: string
}

const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp']

/** A stored file: PDF and pictures as they are, others as the engine can read them for the page. */
export function FilePreview({ sha256, media, name }: Props) {
  const url = fileUrl(useHost(), sha256, media)
  if (media === 'application/pdf') return <PdfView url={url} name={name} />
  if (pictures.includes(media)) return <PictureView key={url} url={url} name={name} />
  return <StoredPreview key={sha256} sha256={sha256} name={name} />
}
