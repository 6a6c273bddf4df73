/** Turns what a person picked, folders included, into the list of files to import. */
import { lstat, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isVault } from '../vault/own-files.ts'

/**
 * `shown` is what reports call the file: what the person picked, and the way inside a folder. `size`
 * in bytes tells how far the work has come, no more.
 */
export type Gathered = { readonly path: string; readonly shown: string; readonly size: number }

/** What systems and programs leave in folders for themselves; nobody means to keep it. */
export const isLitter = (name: string): boolean =>
  /^(\.DS_Store|Thumbs\.db|desktop\.ini|\._.*|~\$.*\.(docx?|xlsx?|pptx?))$/i.test(name)

type Found = Omit<Gathered, 'size'>

const sized = async (found: Found): Promise<Gathered> => {
  const info = await lstat(found.path).catch(() => null)
  return { ...found, size: info?.isFile() ? info.size : 0 }
}

/**
 * Symbolic links inside folders are not followed: they may lead anywhere. A vault stands for itself,
 * so that the import refuses it once and not file by file.
 */
async function inside(folder: Found): Promise<Gathered[]> {
  if (isVault(folder.path)) return [{ ...folder, size: 0 }]
  const entries = await readdir(folder.path, { withFileTypes: true }).catch(() => null)
  if (!entries) return [{ ...folder, size: 0 }]
  const sorted = entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  const lists = await Promise.all(
    sorted.map(async (entry) => {
      const found = { path: join(folder.path, entry.name), shown: join(folder.shown, entry.name) }
      if (entry.isDirectory()) return entry.name === '__MACOSX' ? [] : inside(found)
      return entry.isFile() && !isLitter(entry.name) ? [await sized(found)] : []
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
      return info?.isDirectory() ? inside(picked) : [await sized(picked)]
    }),
  )
  return lists.flat()
}
