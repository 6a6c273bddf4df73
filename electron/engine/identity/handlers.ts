/** Answers the calls about signing identities. */
import type { identityCalls } from '../../../shared/calls/identity.ts'
import { type Desk, fileOf, houseOn, targetOf } from '../desk.ts'
import { type HandlersOf, inHouse } from '../handlers.ts'
import { type House, requireWritable } from '../house.ts'
import {
  chooseIdentity,
  createIdentity,
  damagedIdentities,
  listIdentities,
  setIdentityAside,
} from './identities.ts'
import { switchSm2 } from './identity-sm2.ts'
import { rotateIdentity } from './rotation.ts'
import { exportIdentity, importIdentity } from './transfer.ts'

function writable(desk: Desk): House {
  const house = houseOn(desk)
  requireWritable(house)
  return house
}

export const identityHandlers: HandlersOf<typeof identityCalls> = {
  'identity.list': inHouse(listIdentities),
  'identity.damaged': inHouse(damagedIdentities),
  'identity.create': (desk, input) => {
    const house = writable(desk)
    createIdentity(house, { ...input, at: house.clock() })
    return listIdentities(house)
  },
  'identity.import': async (desk, { file, password }) => {
    const house = writable(desk)
    await importIdentity(house, fileOf(desk, file), password, house.clock())
    return listIdentities(house)
  },
  'identity.export': (desk, { fingerprint, to, password }) => {
    exportIdentity(houseOn(desk), fingerprint, targetOf(desk, to), password)
    return null
  },
  'identity.rotate': (desk, { fingerprint }) => {
    const house = writable(desk)
    rotateIdentity(house, fingerprint, house.clock())
    return listIdentities(house)
  },
  'identity.choose': (desk, { fingerprint }) => {
    const house = writable(desk)
    chooseIdentity(house, fingerprint)
    return listIdentities(house)
  },
  'identity.sm2': (desk, { fingerprint, on }) => {
    const house = writable(desk)
    switchSm2(house, fingerprint, on)
    return listIdentities(house)
  },
  'identity.setAside': (desk, { fingerprint }) => {
    const house = writable(desk)
    setIdentityAside(house, fingerprint)
    return damagedIdentities(house)
  },
}
