/** Answers the calls about bundles and those who signed them. */
import type { bundleCalls } from '../../../shared/calls/bundle.ts'
import type { Parsed } from '../../../shared/contract.ts'
import type { Verification } from '../../../shared/model/bundle.ts'
import { type Desk, fileOf, pathOf } from '../desk.ts'
import type { HandlersOf } from '../handlers.ts'
import type { Job } from '../house.ts'
import { confirmSigner, forgetSigner, knownSigners } from './known-signers.ts'
import { verifyPicked } from './verify-picked.ts'
import { writeVerifySheet } from './verify-sheet.ts'

async function verified(
  desk: Desk,
  { file, others }: Parsed<'bundle.verify'>,
  job: Job,
): Promise<Verification> {
  const picked = await fileOf(desk, file)
  const along = await Promise.all(others.map((other) => fileOf(desk, other)))
  return verifyPicked(picked, along, desk.config, desk.around.clock(), job)
}

export const bundleHandlers: HandlersOf<typeof bundleCalls> = {
  'bundle.verify': verified,
  'bundle.sheet': async (desk, { file, others, to }, job) => {
    const now = desk.around.clock()
    const report = await verified(desk, { file, others }, job)
    await writeVerifySheet(report, pathOf(desk, to), { assets: desk.around.assets, now }, job)
    return null
  },
  'signer.list': ({ config }) => knownSigners(config),
  'signer.confirm': ({ config, around }, signer) => confirmSigner(config, signer, around.clock()),
  'signer.forget': ({ config }, { fingerprint }) => forgetSigner(config, fingerprint),
}
