/**
 * What lies beside the keys of a vault: which identity signs by default, which took over from which,
 * and the SM2 key of one. Each is a small file of its own, so that losing it loses no identity.
 */
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Fault } from '../../../shared/fault.ts'
import { sha256 } from '../crypto.ts'
import { makeFolder, syncFolder, writeWhole } from '../vault/durable.ts'
import { keysDir } from '../vault/paths.ts'
import { isSm2Pair, type Sm2Key } from './sm2.ts'

const fingerprint = z.string().regex(/^[0-9a-f]{64}$/)
const defaultFile = z.strictObject({ format: z.literal(1), fingerprint })
/** One key's word that another takes its place: canonical text and its detached signature. */
const rotationFile = z.strictObject({
  format: z.literal(1),
  from: fingerprint,
  statement: z.string(),
  signature: z.base64(),
})
const sm2File = z.strictObject({
  format: z.literal(1),
  encryption: z.literal('none'),
  privateKey: z.string().regex(/^[0-9a-f]{64}$/),
  publicKey: z.string().regex(/^04[0-9a-f]{128}$/),
  createdAt: z.iso.datetime(),
  /** SHA-256 of the JSON list of the five values above, in this order. */
  digest: z.string(),
})

export type Rotation = Omit<z.infer<typeof rotationFile>, 'format'>

const defaultPath = (dir: string) => join(keysDir(dir), 'default.json')
const rotationPath = (dir: string, to: string) => join(keysDir(dir), `${to}.rotation.json`)
const sm2Path = (dir: string, owner: string) => join(keysDir(dir), `${owner}.sm2.json`)

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** A file that is gone or cannot be read as what it should be counts as none. */
function softly<T>(path: string, shape: z.ZodType<T>): T | null {
  const text = contentOf(path)
  if (text === null) return null
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    return null
  }
}

function write(dir: string, path: string, value: object, mode?: number): void {
  makeFolder(keysDir(dir))
  writeWhole(path, `${JSON.stringify(value, null, 2)}\n`, mode)
}

/** Fingerprint of the identity that a person chose to sign by default, or null. */
export const chosenDefault = (dir: string): string | null =>
  softly(defaultPath(dir), defaultFile)?.fingerprint ?? null

export const chooseDefault = (dir: string, chosen: string): void =>
  write(dir, defaultPath(dir), { format: 1, fingerprint: chosen })

/** The statement by which another identity gave way to this one, or null. */
export const rotationTo = (dir: string, to: string): Rotation | null =>
  softly(rotationPath(dir, to), rotationFile)

export const keepRotation = (dir: string, to: string, rotation: Rotation): void =>
  write(dir, rotationPath(dir, to), { format: 1, ...rotation })

const digestOf = (file: Omit<z.infer<typeof sm2File>, 'digest'>): string =>
  sha256(
    JSON.stringify([file.format, file.encryption, file.privateKey, file.publicKey, file.createdAt]),
  )

/** The SM2 key beside an identity, or null where there is none. Throws `identity.damaged`. */
export function sm2KeyOf(dir: string, owner: string): Sm2Key | null {
  const text = contentOf(sm2Path(dir, owner))
  if (text === null) return null
  try {
    const file = sm2File.parse(JSON.parse(text))
    if (file.digest !== digestOf(file) || !isSm2Pair(file)) throw new Error('not as written')
    return { privateKey: file.privateKey, publicKey: file.publicKey }
  } catch (cause) {
    throw new Fault('identity.damaged', { name: `${owner.slice(0, 16)} SM2` }, { cause })
  }
}

export function keepSm2Key(dir: string, owner: string, key: Sm2Key, at: Date): void {
  const body = { format: 1, encryption: 'none', ...key, createdAt: at.toISOString() } as const
  write(dir, sm2Path(dir, owner), { ...body, digest: digestOf(body) }, 0o600)
}

/** Durably away: the next bundle carries no second signature. */
export function dropSm2Key(dir: string, owner: string): void {
  rmSync(sm2Path(dir, owner), { force: true })
  syncFolder(keysDir(dir))
}
