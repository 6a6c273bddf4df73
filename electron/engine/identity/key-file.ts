/**
 * The file of one signing identity: `keys/<fingerprint>.json`, readable by its owner alone. The
 * format reserves `encryption`, so that a vault's password can protect keys later. Private keys
 * must never leave the vault's folder, a log line or a Fault's data.
 */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { Fault } from '../../../shared/fault.ts'
import { publicHalf, sha256 } from '../crypto.ts'
import { makeFolder, writeWhole } from '../vault/durable.ts'
import { keysDir } from '../vault/paths.ts'
import { type Certificate, readCertificate } from './certificate.ts'
import type { Bytes } from './der-write.ts'

const keyFile = z.strictObject({
  format: z.literal(1),
  encryption: z.literal('none'),
  pkcs8: z.base64(),
  certificate: z.base64(),
  createdAt: z.iso.datetime(),
  /** SHA-256 of the JSON list of the five values above, in this order. */
  digest: z.string(),
})
type KeyFile = z.infer<typeof keyFile>

export type StoredKey = {
  readonly pkcs8: Bytes
  readonly certificate: Certificate
  readonly createdAt: string
}

const digestOf = (file: Omit<KeyFile, 'digest'>): string =>
  sha256(
    JSON.stringify([file.format, file.encryption, file.pkcs8, file.certificate, file.createdAt]),
  )

/** Writes the key durably, and nothing on top of another: the name is the fingerprint. */
export function writeKey(dir: string, pkcs8: Bytes, certificate: Bytes, at: Date): void {
  const body = {
    format: 1,
    encryption: 'none',
    pkcs8: Buffer.from(pkcs8).toString('base64'),
    certificate: Buffer.from(certificate).toString('base64'),
    createdAt: at.toISOString(),
  } as const
  makeFolder(keysDir(dir))
  const text = `${JSON.stringify({ ...body, digest: digestOf(body) }, null, 2)}\n`
  writeWhole(join(keysDir(dir), `${sha256(certificate)}.json`), text, 0o600)
}

/** Throws `identity.damaged` unless the file is whole and its key belongs to its certificate. */
export function readKey(path: string): StoredKey {
  const fingerprint = basename(path, '.json')
  try {
    const file = keyFile.parse(JSON.parse(readFileSync(path, 'utf8')))
    const pkcs8 = Buffer.from(file.pkcs8, 'base64')
    const certificate = readCertificate(Buffer.from(file.certificate, 'base64'))
    const belongs = Buffer.compare(publicHalf(pkcs8), certificate.spki) === 0
    if (file.digest !== digestOf(file) || certificate.fingerprint !== fingerprint || !belongs) {
      throw new Error('the parts of the key file do not belong together')
    }
    return { pkcs8, certificate, createdAt: file.createdAt }
  } catch (cause) {
    throw new Fault('identity.damaged', { name: fingerprint.slice(0, 16) }, { cause })
  }
}
