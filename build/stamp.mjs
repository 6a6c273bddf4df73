/**
 * Whether what lies in out/ is still what the sources say. A stamp is the digest of every source's
 * path, size and mtime; plain JavaScript for Node 18, because it runs before anything is installed.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const out = join(root, 'out')

/** What each target is made from, and one file that proves that it was made. */
export const targets = {
  node: {
    sources: ['electron', 'shared', 'build', 'package.json', 'package-lock.json'],
    made: [
      'engine.cjs',
      'cli.cjs',
      'extract.cjs',
      'main.cjs',
      'preload.cjs',
      'chromium.cjs',
      'lib/pdfjs.cjs',
    ],
  },
  page: {
    sources: ['renderer', 'shared', 'build', 'package-lock.json'],
    made: ['page/index.html'],
  },
  assets: {
    sources: ['assets', 'build', 'package-lock.json'],
    made: ['assets/programmes', 'assets/pdfjs', 'assets/zxing'],
  },
}

const filesUnder = (path) => {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return [`${path}\0${stat.size}\0${stat.mtimeMs}`]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

const stampFile = (target) => join(out, '.stamps', target)

/** The digest of a target's sources as they are now. */
export const stampOf = (target) => {
  const hash = createHash('sha256')
  for (const source of targets[target].sources)
    for (const line of filesUnder(join(root, source))) hash.update(`${line}\n`)
  return hash.digest('hex')
}

/** Targets of `wanted` whose output is missing or older than its sources. */
export const stale = (wanted) =>
  wanted.filter((target) => {
    if (!targets[target].made.every((file) => existsSync(join(out, file)))) return true
    const file = stampFile(target)
    return !existsSync(file) || readFileSync(file, 'utf8') !== stampOf(target)
  })

/** Remembers that a target was made from sources with this stamp. */
export const keepStamp = (target, stamp) => {
  mkdirSync(join(out, '.stamps'), { recursive: true })
  writeFileSync(stampFile(target), stamp)
}
