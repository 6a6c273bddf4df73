/** Answers the calls about bundles and those who signed them. */
import type { bundleCalls } from '../../../shared/calls/bundle.ts'
import type { Parsed } from '../../../shared/contract.ts'
import { type Desk, fileOf, targetOf } from '../desk.ts'
import type { HandlersOf } from '../handlers.ts'
import { confirmSigner, forgetSigner, knownSigners } from './known-signers.ts'
import { verifyAgain, verifyPicked } from './verify-picked.ts'
import { writeVerifySheet } from './verify-sheet.ts'

const filesOf = (desk: Desk, { file, others }: Parsed<'bundle.verify'>) =>
  [fileOf(desk, file), others.map((other) => fileOf(desk, other))] as const

export const bundleHandlers: HandlersOf<typeof bundleCalls> = {
  'bundle.verify': (desk, picked, job) => {
    const [file, others] = filesOf(desk, picked)
    return verifyPicked(file, others, desk.config, desk.around.clock(), job)
  },
  'bundle.sheet': async (desk, { at, to, ...picked }, job) => {
    const now = desk.around.clock()
    const [file, others] = filesOf(desk, picked)
    const path = targetOf(desk, to)
    const report = await verifyAgain(file, others, desk.config, new Date(at), job)
    await writeVerifySheet(report, path, { assets: desk.around.assets, now }, job)
    return null
  },
  'signer.list': ({ config }) => knownSigners(config),
  'signer.confirm': ({ config, around }, signer) => confirmSigner(config, signer, around.clock()),
  'signer.forget': ({ config }, { fingerprint }) => forgetSigner(config, fingerprint),
}
