/**
 * PDF files for the page, read by pdf.js in its worker. Scripts inside a file never run; fonts,
 * character maps and decoders lie beside the page (the build copies them), nothing is fetched.
 */
import {
  GlobalWorkerOptions,
  getDocument,
  PasswordException,
  type PDFDocumentProxy,
} from 'pdfjs-dist'
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

export type PdfDocument = PDFDocumentProxy

export type PdfOutcome =
  | { readonly document: PdfDocument }
  | { readonly failed: 'password' | 'unreadable' }

export type OpenPdf = { readonly outcome: Promise<PdfOutcome>; readonly close: () => void }

/** Opens the file behind an address; `close` stops the reading and frees the memory. */
export function openPdf(url: string): OpenPdf {
  GlobalWorkerOptions.workerSrc = worker
  const beside = (folder: string) => new URL(`pdfjs/${folder}/`, document.baseURI).href
  const task = getDocument({
    url,
    cMapUrl: beside('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: beside('standard_fonts'),
    wasmUrl: beside('wasm'),
    iccUrl: beside('iccs'),
    useWorkerFetch: false,
    enableXfa: false,
    disableRange: true,
    disableStream: true,
  })
  const outcome = task.promise.then(
    (found): PdfOutcome => ({ document: found }),
    (error: unknown): PdfOutcome => ({
      failed: error instanceof PasswordException ? 'password' : 'unreadable',
    }),
  )
  return { outcome, close: () => void task.destroy() }
}
