/**
 * SM2 with SM3 for the optional second signature: the only door to sm-crypto-v2, because Electron's
 * own crypto has neither. Signatures are raw DER, made with the identifier that GM/T 0009 fixes.
 */
import { sm2 } from 'sm-crypto-v2'
import { DerError, readDer } from './der-read.ts'
import { type Bytes, bits, oid, sequence } from './der-write.ts'

/** Private and public key in hex; the public one as an uncompressed point (04…). */
export type Sm2Key = { readonly privateKey: string; readonly publicKey: string }

const settings = { der: true, hash: true, userId: '1234567812345678' } as const
const algorithm = sequence(oid('1.2.840.10045.2.1'), oid('1.2.156.10197.1.301'))

/** A new key. */
export const newSm2Key = (): Sm2Key => {
  const { privateKey, publicKey } = sm2.generateKeyPairHex()
  return { privateKey, publicKey }
}

/** True when the two halves belong together. */
export const isSm2Pair = ({ privateKey, publicKey }: Sm2Key): boolean => {
  try {
    return sm2.getPublicKeyFromPrivateKey(privateKey) === publicKey
  } catch {
    return false
  }
}

export const signSm2 = ({ privateKey, publicKey }: Sm2Key, data: Bytes): Bytes =>
  Buffer.from(sm2.doSignature(data, privateKey, { ...settings, publicKey }), 'hex')

/** The public key as `openssl dgst -verify` takes it. */
export function sm2Pem(publicKey: string): string {
  const der = sequence(algorithm, bits(0, Buffer.from(publicKey, 'hex')))
  const lines = Buffer.from(der)
    .toString('base64')
    .replace(/.{64}(?=.)/g, '$&\n')
  return `-----BEGIN PUBLIC KEY-----\n${lines}\n-----END PUBLIC KEY-----\n`
}

/** The point in a PEM that `sm2Pem` wrote; null for anything else. */
export function readSm2Pem(pem: string): string | null {
  const [, body = ''] = /^-----BEGIN PUBLIC KEY-----\n([^-]+)\n-----END/.exec(pem) ?? []
  const publicKey = Buffer.from(body, 'base64').subarray(-65).toString('hex')
  const isPoint = /^04[0-9a-f]{128}$/.test(publicKey) && sm2Pem(publicKey) === pem
  return isPoint && isOnCurve(publicKey) ? publicKey : null
}

function isOnCurve(publicKey: string): boolean {
  try {
    return sm2.verifyPublicKey(publicKey)
  } catch {
    return false
  }
}

/** Two positive INTEGERs in strict DER, so that the signature can be written in one way only. */
function isStrict(signature: Bytes): boolean {
  try {
    const { tag, parts } = readDer(signature)
    const positive = parts.every((part) => part.tag === 0x02 && (part.content[0] ?? 0x80) < 0x80)
    return tag === 0x30 && parts.length === 2 && positive
  } catch (error) {
    if (error instanceof DerError) return false
    throw error
  }
}

/** True when the signature is right and written as it has to be. */
export function verifySm2(publicKey: string, data: Bytes, signature: Bytes): boolean {
  if (!isStrict(signature)) return false
  try {
    const hex = Buffer.from(signature).toString('hex')
    return sm2.doVerifySignature(data, hex, publicKey, settings)
  } catch {
    return false
  }
}
