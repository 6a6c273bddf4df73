/** A reviewer's desk in a temporary folder, without a vault, reached through the gate. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { randomHex } from '../../electron/engine/crypto.ts'
import type { Desk } from '../../electron/engine/desk.ts'
import type { Job } from '../../electron/engine/house.ts'
import { closeDesk } from '../../electron/engine/review/review-place.ts'
import { serve } from '../../electron/engine/serve.ts'
import type { Input, Name, Output } from '../../shared/contract.ts'
import { CallFailed, surroundings, tempFolder } from './house.ts'
import { quietJob } from './quiet-job.ts'

export type TestReview = {
  readonly desk: Desk
  /** The desk's folder. */
  readonly folder: string
  /** A folder beside it that plays the stick. */
  readonly stick: string
  readonly call: <N extends Name>(name: N, input: Input<N>, job?: Job) => Promise<Output<N>>
  readonly handle: (path: string) => string
  readonly takeIn: (...paths: readonly string[]) => Promise<Output<'review.takeIn'>>
}

/** Opens a desk in a fresh folder. */
export async function reviewDesk(clock?: () => Date): Promise<TestReview> {
  const home = tempFolder()
  const [folder, stick] = [join(home, 'desk'), join(home, 'stick')]
  for (const dir of [folder, stick]) mkdirSync(dir)
  const desk: Desk = {
    house: null,
    review: null,
    grants: new Map(),
    around: surroundings(clock),
    config: join(home, 'config'),
  }
  onTestFinished(() => closeDesk(desk))
  const call: TestReview['call'] = async (name, input, job = quietJob) => {
    const outcome = await serve(desk, name, input, job)
    if ('fault' in outcome) throw new CallFailed(outcome.fault)
    return outcome.value as never
  }
  const handle = (path: string) => {
    const granted = randomHex(16)
    desk.grants.set(granted, path)
    return granted
  }
  await call('review.open', { folder: handle(folder) })
  return {
    desk,
    folder,
    stick,
    call,
    handle,
    takeIn: (...paths) => call('review.takeIn', { files: paths.map(handle) }),
  }
}
