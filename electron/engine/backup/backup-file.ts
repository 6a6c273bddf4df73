/** backup.json: what a backup says of itself, before anything of it is unpacked. */
import { z } from 'zod'
import { canonicalJson, jsonOf } from '../bundle/application-file.ts'

/** Its name beside the payload of the bag. */
export const backupFile = 'backup.json'

/** The layout of the payload; the vault's own formats count for themselves. */
const backupFormat = 1

const shape = z.strictObject({
  format: z.literal(backupFormat),
  kind: z.literal('backup'),
  /** Eight hex digits, the same in all volumes. */
  id: z.string().regex(/^[0-9a-f]{8}$/),
  /** Id and name of the vault. */
  vault: z.string().regex(/^[0-9a-f]{32}$/),
  name: z.string().min(1),
  /** Version of the program that wrote it: what an older one names when it refuses. */
  program: z.string(),
  at: z.iso.datetime(),
  materials: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
  /** SHA-256 of materials whose files were damaged or gone. */
  left: z.array(z.string().regex(/^[0-9a-f]{64}$/)).readonly(),
})
export type BackupFile = z.infer<typeof shape>

export const backupText = (about: Omit<BackupFile, 'format' | 'kind'>): string =>
  canonicalJson({ format: backupFormat, kind: 'backup', ...about })

/** `newer` where a later program wrote it; null for anything that is no backup. */
export function readBackupFile(text: string): BackupFile | { readonly newer: string } | null {
  const json = jsonOf(text)
  const told = z.looseObject({ kind: z.literal('backup'), format: z.number() }).safeParse(json)
  if (!told.success) return null
  if (told.data.format > backupFormat) return { newer: String(told.data.program ?? '') }
  const { success, data } = shape.safeParse(json)
  return success && backupText(data) === text ? data : null
}
