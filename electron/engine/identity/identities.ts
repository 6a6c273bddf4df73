/**
 * Signing identities of a vault: made here or brought in, listed, and lent to a bundle's signature.
 * An identity is never changed or overwritten; a new name or code gets a new one. A damaged key file
 * never stands in the way of the others.
 */
import { mkdirSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '../../../shared/fault.ts'
import type { DamagedIdentity, Identity } from '../../../shared/model/bundle.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import { keyLabel, sha256, signSha256 } from '../crypto.ts'
import type { House } from '../house.ts'
import { syncFolder } from '../vault/durable.ts'
import { keysDir, quarantineDir } from '../vault/paths.ts'
import { certifiedCode, makeCertificate } from './certificate.ts'
import type { Bytes } from './der-write.ts'
import {
  chooseDefault,
  chosenDefault,
  type Rotation,
  rotationTo,
  sm2KeyOf,
} from './identity-files.ts'
import { readKey, type StoredKey, writeKey } from './key-file.ts'
import { signSm2 } from './sm2.ts'

export type Vault = Pick<House, 'dir'>
export type Holder = { readonly name: string; readonly creditCode: string }

/** An identity that can sign. The private key stays inside. */
export type Signer = {
  readonly identity: Identity
  /** The certificate, DER. */
  readonly certificate: Bytes
  /** ECDSA (as DER) or RSA (PKCS#1 v1.5), with SHA-256. */
  readonly sign: (data: Bytes) => Bytes
  /** How it took over from earlier identities, the oldest first; usually empty. */
  readonly rotations: readonly Rotation[]
  /** The optional second signature. */
  readonly sm2: { readonly publicKey: string; readonly sign: (data: Bytes) => Bytes } | null
}

type Ring = {
  readonly keys: readonly StoredKey[]
  readonly damaged: readonly DamagedIdentity[]
  readonly chosen: string | null
  /** Who came after whom, by the fingerprint of the earlier one. */
  readonly successors: ReadonlyMap<string, string>
}

function keyNames(dir: string): string[] {
  try {
    return readdirSync(keysDir(dir)).filter((name) => /^[0-9a-f]{64}\.json$/.test(name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

const isDamage = (error: unknown): boolean =>
  error instanceof Fault && error.code === 'identity.damaged'

/** The chosen one first, then the newest; equal instants in the order of their fingerprints. */
function ringOf({ dir }: Vault): Ring {
  const keys: StoredKey[] = []
  const damaged: DamagedIdentity[] = []
  for (const name of keyNames(dir)) {
    try {
      keys.push(readKey(join(keysDir(dir), name)))
    } catch (error) {
      if (!isDamage(error)) throw error
      damaged.push({ fingerprint: name.slice(0, 64) })
    }
  }
  const chosen = chosenDefault(dir)
  const rank = ({ createdAt, certificate: { fingerprint } }: StoredKey) =>
    `${fingerprint === chosen ? 1 : 0} ${createdAt} ${fingerprint}`
  keys.sort((a, b) => (rank(a) < rank(b) ? 1 : -1))
  const pairs = keys.flatMap(({ certificate: { fingerprint } }) => {
    const rotation = rotationTo(dir, fingerprint)
    return rotation ? [[rotation.from, fingerprint] as const] : []
  })
  return { keys, damaged, chosen, successors: new Map(pairs) }
}

function identityIn({ dir }: Vault, ring: Ring, { certificate, createdAt }: StoredKey): Identity {
  const { fingerprint } = certificate
  return {
    fingerprint,
    name: certificate.name,
    creditCode: certificate.creditCode,
    algorithm: keyLabel(certificate.spki),
    validFrom: todayInChina(certificate.validFrom),
    validTo: todayInChina(certificate.validTo),
    createdAt,
    issuer: certificate.issuerName,
    isDefault: fingerprint === ring.chosen,
    replacedBy: ring.successors.get(fingerprint) ?? '',
    sm2: hasSm2(dir, fingerprint),
  }
}

function hasSm2(dir: string, fingerprint: string): Identity['sm2'] {
  try {
    return sm2KeyOf(dir, fingerprint) ? 'ready' : 'none'
  } catch (error) {
    if (isDamage(error)) return 'damaged'
    throw error
  }
}

/** Every statement that leads to this identity, the oldest first; a circle ends where it closes. */
function rotationsTo(dir: string, fingerprint: string): Rotation[] {
  const found: Rotation[] = []
  for (let at = fingerprint; ; ) {
    const rotation = rotationTo(dir, at)
    if (!rotation || found.some(({ from }) => from === rotation.from)) return found
    found.unshift(rotation)
    at = rotation.from
  }
}

function signerIn(house: Vault, ring: Ring, key: StoredKey): Signer {
  const { fingerprint } = key.certificate
  const sm2 = sm2KeyOf(house.dir, fingerprint)
  return {
    identity: identityIn(house, ring, key),
    certificate: key.certificate.der,
    sign: (data) => signSha256(key.pkcs8, data),
    rotations: rotationsTo(house.dir, fingerprint),
    sm2: sm2 && { publicKey: sm2.publicKey, sign: (data) => signSm2(sm2, data) },
  }
}

/** All identities that can be read: the chosen one first, then newest first. */
export function listIdentities(house: Vault): Identity[] {
  const ring = ringOf(house)
  return ring.keys.map((key) => identityIn(house, ring, key))
}

/** Key files that are not whole, by the fingerprint in their name. */
export const damagedIdentities = (house: Vault): readonly DamagedIdentity[] => ringOf(house).damaged

/** The key file itself. Throws `identity.unknown`, `identity.damaged`. */
export function keyOf({ dir }: Vault, fingerprint: string): StoredKey {
  if (!keyNames(dir).includes(`${fingerprint}.json`)) {
    throw new Fault('identity.unknown', { fingerprint: fingerprint.slice(0, 16) })
  }
  return readKey(join(keysDir(dir), `${fingerprint}.json`))
}

/** Makes an identity, durably, valid for ten years from `at`. Throws `identity.unnamed`. */
export function createIdentity(house: Vault, input: Holder & { readonly at: Date }): Identity {
  const { pkcs8, certificate } = makeCertificate(input)
  writeKey(house.dir, pkcs8, certificate, input.at)
  return signerOf(house, sha256(certificate)).identity
}

/**
 * The signer with this fingerprint, or the first of the list. Throws `identity.unknown` when there
 * is none, `identity.damaged` when its file is not whole.
 */
export function signerOf(house: Vault, fingerprint?: string): Signer {
  const ring = ringOf(house)
  const key = fingerprint === undefined ? ring.keys[0] : keyOf(house, fingerprint)
  if (key) return signerIn(house, ring, key)
  const [damage] = ring.damaged
  throw damage
    ? new Fault('identity.damaged', { name: damage.fingerprint.slice(0, 16) })
    : new Fault('identity.unknown', { fingerprint: '' })
}

const isValid = ({ certificate: { validFrom, validTo } }: StoredKey, at: Date): boolean =>
  validFrom <= at && at <= validTo

/**
 * Who signs for this enterprise: the identity that a person chose, else the newest of its name that
 * has not given way to another, else a new one. Where a damaged file might be that identity, none
 * is made behind the person's back: it throws `identity.damaged`; and `identity.unnamed` where one
 * would have to be made without a name.
 */
export function identityFor(house: Vault, input: Holder & { readonly at: Date }): Signer {
  const ring = ringOf(house)
  const isHolders = ({ certificate: { name, creditCode } }: StoredKey) =>
    name === input.name && creditCode === certifiedCode(input.creditCode)
  const key = ring.keys.find((each) => {
    const { fingerprint } = each.certificate
    if (!isValid(each, input.at)) return false
    return fingerprint === ring.chosen || (isHolders(each) && !ring.successors.has(fingerprint))
  })
  if (key) return signerIn(house, ring, key)
  const [damage] = ring.damaged
  if (damage) throw new Fault('identity.damaged', { name: damage.fingerprint.slice(0, 16) })
  return signerOf(house, createIdentity(house, input).fingerprint)
}

/** Makes this identity the one that signs unless another is asked for. */
export function chooseIdentity(house: Vault, fingerprint: string): void {
  keyOf(house, fingerprint)
  chooseDefault(house.dir, fingerprint)
}

/**
 * Moves a damaged key file out of the way, into quarantine; nothing is deleted. Throws
 * `identity.unknown` for one that is whole or not there.
 */
export function setIdentityAside(house: Vault, fingerprint: string): void {
  const isDamaged = damagedIdentities(house).some((each) => each.fingerprint === fingerprint)
  if (!isDamaged) throw new Fault('identity.unknown', { fingerprint: fingerprint.slice(0, 16) })
  const shelter = quarantineDir(house.dir)
  mkdirSync(shelter, { recursive: true })
  const stamp = Date.now().toString(36)
  renameSync(
    join(keysDir(house.dir), `${fingerprint}.json`),
    join(shelter, `key-${fingerprint}-${stamp}.json`),
  )
  syncFolder(keysDir(house.dir))
  syncFolder(shelter)
}
