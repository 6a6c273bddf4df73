/** Turns what a person picked, folders included, into the list of files to import. */
import { lstat, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isVault } from '../vault/own-files.ts'

/** `shown` is what reports call the file: what the person picked, and the way inside a folder. */
export type Gathered = { readonly path: string; readonly shown: string }

/**
 * Symbolic links inside folders are not followed: they may lead anywhere. A vault stands for itself,
 * so that the import refuses it once and not file by file.
 */
async function inside(folder: Gathered): Promise<Gathered[]> {
  if (isVault(folder.path)) return [folder]
  const entries = await readdir(folder.path, { withFileTypes: true }).catch(() => null)
  if (!entries) return [folder]
  const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  const lists = await Promise.all(
    sorted.map((entry) => {
      const found = { path: join(folder.path, entry.name), shown: join(folder.shown, entry.name) }
      if (entry.isDirectory()) return inside(found)
      return entry.isFile() ? [found] : []
    }),
  )
  return lists.flat()
}

/** What cannot be looked at stays in the list, so that the import reports it. */
export async function gather(
  paths: readonly string[],
  shownAs: (path: string) => string = (path) => basename(path),
): Promise<Gathered[]> {
  const lists = await Promise.all(
    paths.map(async (path) => {
      const picked = { path, shown: shownAs(path) }
      const info = await lstat(path).catch(() => null)
      return info?.isDirectory() ? inside(picked) : [picked]
    }),
  )
  return lists.flat()
}
