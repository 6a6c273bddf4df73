/** `vault.json`: what a vault says of itself before its database is opened. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Fault } from '../../../shared/fault.ts'
import { sha256 } from '../crypto.ts'
import { writeWhole } from './durable.ts'
import { vaultFile } from './paths.ts'

/** The layout of folder and blobs; the database counts its own migrations. */
export const vaultFormat = 1

const shape = z.strictObject({
  format: z.literal(vaultFormat),
  id: z.string().regex(/^[0-9a-f]{32}$/),
  name: z.string().min(1),
  /** Reserved: a protected vault will say `argon2id` and carry its wrapped keys. */
  encryption: z.strictObject({ kind: z.literal('none') }),
  createdBy: z.string(),
  createdAt: z.string(),
  /** The newest program that has migrated it: what an older program names when it refuses. */
  program: z.string(),
})

export type VaultDescription = z.infer<typeof shape>

/** The digest that a description carries: of its JSON without it. */
export const descriptionSeal = (description: object): string => sha256(JSON.stringify(description))

/** Writes a description to its file, durably, with its digest. */
export const writeSealed = (file: string, description: object): void =>
  writeWhole(
    file,
    `${JSON.stringify({ ...description, digest: descriptionSeal(description) }, null, 2)}\n`,
  )

export const writeDescription = (dir: string, description: VaultDescription): void =>
  writeSealed(vaultFile(dir), description)

function readText(dir: string): string {
  try {
    return readFileSync(vaultFile(dir), 'utf8')
  } catch (cause) {
    throw new Fault('vault.missing', { folder: dir }, { cause })
  }
}

function parse(text: string): { digest?: unknown; format?: unknown; encryption?: unknown } | null {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * Throws `vault.missing` where there is none, `vault.newer` and `vault.encrypted` for formats that
 * this program does not know, `vault.damaged` where the text is not what was written.
 */
export function readDescription(dir: string): VaultDescription {
  const json = parse(readText(dir))
  if (json && typeof json.format === 'number' && json.format > vaultFormat) {
    throw new Fault('vault.newer', { folder: dir, needs: String(json.format) })
  }
  const { digest, ...rest } = json ?? {}
  const parsed = shape.safeParse(rest)
  if (!parsed.success) {
    const kind = (rest as { encryption?: { kind?: string } }).encryption?.kind
    if (kind && kind !== 'none') throw new Fault('vault.encrypted', { folder: dir })
    throw new Fault('vault.damaged', { what: 'vault.json' })
  }
  if (digest !== descriptionSeal(parsed.data))
    throw new Fault('vault.damaged', { what: 'vault.json' })
  return parsed.data
}
