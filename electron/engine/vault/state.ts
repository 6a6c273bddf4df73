/** The vault as the page knows it. */
import type { VaultInfo, VaultState } from '../../../shared/model/vault.ts'
import { todayInChina } from '../../../shared/programme/calendar.ts'
import { type Desk, recentVaults } from '../desk.ts'
import { openEnterprise } from '../enterprise/enterprise.ts'
import type { House } from '../house.ts'

function infoOf(house: House): VaultInfo {
  const sums = house.db
    .prepare<[], { materials: number; bytes: number; sample: number }>(
      `SELECT count(*) AS materials, coalesce(sum(size), 0) AS bytes,
       coalesce(max(sample), 0) AS sample FROM material WHERE deleted_at IS NULL`,
    )
    .get()
  return {
    id: house.vaultId,
    name: house.name,
    folder: house.dir,
    encryption: 'none',
    materials: sums?.materials ?? 0,
    bytes: sums?.bytes ?? 0,
    readOnly: house.readOnly,
    needsVersion: house.needsVersion,
    sample: sums?.sample === 1 || openEnterprise(house).sample,
  }
}

/** What is open, what was open before, and today in China. */
export const vaultState = ({ house, around, config }: Desk): VaultState => ({
  open: house && infoOf(house),
  recent: recentVaults(config),
  version: around.version,
  today: todayInChina(around.clock()),
})
