/** The vault as the page knows it. */

export type VaultInfo = {
  readonly id: string
  readonly name: string
  /** Shown in 设置 so that the person can find and copy the whole folder. */
  readonly folder: string
  readonly encryption: 'none'
  readonly materials: number
  /** Sum of all files, in bytes. */
  readonly bytes: number
  readonly readOnly: boolean
  /** Program version that a newer vault asks for, or null. */
  readonly needsVersion: string | null
  readonly sample: boolean
}

export type VaultState = {
  readonly open: VaultInfo | null
  /** Vaults opened before on this computer, newest first. `id` is what `vault.open` takes. */
  readonly recent: readonly {
    readonly id: string
    readonly name: string
    readonly folder: string
  }[]
  readonly version: string
  /** Today in China, YYYY-MM-DD. */
  readonly today: string
}

export const damageCodes = [
  'database.unreadable',
  'database.seal',
  'database.structure',
  'database.schema',
  'database.reference',
  'row.digest',
  'log.broken',
  'blob.missing',
  'blob.damaged',
  'blob.foreign',
  'vault.description',
] as const
export type DamageCode = (typeof damageCodes)[number]

/** One thing that `fsck` found wrong. `place` names the table and row, or the blob. */
export type Damage = {
  readonly code: DamageCode
  readonly place: string
  readonly detail: string
  /** Names of the materials that suffer from it. */
  readonly materials: readonly string[]
}

export type FsckReport = {
  readonly ok: boolean
  readonly damages: readonly Damage[]
  readonly blobs: number
  readonly bytes: number
  readonly rows: number
  /** Files that no row refers to: harmless, swept at the next start. */
  readonly orphans: number
  /** What finds materials. A broken one is no damage: it is built anew from the materials. */
  readonly catalogue: 'good' | 'broken'
  readonly logHead: string
}
