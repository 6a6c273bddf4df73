/** Turns what a person picked, folders included, into the list of files to import. */
import { lstat, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isVault } from '../vault/own-files.ts'

/**
 * Why it is named but not taken: what systems and programs leave for themselves, and a link inside a
 * folder (it may lead anywhere).
 */
export type NotTaken = 'litter' | 'link'

/**
 * `shown` is what reports call the file: what the person picked, and the way inside a folder. `size`
 * in bytes tells how far the work has come, no more.
 */
export type Gathered = {
  readonly path: string
  readonly shown: string
  readonly size: number
  readonly not?: NotTaken
}

/** Traces of Windows and macOS; lock files of Word and Excel (`~$`), WPS and LibreOffice (`.~`). */
const litter =
  /^(\.DS_Store|(eh)?Thumbs\.db|desktop\.ini|\._.*|\.~.*|~\$.*\.(doc|xls|ppt|wps|et|dps)[a-z]?)$/i
const litterFolder =
  /^(__MACOSX|\$RECYCLE\.BIN|System Volume Information|\.Trashes|\.Spotlight-V100|\.fseventsd)$/i

/** What systems and programs leave in folders for themselves; nobody means to keep it. */
export const isLitter = (name: string): boolean => litter.test(name)
export const isLitterFolder = (name: string): boolean => litterFolder.test(name)

type Found = Pick<Gathered, 'path' | 'shown'>

const notTaken = (found: Found, not: NotTaken): Gathered => ({ ...found, size: 0, not })

async function sized(found: Found): Promise<Gathered> {
  if (isLitter(basename(found.path))) return notTaken(found, 'litter')
  const info = await lstat(found.path).catch(() => null)
  return { ...found, size: info?.isFile() ? info.size : 0 }
}

/** A vault stands for itself, so that the import refuses it once and not file by file. */
async function inside(folder: Found): Promise<Gathered[]> {
  if (isVault(folder.path)) return [{ ...folder, size: 0 }]
  const entries = await readdir(folder.path, { withFileTypes: true }).catch(() => null)
  if (!entries) return [{ ...folder, size: 0 }]
  const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  const lists = await Promise.all(
    sorted.map(async (entry) => {
      const found = { path: join(folder.path, entry.name), shown: join(folder.shown, entry.name) }
      if (entry.isSymbolicLink()) return [notTaken(found, 'link')]
      if (!entry.isDirectory()) return [await sized(found)]
      return isLitterFolder(entry.name) ? [notTaken(found, 'litter')] : inside(found)
    }),
  )
  return lists.flat()
}

/** What cannot be looked at, or is not taken, stays in the list, so that the import reports it. */
export async function gather(
  paths: readonly string[],
  shownAs: (path: string) => string = (path) => basename(path),
): Promise<Gathered[]> {
  const lists = await Promise.all(
    paths.map(async (path) => {
      const picked = { path, shown: shownAs(path) }
      const info = await lstat(path).catch(() => null)
      return info?.isDirectory() ? inside(picked) : [await sized(picked)]
    }),
  )
  return lists.flat()
}
