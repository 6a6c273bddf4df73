/**
 * `npm test`: sets up what the tests need, then lint, types and every suite. Each of lint and types
 * counts as one check. The last line is `N passed, N failed`. Plain JavaScript for Node 18.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDebian } from './debian.mjs'
import { ensureBuilt, ensurePackages, node } from './ensure.mjs'
import { out, root } from './stamp.mjs'

const resultFile = join(out, 'test', 'result.json')
const tool = (path) => join(root, 'node_modules', path)

const run = (program, args) =>
  spawnSync(program, args, { cwd: root, stdio: 'inherit' }).status === 0

/** One check that passes or fails as a whole. */
const check = (title, program, args) => {
  process.stdout.write(`\n${title}\n`)
  const passed = run(program, args)
  process.stdout.write(`${title}: ${passed ? 'passed' : 'failed'}\n`)
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 }
}

/** All suites. A suite that could not even be loaded is a failure, and so is a run of no tests. */
const suites = (names) => {
  process.stdout.write('\nsuites\n')
  rmSync(resultFile, { force: true })
  mkdirSync(join(out, 'test'), { recursive: true })
  const ended = run(node, [
    tool('vitest/vitest.mjs'),
    'run',
    '--config=build/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${resultFile}`,
    ...names,
  ])
  if (!existsSync(resultFile)) return { passed: 0, failed: 1, skipped: 0 }
  const result = JSON.parse(readFileSync(resultFile, 'utf8'))
  const broken = result.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length
  const passed = result.numPassedTests
  const failed = result.numFailedTests + broken
  const unexplained = failed === 0 && (!ended || passed === 0) ? 1 : 0
  const skipped = result.numPendingTests + result.numTodoTests
  return { passed, failed: failed + unexplained, skipped }
}

const prepare = () => {
  ensurePackages()
  const missing = ensureDebian([
    'chromium',
    'fonts-noto-cjk',
    'libarchive-tools',
    'openssl',
    'p7zip-full',
    'poppler-utils',
    'python3',
    'qpdf',
    'unzip',
  ])
  if (missing.length) {
    process.stderr.write(`The tests need these packages: apt-get install ${missing.join(' ')}\n`)
    process.exit(3)
  }
  ensureBuilt(['node', 'page', 'assets'])
}

prepare()
const results = [
  check('lint', node, [tool('@biomejs/biome/bin/biome'), 'check', '.']),
  check('types', node, [tool('typescript/bin/tsc'), '--noEmit']),
  suites(process.argv.slice(2)),
]
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
const skipped = sum('skipped') ? `, ${sum('skipped')} skipped` : ''
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}\n`)
process.exitCode = sum('failed') === 0 ? 0 : 1
