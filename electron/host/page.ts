/**
 * Serves the built page out of one folder. Must never answer with a file outside that folder, and
 * never without the headers that keep the page from loading or sending anything elsewhere.
 */
import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { type Answer, refusal } from './answer.ts'

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
}

/**
 * `files` is where stored files come from (a scheme or the page's own origin). WebAssembly is
 * allowed for pdf.js, whose decoders of scanned pages need it; script evaluation is not.
 */
const contentPolicy = (nonce: string, files: string): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' blob: data: ${files}`,
    "font-src 'self'",
    `connect-src 'self' ${files}`,
    "worker-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')

/** The file of a request's path, or null when it names none inside the folder. */
export const pageFile = (folder: string, pathname: string): string | null => {
  let path: string
  try {
    path = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (path.includes('\0') || path.includes('\\') || path.includes(':')) return null
  const file = join(folder, path === '/' ? 'index.html' : path)
  return file.startsWith(join(folder, sep)) ? file : null
}

/** The page gives the nonce of this meta to every style element that it makes. */
const withNonce = (html: string, nonce: string) =>
  html.replace(/(<meta name="csp-nonce" content=")[^"]*/, `$1${nonce}`)

/** Answers a GET of the page's origin. `nonce` must be fresh for every load of the document. */
export const answerPage = async (
  folder: string,
  pathname: string,
  { nonce, files }: { readonly nonce: string; readonly files: string },
): Promise<Answer> => {
  const file = pageFile(folder, pathname)
  if (!file) return refusal(404)
  const bytes = await readFile(file).catch(() => null)
  if (!bytes) return refusal(404)
  const isDocument = extname(file) === '.html'
  return {
    status: 200,
    headers: {
      'Content-Type': mediaTypes[extname(file)] ?? 'application/octet-stream',
      'Content-Security-Policy': contentPolicy(nonce, files),
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
    body: new Uint8Array(
      isDocument ? Buffer.from(withNonce(bytes.toString('utf8'), nonce)) : bytes,
    ),
  }
}
