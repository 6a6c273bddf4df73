/** A paper's pages as drawings in a volume that is being written. */
import { open } from 'node:fs/promises'
import { sha256Stream } from '../crypto.ts'
import { type OfdReader, ofdDrawings, ofdLimits } from './ofd-pages.ts'
import type { PdfOut } from './pdf-out.ts'
import { type Drawing, drawingOf } from './pdf-pages.ts'
import { copier, type Layer, openSource, type PdfLib, UnusablePdf } from './pdf-source.ts'
import { isPicture, pictureDrawings } from './pictures.ts'
import type { VolumeFaces } from './volume-faces.ts'

/** A file is read whole, in pieces that leave the thread free between them. */
const piece = 4 << 20
/** Nothing larger can be held at once. */
const largest = 0x7fff_ffff

export type StoredPaper = {
  readonly file: string
  readonly sha256: string
  readonly media: string
}

/** Throws UnusablePdf `altered` where the bytes are not those that were stored. */
async function readWhole({ file, sha256 }: StoredPaper, most = largest): Promise<Buffer> {
  const handle = await open(file, 'r').catch((cause: unknown) => {
    throw new UnusablePdf('altered', { cause })
  })
  try {
    const { size } = await handle.stat()
    if (size > most) throw new UnusablePdf('tooLarge')
    const bytes = Buffer.allocUnsafeSlow(size)
    const hash = sha256Stream()
    for (let at = 0; at < size; ) {
      const { bytesRead } = await handle.read(bytes, at, Math.min(piece, size - at), at)
      if (bytesRead === 0) throw new UnusablePdf('altered')
      hash.update(bytes.subarray(at, at + bytesRead))
      at += bytesRead
    }
    if (hash.digest('hex') !== sha256) throw new UnusablePdf('altered')
    return bytes
  } finally {
    await handle.close()
  }
}

export type Target = {
  readonly lib: PdfLib
  readonly out: PdfOut
  readonly layers: Layer[]
  readonly faces: VolumeFaces
  readonly reader: OfdReader
}

/** The pages of a PDF. Throws UnusablePdf; what was drawn before is then worth nothing. */
export async function* pdfDrawings(bytes: Buffer, target: Target): AsyncGenerator<Drawing> {
  const source = await openSource(target.lib, bytes)
  const copy = copier(source, target.out)
  for (const page of source.pages) yield await drawingOf(source, page, copy, target.out)
  target.layers.push(...copy.layers)
}

/** The pages of a stored paper. Throws UnusablePdf. */
export async function* paperDrawings(paper: StoredPaper, target: Target): AsyncGenerator<Drawing> {
  if (paper.media === 'application/pdf') yield* pdfDrawings(await readWhole(paper), target)
  else if (isPicture(paper.media))
    yield* pictureDrawings(await readWhole(paper), paper.media, target.out)
  else if (paper.media === 'application/ofd') {
    // The thread opens the file by itself: that it is the stored one is seen to here.
    await readWhole(paper, ofdLimits.file)
    yield* ofdDrawings(paper.file, target.reader, { ...target, pictures: new Map() })
  } else throw new UnusablePdf('foreign')
}
