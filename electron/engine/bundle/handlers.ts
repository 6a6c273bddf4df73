/** Answers the calls about bundles and those who signed them. */
import type { bundleCalls } from '../../../shared/calls/bundle.ts'
import type { Parsed } from '../../../shared/contract.ts'
import { type Desk, fileOf, pathOf } from '../desk.ts'
import type { HandlersOf } from '../handlers.ts'
import { confirmSigner, forgetSigner, knownSigners } from './known-signers.ts'
import { verifyAgain, verifyPicked } from './verify-picked.ts'
import { writeVerifySheet } from './verify-sheet.ts'

const filesOf = (desk: Desk, { file, others }: Parsed<'bundle.verify'>) =>
  Promise.all([fileOf(desk, file), Promise.all(others.map((other) => fileOf(desk, other)))])

export const bundleHandlers: HandlersOf<typeof bundleCalls> = {
  'bundle.verify': async (desk, picked, job) => {
    const [file, others] = await filesOf(desk, picked)
    return verifyPicked(file, others, desk.config, desk.around.clock(), job)
  },
  'bundle.sheet': async (desk, { at, to, ...picked }, job) => {
    const now = desk.around.clock()
    const [file, others] = await filesOf(desk, picked)
    const report = await verifyAgain(file, others, desk.config, new Date(at), job)
    await writeVerifySheet(report, pathOf(desk, to), { assets: desk.around.assets, now }, job)
    return null
  },
  'signer.list': ({ config }) => knownSigners(config),
  'signer.confirm': ({ config, around }, signer) => confirmSigner(config, signer, around.clock()),
  'signer.forget': ({ config }, { fingerprint }) => forgetSigner(config, fingerprint),
}
