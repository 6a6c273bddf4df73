/**
 * Serves files of what is open (vault, reviewer's desk) by their SHA-256. Must never take a path from the page, and never
 * hand out a stored file as something that could run.
 */
import { openAsBlob } from 'node:fs'
import { blobPath } from '../engine/vault/paths.ts'
import { type Answer, refusal } from './answer.ts'

/** Types that a page may show; everything else is bytes. */
const shown = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/bmp',
  'text/plain',
])

const wholeRange = /^bytes=(\d+)-(\d*)$/

/** The part of `size` bytes that a Range header asks for; null when there is no such part. */
const rangeOf = (header: string, size: number): readonly [number, number] | null => {
  const match = wholeRange.exec(header)
  if (!match) return null
  const start = Number(match[1])
  const end = match[2] ? Math.min(Number(match[2]), size - 1) : size - 1
  return start <= end ? [start, end] : null
}

export type FileRequest = {
  /** What stands in the place of the 64 hex digits. */
  readonly sha256: string
  /** The `type` of the query, a wish. */
  readonly type: string | null
  readonly range: string | null
  /** The origin of the page, which alone may read the answer. */
  readonly origin: string
}

/** A missing file makes openAsBlob throw at once instead of rejecting. */
const opened = async (path: string): Promise<Blob | null> => {
  try {
    return await openAsBlob(path)
  } catch {
    return null
  }
}

/** The first of these folders that has the file: the same hash is the same file everywhere. */
const found = async (dirs: readonly string[], sha256: string): Promise<Blob | null> => {
  for (const dir of dirs) {
    const blob = await opened(blobPath(dir, sha256))
    if (blob) return blob
  }
  return null
}

/** Answers for a stored file; 404 for anything but 64 hex digits of a file that is there. */
export const answerFile = async (dirs: readonly string[], ask: FileRequest): Promise<Answer> => {
  if (!/^[0-9a-f]{64}$/.test(ask.sha256)) return refusal(404)
  const blob = await found(dirs, ask.sha256)
  if (!blob) return refusal(404)
  const type = ask.type && shown.has(ask.type) ? ask.type : 'application/octet-stream'
  const headers = {
    'Content-Type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    'Access-Control-Allow-Origin': ask.origin,
    'Accept-Ranges': 'bytes',
  }
  if (!ask.range)
    return { status: 200, headers: { ...headers, 'Content-Length': `${blob.size}` }, body: blob }
  const range = rangeOf(ask.range, blob.size)
  if (!range) return refusal(416)
  const [start, end] = range
  return {
    status: 206,
    headers: {
      ...headers,
      'Content-Length': `${end - start + 1}`,
      'Content-Range': `bytes ${start}-${end}/${blob.size}`,
    },
    body: blob.slice(start, end + 1),
  }
}
