/**
 * Set-up on a fresh clone: packages, then output. Plain JavaScript for Node 18 without any package.
 * Speaks on stderr only, because `npm run -s cli` answers on stdout.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, stale } from './stamp.mjs'

const windows = process.platform === 'win32'
const toStderr = ['ignore', 2, 2]

/** The project's own Node 24: better-sqlite3 does not run under an older one. */
export const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')

const packagesOf = (file) =>
  Object.entries(JSON.parse(readFileSync(join(root, file), 'utf8')).packages)

/** Whether node_modules holds what the lock names (a package of another platform may be absent). */
const installed = () => {
  if (!existsSync(node) || !existsSync(join(root, 'node_modules/.package-lock.json'))) return false
  const there = new Map(packagesOf('node_modules/.package-lock.json'))
  return packagesOf('package-lock.json').every(([path, wanted]) => {
    if (path === '') return true
    const found = there.get(path)
    return found ? found.version === wanted.version : wanted.optional === true
  })
}

const fail = (sentence) => {
  process.stderr.write(`${sentence}\n`)
  process.exit(3)
}

/** Installs exactly what the lock file names, unless that is what is there. */
export const ensurePackages = () => {
  if (installed()) return
  process.stderr.write('installing packages (npm ci) …\n')
  // Electron's runtime is fetched by `npm start` alone, which can do without it.
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: toStderr,
    shell: windows,
    env: { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
  })
  if (status !== 0) fail('npm ci failed: the packages could not be installed.')
}

/** Builds the named targets when their sources changed. */
export const ensureBuilt = (targets) => {
  const old = stale(targets)
  if (!old.length) return
  const { status } = spawnSync(node, [join(root, 'build/make.mjs'), ...old], { stdio: toStderr })
  if (status !== 0) fail('The build failed.')
}
