/** Divides a bundle's files into volumes, slot by slot in the official order. Pure. */
import { Fault } from '../../../shared/fault.ts'

export type Planned = { readonly path: string; readonly size: number }

/** Room for payload in one volume, its manifests and texts aside. */
export type Room = { readonly bytes: number; readonly files: number }

const costs = (path: string, size: number): number => size + 3 * Buffer.byteLength(path) + 400

type Volume = { readonly paths: string[]; bytes: number }

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'))

/** Neighbours in one folder belong to one slot. */
function slotsOf(files: readonly Planned[]): Planned[][] {
  const slots: Planned[][] = []
  for (const file of files) {
    const last = slots.at(-1)
    if (last?.[0] && folderOf(last[0].path) === folderOf(file.path)) last.push(file)
    else slots.push([file])
  }
  return slots
}

/**
 * The paths of each volume, in order. A slot stays whole while it fits into one volume; only one
 * that does not is divided, between its files. Throws `bundle.fileTooLarge` for a file that fits
 * into no volume.
 */
export function planVolumes(files: readonly Planned[], room: Room): string[][] {
  const volumes: Volume[] = [{ paths: [], bytes: 0 }]
  const fits = ({ paths, bytes }: Volume, more: readonly Planned[]) =>
    paths.length + more.length <= room.files &&
    more.reduce((sum, { path, size }) => sum + costs(path, size), bytes) <= room.bytes
  const put = (more: readonly Planned[]): boolean => {
    let last = volumes.at(-1) as Volume
    if (!fits(last, more)) {
      const fresh = { paths: [], bytes: 0 }
      if (!fits(fresh, more)) return false
      if (last.paths.length > 0) volumes.push(fresh)
      last = volumes.at(-1) as Volume
    }
    for (const { path, size } of more) {
      last.paths.push(path)
      last.bytes += costs(path, size)
    }
    return true
  }
  for (const slot of slotsOf(files)) {
    if (put(slot)) continue
    for (const file of slot) {
      if (put([file])) continue
      const name = file.path.slice(file.path.lastIndexOf('/') + 1)
      throw new Fault('bundle.fileTooLarge', { name, bytes: file.size, limit: room.bytes })
    }
  }
  return volumes.map(({ paths }) => paths)
}
