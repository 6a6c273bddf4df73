/** pdf.js ships no types for the half that it usually runs in a worker; only its presence counts. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: object
}
