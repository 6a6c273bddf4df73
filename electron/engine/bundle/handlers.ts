/** Answers the calls about bundles and identities. */
import type { bundleCalls } from '../../../shared/calls/bundle.ts'
import { fileOf, houseOn } from '../desk.ts'
import { type HandlersOf, inHouse } from '../handlers.ts'
import { requireWritable } from '../house.ts'
import { createIdentity, listIdentities } from '../identity/identities.ts'
import { verifyBundle } from './verify.ts'

export const bundleHandlers: HandlersOf<typeof bundleCalls> = {
  'bundle.verify': async (desk, { file }, job) => verifyBundle(await fileOf(desk, file), job),
  'identity.list': inHouse(listIdentities),
  'identity.create': (desk, input) => {
    const house = houseOn(desk)
    requireWritable(house)
    createIdentity(house, { ...input, at: house.clock() })
    return listIdentities(house)
  },
}
