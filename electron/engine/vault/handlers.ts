/** Answers the calls about the vault and the example enterprise. */
import type { vaultCalls } from '../../../shared/calls/vault.ts'
import { Fault } from '../../../shared/fault.ts'
import { rebuildCatalogue } from '../archive/catalogue.ts'
import { closeHouse, createHouse, houseOn, openHouse, pathOf, recentVaults } from '../desk.ts'
import { type HandlersOf, inHouse } from '../handlers.ts'
import { loadSample, removeSample } from '../sample/sample.ts'
import { fsck } from './fsck.ts'
import { vaultState } from './state.ts'

export const vaultHandlers: HandlersOf<typeof vaultCalls> = {
  'vault.state': vaultState,
  'vault.create': (desk, { folder, name }) => {
    createHouse(desk, pathOf(desk, folder), name)
    return vaultState(desk)
  },
  'vault.open': (desk, input) => {
    if ('folder' in input) openHouse(desk, pathOf(desk, input.folder))
    else {
      const known = recentVaults(desk.config).find(({ id }) => id === input.recent)
      if (!known) throw new Fault('vault.missing', { folder: '' })
      openHouse(desk, known.folder)
    }
    return vaultState(desk)
  },
  'vault.close': (desk) => {
    closeHouse(desk)
    return vaultState(desk)
  },
  'vault.fsck': inHouse(async (house, _input: object, job) => {
    const report = await fsck(house.dir, house.db, job)
    if (report.catalogue === 'broken' && !house.readOnly) rebuildCatalogue(house.db)
    return report
  }),
  'sample.load': async (desk, _input, job) => {
    await loadSample(houseOn(desk), job)
    return vaultState(desk)
  },
  'sample.remove': (desk) => {
    removeSample(houseOn(desk))
    return vaultState(desk)
  },
}
