/**
 * Reads and writes PKCS#12 (.pfx, .p12): the only door to node-forge, which is pure JavaScript and
 * so knows the old ciphers that Electron's own crypto lacks. It keeps no password and tells none.
 */
import forge from 'node-forge'
import { Fault } from '../../../shared/fault.ts'
import { publicHalf } from '../crypto.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import { DerError } from './der-read.ts'
import { type Bytes, integer, octets, oid, sequence, tagged } from './der-write.ts'

const { asn1, pki, pkcs12 } = forge

/** A key as PKCS#8 and the certificate that belongs to it. */
export type KeyPair = { readonly pkcs8: Bytes; readonly certificate: Certificate }

const binary = (bytes: Bytes): string => Buffer.from(bytes).toString('binary')
const bytesOf = (value: forge.asn1.Asn1): Bytes =>
  new Uint8Array(Buffer.from(asn1.toDer(value).getBytes(), 'binary'))

type Pfx = forge.pkcs12.Pkcs12Pfx
type Parsed = { readonly whole: forge.asn1.Asn1; readonly tree: () => forge.asn1.Asn1 }

function parse(bytes: Bytes): Parsed {
  const tree = () => asn1.fromDer(binary(bytes), false)
  try {
    const whole = tree()
    if (!Array.isArray(whole.value) || whole.value.length < 2) throw new Error('no PFX')
    return { whole, tree }
  } catch (cause) {
    throw new Fault('identity.notPfx', {}, { cause })
  }
}

/** The same file without its seal, for a second attempt once the seal has proven the password. */
function unsealed({ tree }: Parsed): forge.asn1.Asn1 {
  const whole = tree()
  if (Array.isArray(whole.value)) whole.value.splice(2)
  return whole
}

const isWrongPassword = (error: unknown): boolean =>
  /MAC could not be verified|wrong password|Failed to decrypt/i.test((error as Error).message)

/**
 * The seal and the old ciphers take a password as UTF-16, the newer ones as UTF-8; node-forge knows
 * one form at a time. The seal is checked first, so the second attempt is never a guess.
 */
function open(parsed: Parsed, password: string): Pfx {
  try {
    return pkcs12.pkcs12FromAsn1(parsed.whole, false, password)
  } catch (error) {
    const sealHeld = !/MAC/.test((error as Error).message)
    const ascii = /^[\0-\x7f]*$/.test(password)
    if (ascii || !sealHeld) throw error
    return pkcs12.pkcs12FromAsn1(unsealed(parsed), false, forge.util.encodeUtf8(password))
  }
}

type Bag = forge.pkcs12.Bag

function keyOf({ key, asn1: raw }: Bag): Bytes | null {
  if (key) return bytesOf(pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(key)))
  return raw ? bytesOf(raw) : null
}

function certificateOf({ cert, asn1: raw }: Bag): Certificate | null {
  try {
    if (cert) return readCertificate(bytesOf(pki.certificateToAsn1(cert)))
    return raw ? readCertificate(bytesOf(raw)) : null
  } catch (error) {
    if (error instanceof DerError) return null
    throw error
  }
}

function pairIn({ safeContents }: Pfx): KeyPair | null {
  const bags = safeContents.flatMap(({ safeBags }) => safeBags)
  const { certBag = '', keyBag = '', pkcs8ShroudedKeyBag = '' } = pki.oids
  const certificates = bags
    .filter(({ type }) => type === certBag)
    .flatMap((bag) => certificateOf(bag) ?? [])
  const keys = bags
    .filter(({ type }) => type === keyBag || type === pkcs8ShroudedKeyBag)
    .flatMap((bag) => keyOf(bag) ?? [])
  for (const pkcs8 of keys) {
    const half = publicHalf(pkcs8)
    const certificate = certificates.find(({ spki }) => Buffer.compare(half, spki) === 0)
    if (certificate) return { pkcs8, certificate }
  }
  return null
}

/**
 * The first key of the file with its certificate; certificates of authorities are left out. Throws
 * `identity.notPfx`, `identity.password`, and `identity.incomplete` when key or certificate lacks.
 */
export function readPfx(bytes: Bytes, password: string): KeyPair {
  const parsed = parse(bytes)
  try {
    const pair = pairIn(open(parsed, password))
    if (pair) return pair
  } catch (error) {
    // The cause is not handed on: what node-forge says could hold parts of the file.
    throw new Fault(isWrongPassword(error) ? 'identity.password' : 'identity.notPfx')
  }
  throw new Fault('identity.incomplete')
}

const oids = {
  data: '1.2.840.113549.1.7.1',
  sha256: '2.16.840.1.101.3.4.2.1',
  keyBag: '1.2.840.113549.1.12.10.1.2',
  certBag: '1.2.840.113549.1.12.10.1.3',
  x509: '1.2.840.113549.1.9.22.1',
} as const
const rounds = 100_000

const content = (data: Bytes): Bytes => sequence(oid(oids.data), tagged(0, octets(data)))
const bag = (type: string, value: Bytes): Bytes => sequence(sequence(oid(type), tagged(0, value)))

/** AES-256 under PBKDF2 with SHA-256. */
function shrouded(pkcs8: Bytes, password: string): Bytes {
  const options = { algorithm: 'aes256', count: rounds, saltSize: 16, prfAlgorithm: 'sha256' }
  const key = asn1.fromDer(binary(pkcs8))
  return bytesOf(
    pki.encryptPrivateKeyInfo(
      key,
      forge.util.encodeUtf8(password),
      options as forge.pki.EncryptionOptions,
    ),
  )
}

/** The PKCS#12 key derivation, which the declarations of node-forge leave out. */
type Derive = (
  password: string,
  salt: forge.util.ByteStringBuffer,
  id: number,
  iterations: number,
  size: number,
  digest: forge.md.MessageDigest,
) => forge.util.ByteStringBuffer

function seal(safe: Bytes, password: string): Bytes {
  const salt = forge.random.getBytesSync(16)
  const derive = (pkcs12 as unknown as { readonly generateKey: Derive }).generateKey
  const salted = forge.util.createBuffer(salt)
  const key = derive(password, salted, 3, 2048, 32, forge.md.sha256.create())
  const mac = forge.hmac.create()
  mac.start('sha256', key)
  mac.update(binary(safe))
  const digest = Buffer.from(mac.digest().getBytes(), 'binary')
  const algorithm = sequence(oid(oids.sha256), Uint8Array.of(5, 0))
  const saltBytes = Buffer.from(salt, 'binary')
  return sequence(sequence(algorithm, octets(digest)), octets(saltBytes), integer(0x08, 0x00))
}

/** A .pfx that openssl, Windows 10 and this program read; the certificate lies in it openly. */
export function writePfx({ pkcs8, certificate }: KeyPair, password: string): Bytes {
  const x509 = sequence(oid(oids.x509), tagged(0, octets(certificate.der)))
  const safe = sequence(
    content(bag(oids.certBag, x509)),
    content(bag(oids.keyBag, shrouded(pkcs8, password))),
  )
  return sequence(integer(3), content(safe), seal(safe, password))
}
