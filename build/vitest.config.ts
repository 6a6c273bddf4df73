import { defineConfig } from 'vitest/config'

/** Suites by folder; `build/test.mjs` runs them all and counts. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    pool: 'forks',
    // V8 loses track of compiled pages now and then where threads that hold WebAssembly end
    // (nodejs/node#64500): the check that then stops the process belongs to this feature.
    execArgv: ['--no-memory-protection-keys'],
    maxWorkers: 2,
  },
})
