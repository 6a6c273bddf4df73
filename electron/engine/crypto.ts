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
import { on } from 'node:events'
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

const readingThread = `
  const { parentPort, workerData: file } = require('node:worker_threads')
  const { createHash } = require('node:crypto')
  const { readSync } = require('node:fs')
  const hash = createHash('sha256')
  let position = 0
  let ended = false
  parentPort.on('message', (buffer) => {
    if (ended) return
    const size = readSync(file, new Uint8Array(buffer), 0, buffer.byteLength, position)
    if (size === 0) {
      ended = true
      parentPort.postMessage({ sha256: hash.digest('hex') })
      return parentPort.close()
    }
    position += size
    hash.update(new Uint8Array(buffer, 0, size))
    parentPort.postMessage({ buffer, size }, [buffer])
  })
`
const threadBlock = 1 << 20
const threadBlocks = 4

type FromThread =
  | { readonly buffer: ArrayBuffer; readonly size: number }
  | { readonly sha256: string }

/**
 * An open file's bytes from its beginning, read and hashed as a whole in a thread of its own while
 * the caller works on what has come; `done` is told the SHA-256 behind the last block. A block is the
 * caller's until the next one is asked for. Throws what reading throws, and on abort.
 */
export async function* readHashed(
  file: number,
  signal: AbortSignal,
  done: (sha256: string) => void,
): AsyncGenerator<Uint8Array> {
  const worker = new Worker(readingThread, { eval: true, workerData: file })
  const give = (buffer: ArrayBuffer) => worker.postMessage(buffer, [buffer])
  try {
    for (let i = 0; i < threadBlocks; i++) give(new ArrayBuffer(threadBlock))
    for await (const [told] of on(worker, 'message', { signal, close: ['exit'] })) {
      const from = told as FromThread
      if ('sha256' in from) return done(from.sha256)
      yield new Uint8Array(from.buffer, 0, from.size)
      give(from.buffer)
    }
  } finally {
    await worker.terminate()
  }
}
