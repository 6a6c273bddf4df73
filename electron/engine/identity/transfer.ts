/** Brings an identity in from a PKCS#12 file, and takes one out to another computer. */
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Fault } from '../../../shared/fault.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import { keyKind, keyLabel } from '../crypto.ts'
import { writeOut } from '../write-out.ts'
import { type Certificate, isSound } from './certificate.ts'
import { keyOf, listIdentities, type Vault } from './identities.ts'
import { writeKey } from './key-file.ts'
import { readPfx, writePfx } from './pfx.ts'

/** Far above what a key with a chain of certificates needs. */
const largest = 1 << 20

async function contentOf(path: string): Promise<Uint8Array> {
  const name = basename(path)
  const info = await stat(path).catch((cause) => {
    throw new Fault('file.missing', { name }, { cause })
  })
  if (!info.isFile()) throw new Fault('file.notRegular', { name })
  if (info.size > largest) throw new Fault('identity.notPfx')
  return readFile(path)
}

/** Throws what would make every bundle signed with it be refused. */
function requireFit(certificate: Certificate, at: Date): void {
  const { spki, name, validFrom, validTo } = certificate
  if (keyKind(spki) === 'unfit') {
    throw new Fault('identity.unfit', { algorithm: keyLabel(spki) })
  }
  if (!isSound(certificate)) throw new Fault('identity.unfit', { algorithm: 'SHA-1' })
  if (at < validFrom || validTo < at) {
    const [from, to] = [todayInChina(validFrom), todayInChina(validTo)]
    throw new Fault('identity.expired', { name, from, to })
  }
}

/**
 * Takes key and certificate out of a .pfx or .p12 and keeps them as an identity; one that is here
 * already stays as it is. Returns its fingerprint. Throws `identity.notPfx`, `identity.password`,
 * `identity.incomplete`, `identity.unfit`, `identity.expired`, `file.missing`, `file.notRegular`.
 */
export async function importIdentity(
  house: Vault,
  path: string,
  password: string,
  at: Date,
): Promise<string> {
  const { pkcs8, certificate } = readPfx(await contentOf(path), password)
  requireFit(certificate, at)
  const { fingerprint } = certificate
  const isHere = listIdentities(house).some((each) => each.fingerprint === fingerprint)
  if (!isHere) writeKey(house.dir, pkcs8, certificate.der, at)
  return fingerprint
}

/**
 * Writes an identity as a .pfx under a password, to be imported elsewhere. Throws
 * `identity.unknown`, `identity.damaged`, `target.unwritable`.
 */
export const exportIdentity = (
  house: Vault,
  fingerprint: string,
  path: string,
  password: string,
): void => writeOut(path, writePfx(keyOf(house, fingerprint), password))
