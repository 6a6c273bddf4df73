/** The bundles that the program was opened with: double-clicked, or named on its command line. */
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const isBundle = (path: string): boolean =>
  /\.zip$/i.test(path) && (statSync(path, { throwIfNoEntry: false })?.isFile() ?? false)

function pathOf(argument: string, folder: string): string | null {
  if (argument.startsWith('-')) return null
  try {
    return resolve(folder, argument.startsWith('file:') ? fileURLToPath(argument) : argument)
  } catch {
    return null
  }
}

/** Bundles among a command line's arguments, the program's own name left out by the caller. */
export const bundlesIn = (args: readonly string[], folder: string): readonly string[] =>
  args.flatMap((argument) => {
    const path = pathOf(argument, folder)
    return path !== null && isBundle(path) ? [path] : []
  })

/** Paths that wait until the page asks for them, each handed out once. */
export function keepOpened() {
  let waiting: string[] = []
  return {
    add: (paths: readonly string[]): void => {
      waiting = [...waiting, ...paths]
    },
    take: (): readonly string[] => {
      const taken = waiting
      waiting = []
      return taken
    },
  }
}
export type Opened = ReturnType<typeof keepOpened>
