/**
 * Signing identities of a vault: made here, listed, and lent to a bundle's signature. An identity
 * is never changed or overwritten; a new name or code gets a new one.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '../../../shared/fault.ts'
import type { Identity } from '../../../shared/model/bundle.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import { sha256, signSha256 } from '../crypto.ts'
import type { House } from '../house.ts'
import { keysDir } from '../vault/paths.ts'
import { certifiedCode, makeCertificate } from './certificate.ts'
import type { Bytes } from './der-write.ts'
import { readKey, type StoredKey, writeKey } from './key-file.ts'

type Vault = Pick<House, 'dir'>
type Holder = { readonly name: string; readonly creditCode: string }

/** An identity that can sign. The private key stays inside. */
export type Signer = {
  readonly identity: Identity
  /** The certificate, DER. */
  readonly certificate: Bytes
  /** ECDSA with SHA-256, as DER. */
  readonly sign: (data: Bytes) => Bytes
}

const identityOf = ({ certificate, createdAt }: StoredKey): Identity => ({
  fingerprint: certificate.fingerprint,
  name: certificate.name,
  creditCode: certificate.creditCode,
  algorithm: 'ECDSA P-256',
  validFrom: todayInChina(certificate.validFrom),
  validTo: todayInChina(certificate.validTo),
  createdAt,
})

const signerFrom = (key: StoredKey): Signer => ({
  identity: identityOf(key),
  certificate: key.certificate.der,
  sign: (data) => signSha256(key.pkcs8, data),
})

function keyNames(dir: string): string[] {
  try {
    return readdirSync(keysDir(dir)).filter((name) => /^[0-9a-f]{64}\.json$/.test(name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Newest first; equal instants in the order of their fingerprints. */
function storedKeys({ dir }: Vault): StoredKey[] {
  const keys = keyNames(dir).map((name) => readKey(join(keysDir(dir), name)))
  const rank = (key: StoredKey) => `${key.createdAt} ${key.certificate.fingerprint}`
  return keys.sort((a, b) => (rank(a) < rank(b) ? 1 : -1))
}

/** All identities, newest first. Throws `identity.damaged` when a key file is not whole. */
export const listIdentities = (house: Vault): Identity[] => storedKeys(house).map(identityOf)

/** Makes an identity, durably, valid for ten years from `at`. */
export function createIdentity(house: Vault, input: Holder & { readonly at: Date }): Identity {
  const { pkcs8, certificate } = makeCertificate(input)
  writeKey(house.dir, pkcs8, certificate, input.at)
  return signerOf(house, sha256(certificate)).identity
}

/**
 * The signer with this fingerprint, or the newest one. Throws `identity.unknown` when there is
 * none, `identity.damaged` when its file is not whole.
 */
export function signerOf(house: Vault, fingerprint?: string): Signer {
  const wanted = fingerprint === undefined ? undefined : `${fingerprint}.json`
  const key =
    wanted === undefined
      ? storedKeys(house)[0]
      : keyNames(house.dir).includes(wanted)
        ? readKey(join(keysDir(house.dir), wanted))
        : undefined
  if (!key) throw new Fault('identity.unknown', { fingerprint: fingerprint?.slice(0, 16) ?? '' })
  return signerFrom(key)
}

/** The newest identity of this enterprise that is valid at `at`, or a new one. */
export function identityFor(house: Vault, input: Holder & { readonly at: Date }): Signer {
  const key = storedKeys(house).find(
    ({ certificate }) =>
      certificate.name === input.name &&
      certificate.creditCode === certifiedCode(input.creditCode) &&
      certificate.validFrom <= input.at &&
      input.at <= certificate.validTo,
  )
  return key ? signerFrom(key) : signerOf(house, createIdentity(house, input).fingerprint)
}
