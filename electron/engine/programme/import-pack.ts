/** A pack from a file: looked at first, with its faults, signature and changes; then taken in. */
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { Fault } from '../../../shared/fault.ts'
import type { PackPreview, PackSignature } from '../../../shared/model/pack.ts'
import type { ProgrammeList } from '../../../shared/model/programme.ts'
import { diffPacks } from '../../../shared/programme/diff.ts'
import type { Pack } from '../../../shared/programme/pack.ts'
import { keepPack } from '../application/pack.ts'
import { checkSignature } from '../bundle/cms-check.ts'
import { sha256 } from '../crypto.ts'
import type { House } from '../house.ts'
import { append } from '../store/log.ts'
import { save } from '../store/rows.ts'
import { checkPackFile } from './pack-check.ts'
import { listProgrammes } from './programmes.ts'
import type { PackShelf, ShelvedPack } from './shelf.ts'
import { shelfOf } from './shelf-of.ts'

/** Far above any pack, far below what would fill the memory, in bytes. */
const largest = 8 * 1024 * 1024

function readBytes(path: string): Buffer {
  const name = basename(path)
  try {
    const kind = statSync(path)
    if (!kind.isFile() || kind.size > largest) throw new Fault('programme.unusable', { id: name })
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Fault) throw error
    throw new Fault('file.missing', { name }, { cause: error })
  }
}

function signatureBeside(path: string, content: Uint8Array): PackSignature {
  const signature = statSync(`${path}.p7s`, { throwIfNoEntry: false })
  if (!signature?.isFile() || signature.size > largest) return null
  const checked = checkSignature(readFileSync(`${path}.p7s`), content)
  if (!('certificate' in checked)) return 'invalid'
  const { fingerprint, name } = checked.certificate
  return { fingerprint, name }
}

function standingOf(shelf: PackShelf, pack: Pack, hash: string) {
  const editions = shelf.packs.filter((held) => held.pack.id === pack.id)
  const same = editions.find((held) => held.pack.edition === pack.edition)
  const newest = editions.toSorted((a, b) => (a.pack.edition < b.pack.edition ? 1 : -1))[0]
  const against = same ?? newest
  if (!against) return { standing: 'new' as const, changes: [] }
  if (same?.hash === hash) return { standing: 'same' as const, changes: [] }
  const standing = same ? ('changed' as const) : ('newEdition' as const)
  return { standing, changes: diffPacks(against.pack, pack) }
}

/** Throws `file.missing`, `programme.unusable` for a file that is no pack by its size. */
export function previewPack(house: House, { path }: { readonly path: string }): PackPreview {
  const bytes = readBytes(path)
  const { pack, faults, body } = checkPackFile(bytes)
  const signature = signatureBeside(path, bytes)
  if (!pack || faults.length > 0) return { file: basename(path), faults, signature, pack: null }
  const { id, edition, title } = pack
  const standing = standingOf(shelfOf(house), pack, sha256(body))
  return { file: basename(path), faults, signature, pack: { id, edition, title, ...standing } }
}

/** Puts a pack on the vault's shelf; applications that were begun keep the pack they have. */
export function shelve(house: House, shelved: ShelvedPack, origin: 'imported' | 'corrected'): void {
  const { db } = house
  const { pack, hash } = shelved
  const at = house.clock()
  append(db, at, `pack.${origin}`, `${pack.id} ${pack.edition}`, { hash })
  keepPack(db, shelved)
  save(db, 'shelf', {
    programme: pack.id,
    edition: pack.edition,
    hash,
    origin,
    at: at.toISOString(),
  })
}

/**
 * Throws as `previewPack` does, `programme.unusable` where the pack has faults, and
 * `pack.signature` where a signature lies beside the file and does not hold.
 */
export function importPack(house: House, { path }: { readonly path: string }): ProgrammeList {
  const bytes = readBytes(path)
  const { pack, faults, body } = checkPackFile(bytes)
  if (!pack || faults.length > 0) throw new Fault('programme.unusable', { id: basename(path) })
  if (signatureBeside(path, bytes) === 'invalid') {
    throw new Fault('pack.signature', { name: basename(path) })
  }
  house.db.transaction(() => shelve(house, { pack, hash: sha256(body), body }, 'imported'))()
  return listProgrammes(house)
}

/** Takes the vault's own version off the shelf; what was shipped, if anything, shows again. */
export function dropPack(
  house: House,
  { id, edition }: { readonly id: string; readonly edition: string },
): ProgrammeList {
  const { db } = house
  db.transaction(() => {
    append(db, house.clock(), 'pack.drop', `${id} ${edition}`)
    const where = 'WHERE programme = ? AND edition = ?'
    const { changes } = db.prepare(`DELETE FROM shelf ${where}`).run(id, edition)
    if (changes === 0) throw new Fault('programme.unknown', { id, edition })
    db.prepare(`DELETE FROM correction ${where}`).run(id, edition)
  })()
  return listProgrammes(house)
}
