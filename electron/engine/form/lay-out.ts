/** The one place that runs pdfmake: it reads the faces it is given, and nothing else. */
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import { Fault } from '../../../shared/fault.ts'
import type { Job } from '../house.ts'
import type { Face } from './fonts.ts'

/**
 * pdfmake keeps its settings in one object: set and used here without a pause between. It is large,
 * and loaded only when something is laid out.
 */
export async function layOut(
  document: TDocumentDefinitions,
  faces: readonly Face[],
): Promise<Uint8Array> {
  const { default: pdfmake } = await import('pdfmake')
  const files = new Set(faces.map((face) => face.file))
  pdfmake.setFonts(Object.fromEntries(faces.map(({ name, file }) => [name, { normal: file }])))
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((file) => files.has(file))
  return pdfmake.createPdf(document).getBuffer()
}

/** Throws `job.cancelled` once nobody waits any more. */
export function stopIfCancelled({ signal }: Job): void {
  if (signal.aborted) throw new Fault('job.cancelled')
}
