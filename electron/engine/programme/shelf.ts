/**
 * The packs at hand, read once from a folder. A pack that is malformed is put aside with its
 * reasons; it never keeps the others, or the program, from starting.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '../../../shared/fault.ts'
import type { UnusablePack } from '../../../shared/model/programme.ts'
import type { Pack } from '../../../shared/programme/pack.ts'
import { sha256 } from '../crypto.ts'
import { checkPackFile } from './pack-check.ts'
import { packFault } from './pack-fault.ts'

/** A pack with its file's text and the SHA-256 of that (UTF-8, no byte order mark). */
export type ShelvedPack = { readonly pack: Pack; readonly hash: string; readonly body: string }

export type PackShelf = {
  readonly packs: readonly ShelvedPack[]
  readonly unusable: readonly UnusablePack[]
}

/** Reads `*.json` of a folder, in the order of their names. Never throws. */
export function loadShelf(dir: string): PackShelf {
  const packs: ShelvedPack[] = []
  const unusable: UnusablePack[] = []
  for (const file of packFiles(dir)) {
    const read = readPack(join(dir, file), file)
    if ('reasons' in read) unusable.push(read)
    else if (find(packs, read.pack.id, read.pack.edition)) {
      const data = { id: `${read.pack.id} ${read.pack.edition}` }
      unusable.push({ file, reasons: [packFault(1, 'id', 'duplicate.id', data)] })
    } else packs.push(read)
  }
  return { packs, unusable }
}

/** The pack of a programme and edition. Throws `programme.unknown`. */
export function findPack(shelf: PackShelf, id: string, edition: string): ShelvedPack {
  const found = find(shelf.packs, id, edition)
  if (!found) throw new Fault('programme.unknown', { id, edition })
  return found
}

const find = (packs: readonly ShelvedPack[], id: string, edition: string) =>
  packs.find(({ pack }) => pack.id === id && pack.edition === edition)

function packFiles(dir: string): string[] {
  try {
    return readdirSync(dir)
      .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
      .toSorted()
  } catch {
    return []
  }
}

function readPack(path: string, file: string): ShelvedPack | UnusablePack {
  try {
    const { pack, faults, body } = checkPackFile(readFileSync(path))
    if (pack && faults.length === 0) return { pack, hash: sha256(body), body }
    return { file, reasons: faults }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { file, reasons: [packFault(1, '', 'json.syntax', { detail })] }
  }
}
