/**
 * One page of a stored file to be looked at, for files that a browser has no view of its own for.
 * Everything foreseen comes back as the preview's trouble.
 */
import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { type MaterialPreview, nothingToShow } from '../../../shared/model/preview.ts'
import { previewOfd } from './ofd-preview.ts'
import { previewOffice, previewText } from './office-preview.ts'
import { type About, largest, troubleOf } from './read.ts'
import { Unreadable } from './read-document.ts'

type Viewer = (bytes: Buffer, page: number, assets: string) => Promise<MaterialPreview>

const office = /wordprocessingml|spreadsheetml/

function viewerOf({ name, media }: Pick<About, 'name' | 'media'>): Viewer | null {
  const ending = extname(name).toLowerCase()
  if (media === 'application/ofd' || ending === '.ofd') return previewOfd
  if (office.test(media)) return async (bytes, page) => previewOffice(bytes, page)
  const isXml = media === 'application/xml' || ending === '.xml'
  if (isXml || media === 'text/plain') return async (bytes) => previewText(bytes, isXml)
  return null
}

/** `assets` is the folder of pdf.js's fonts and maps. */
export async function readPreview(
  path: string,
  about: About,
  { page, assets }: { readonly page: number; readonly assets: string },
): Promise<MaterialPreview> {
  const viewer = viewerOf(about)
  if (!viewer) return nothingToShow(null)
  try {
    if (about.size > largest) throw new Unreadable('file.tooLarge', { size: about.size })
    return await viewer(await readFile(path), page, assets)
  } catch (error) {
    const trouble = troubleOf(error)
    if (!trouble) throw error
    return nothingToShow(trouble)
  }
}
