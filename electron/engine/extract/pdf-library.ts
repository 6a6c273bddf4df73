/**
 * Loads the PDF reader when the first PDF comes: it is the largest part of the reading thread, and
 * pictures, OFD and Office files do without.
 */
import { registerHooks } from 'node:module'

// pdf.js asks for a native canvas of some 20 MiB to draw with. Nothing is drawn here.
const refuseCanvas = () =>
  registerHooks({
    resolve: (name, context, next) => {
      if (name === '@napi-rs/canvas') throw new Error('nothing is drawn here')
      return next(name, context)
    },
  })

export async function loadPdfReader(): Promise<typeof import('./pdf.ts')> {
  const hooks = refuseCanvas()
  try {
    const pdfjsWorker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
    // pdf.js finds its other half here and starts no worker of its own.
    Object.assign(globalThis, { pdfjsWorker })
    return await import('./pdf.ts')
  } finally {
    hooks.deregister()
  }
}
