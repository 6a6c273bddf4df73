/**
 * The only door to node:crypto. Electron's crypto is BoringSSL, so nothing may pass here that it
 * lacks: SHA-2, HMAC, HKDF, scrypt, AES, RSA, ECDSA P-256/384, Ed25519, X.509 — no SM2, SM3, SHA-3.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type Hash,
  hash,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'
import { Worker } from 'node:worker_threads'

/** SHA-256 of bytes or text (UTF-8), as 64 hex digits. */
export const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex')

/** SHA-256 in base64, as a content security policy names scripts. */
export const sha256Base64 = (data: string): string => hash('sha256', data, 'base64')

/** An incremental SHA-256. */
export const sha256Stream = (): Hash => createHash('sha256')

/** So many random bytes as hex digits, two a byte. */
export const randomHex = (bytes: number): string => randomBytes(bytes).toString('hex')

/** A new ECDSA P-256 key as PKCS#8, with its public half as SubjectPublicKeyInfo; both DER. */
export function newSigningKey(): { readonly pkcs8: Uint8Array; readonly spki: Uint8Array } {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const pkcs8 = pair.privateKey.export({ type: 'pkcs8', format: 'der' })
  return { pkcs8, spki: pair.publicKey.export({ type: 'spki', format: 'der' }) }
}

const privateKey = (pkcs8: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })

const publicKey = (spki: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })

/** The SubjectPublicKeyInfo that belongs to a private key. Throws on a key that cannot be read. */
export const publicHalf = (pkcs8: Uint8Array): Uint8Array =>
  createPublicKey(privateKey(pkcs8)).export({ type: 'spki', format: 'der' })

/** Signs with SHA-256; an ECDSA signature comes as DER. */
export const signSha256 = (pkcs8: Uint8Array, data: Uint8Array): Uint8Array =>
  sign('sha256', data, privateKey(pkcs8))

export type KeyKind = 'ecdsa-p256' | 'rsa' | 'unfit'

/** Which kind of public key this is: P-256, RSA of at least 2048 bits, or nothing we accept. */
export function keyKind(spki: Uint8Array): KeyKind {
  try {
    const key = publicKey(spki)
    const details = key.asymmetricKeyDetails
    if (key.asymmetricKeyType === 'ec' && details?.namedCurve === 'prime256v1') return 'ecdsa-p256'
    return key.asymmetricKeyType === 'rsa' && (details?.modulusLength ?? 0) >= 2048
      ? 'rsa'
      : 'unfit'
  } catch {
    return 'unfit'
  }
}

/** What a public key is called: `ECDSA P-256`, `RSA 2048`; other kinds by their own names. */
export function keyLabel(spki: Uint8Array): string {
  try {
    const { asymmetricKeyType = '', asymmetricKeyDetails = {} } = publicKey(spki)
    const { namedCurve, modulusLength } = asymmetricKeyDetails
    if (asymmetricKeyType === 'ec')
      return `ECDSA ${namedCurve === 'prime256v1' ? 'P-256' : namedCurve}`
    return asymmetricKeyType === 'rsa' ? `RSA ${modulusLength}` : asymmetricKeyType
  } catch {
    return '?'
  }
}

/** True when the SHA-256 signature (ECDSA as DER, RSA as PKCS#1 v1.5) is right. */
export function verifySha256(spki: Uint8Array, data: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify('sha256', data, publicKey(spki), signature)
  } catch {
    return false
  }
}

const hashingThread = `
  const { parentPort, workerData } = require('node:worker_threads')
  const { createHash } = require('node:crypto')
  const { openSync, readSync } = require('node:fs')
  const file = openSync(workerData, 'r')
  const hash = createHash('sha256')
  const block = Buffer.allocUnsafeSlow(1 << 20)
  for (let size; (size = readSync(file, block)) > 0; ) hash.update(block.subarray(0, size))
  parentPort.postMessage(hash.digest('hex'))
`

/**
 * SHA-256 of a whole file, taken in a thread of its own, so that another reader of the same file
 * loses no time. Rejects when the file cannot be read, and with the signal's reason on abort.
 */
export function hashInThread(path: string, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(hashingThread, { eval: true, workerData: path })
    const stop = () => {
      reject(signal.reason)
      void worker.terminate()
    }
    signal.addEventListener('abort', stop, { once: true })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => signal.removeEventListener('abort', stop))
    if (signal.aborted) stop()
  })
}
