/** A real vault in a temporary folder, reached as the page reaches it: through the gate. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach } from 'vitest'
import { randomHex } from '../../electron/engine/crypto.ts'
import { closeHouse, createHouse, type Desk } from '../../electron/engine/desk.ts'
import type { House, Job } from '../../electron/engine/house.ts'
import { closeVault, type Surroundings } from '../../electron/engine/open.ts'
import { loadPolicies } from '../../electron/engine/programme/policies.ts'
import { loadShelf } from '../../electron/engine/programme/shelf.ts'
import { serve } from '../../electron/engine/serve.ts'
import type { Input, Name, Output } from '../../shared/contract.ts'
import type { Failure } from '../../shared/wire.ts'
import { quietJob } from './quiet-job.ts'

export const root = join(import.meta.dirname, '../../')
/** What the build makes of `assets/`: packs, fonts, sample. */
export const builtAssets = join(root, 'out', 'assets')

const toClean: (() => void)[] = []
afterEach(() => {
  for (const clean of toClean.splice(0).reverse()) clean()
})

export function tempFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'shenbaoxia-'))
  toClean.push(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** A folder that all tests of a file share. */
export function keptFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'shenbaoxia-'))
  afterAll(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** Closes a house at the end of the test, whatever the test does with it. */
export function keep(house: House): House {
  toClean.push(() => {
    if (house.db.open) closeVault(house)
  })
  return house
}

export const surroundings = (clock = () => new Date()): Surroundings => ({
  packs: loadShelf(join(root, 'assets', 'programmes')),
  policies: loadPolicies(join(root, 'assets', 'policies')),
  assets: builtAssets,
  version: '0.1.0',
  program: 'test',
  clock,
})

/** Writes a file into `dir` and returns its path. */
export function file(dir: string, name: string, content: string | Uint8Array): string {
  const path = join(dir, name)
  writeFileSync(path, content)
  return path
}

export class CallFailed extends Error {
  readonly fault: Failure
  constructor(fault: Failure) {
    super(`${fault.code} ${JSON.stringify(fault.data)}`)
    this.fault = fault
  }
}

export type TestEngine = {
  readonly desk: Desk
  readonly house: House
  /** Calls through the gate; a failure rejects with CallFailed. */
  readonly call: <N extends Name>(name: N, input: Input<N>, job?: Job) => Promise<Output<N>>
  readonly close: () => void
  /** A handle for a path, as a host would grant it. */
  readonly handle: (path: string) => string
}

/** An engine with a fresh, open vault. */
export function engineWithVault(clock?: () => Date): TestEngine {
  const dir = tempFolder()
  const desk: Desk = {
    house: null,
    review: null,
    grants: new Map(),
    around: surroundings(clock),
    config: join(dir, 'config'),
  }
  createHouse(desk, join(dir, 'vault'), '测试库')
  toClean.push(() => closeHouse(desk))
  const house = desk.house
  if (!house) throw new Error('a house was opened')
  return {
    desk,
    house,
    close: () => closeHouse(desk),
    call: async (name, input, job = quietJob) => {
      const outcome = await serve(desk, name, input, job)
      if ('fault' in outcome) throw new CallFailed(outcome.fault)
      return outcome.value as never
    },
    handle: (path) => {
      const handle = randomHex(16)
      desk.grants.set(handle, path)
      return handle
    },
  }
}
