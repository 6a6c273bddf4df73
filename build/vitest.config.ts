import { defineConfig } from 'vitest/config'
import { nodeFlags } from './ensure.mjs'

/** Suites by folder; `build/test.mjs` runs them all and counts. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    globalSetup: 'test/support/temp-of-the-run.ts',
    // Against what hangs; how fast anything is, is no affair of a test.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    pool: 'forks',
    execArgv: nodeFlags,
    maxWorkers: 2,
    expect: { poll: { timeout: 60_000 } },
  },
})
