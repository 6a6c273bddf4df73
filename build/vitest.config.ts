import { defineConfig } from 'vitest/config'
import { nodeFlags } from './ensure.mjs'

/** Suites by folder; `build/test.mjs` runs them all and counts. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: 'test/support/temp-of-the-run.ts',
    testTimeout: 120_000,
    hookTimeout: 180_000,
    pool: 'forks',
    execArgv: nodeFlags,
    maxWorkers: 2,
    // How long it may take to become so is the machine's affair: the test's own limit is one for all.
    expect: { poll: { timeout: 60_000 } },
  },
})
