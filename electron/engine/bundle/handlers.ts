/** Answers the calls about bundles. */
import type { bundleCalls } from '../../../shared/calls/bundle.ts'
import { fileOf } from '../desk.ts'
import type { HandlersOf } from '../handlers.ts'
import { verifyBundle } from './verify.ts'

export const bundleHandlers: HandlersOf<typeof bundleCalls> = {
  'bundle.verify': async (desk, { file }, job) => verifyBundle(await fileOf(desk, file), job),
}
