/**
 * The only door to node:crypto. Electron's crypto is BoringSSL, so nothing may pass here that it
 * lacks: SHA-2, HMAC, HKDF, scrypt, AES, RSA, ECDSA P-256/384, Ed25519, X.509 — no SM2, SM3, SHA-3.
 */
import { createHash, type Hash, hash, randomBytes } from 'node:crypto'

/** SHA-256 of bytes or text (UTF-8), as 64 hex digits. */
export const sha256 = (data: string | Uint8Array): string => hash('sha256', data, 'hex')

/** An incremental SHA-256. */
export const sha256Stream = (): Hash => createHash('sha256')

export const randomHex = (bytes: number): string => randomBytes(bytes).toString('hex')
