/** `npm run test:electron`: the end-to-end suites on a real Electron, where its runtime is had. */
import { join } from 'node:path'
import { become } from './become.mjs'
import { fetchElectron, findElectron } from './electron-runtime.mjs'
import { ensureBuilt, ensurePackages, node } from './ensure.mjs'
import { root } from './stamp.mjs'

ensurePackages()
ensureBuilt(['node', 'page', 'assets'])
if (!findElectron()) fetchElectron()
if (!findElectron()) {
  process.stderr.write('There is no Electron runtime on this machine; `npm test` needs none.\n')
  process.exit(3)
}
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const args = ['run', '--config=build/vitest.config.ts', `--root=${root}`, 'test/e2e']
become(node, [vitest, ...args], { ...process.env, SHENBAOXIA_E2E: 'electron' })
