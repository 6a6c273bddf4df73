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

/**
 * The project's own Node: better-sqlite3 does not run under one older than 24. npm has none for
 * some kinds of machine; there the one that runs this must do.
 */
const platform = windows ? 'win' : process.platform
const packed = join(
  root,
  `node_modules/node-${platform}-${process.arch}/bin`,
  windows ? 'node.exe' : 'node',
)
const recentEnough = Number(process.versions.node.split('.')[0]) >= 24
export const node = existsSync(packed) || !recentEnough ? packed : process.execPath

/**
 * V8 loses track of compiled pages now and then where threads that hold WebAssembly end
 * (nodejs/node#64500), and stops the process. The check that does so belongs to a feature that only
 * this kind of machine has; without it the process goes on.
 */
export const nodeFlags =
  process.platform === 'linux' && process.arch === 'x64' ? ['--no-memory-protection-keys'] : []

const packagesOf = (file) =>
  Object.entries(JSON.parse(readFileSync(join(root, file), 'utf8')).packages)

/** Whether node_modules holds what the lock names (a package of another platform may be absent). */
const installed = () => {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false
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

const install = () => {
  process.stderr.write('installing packages (npm ci) …\n')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: toStderr,
    shell: windows,
  })
  if (status !== 0) fail('npm ci failed: the packages could not be installed.')
}

/** Installs exactly what the lock file names, unless that is what is there. */
export const ensurePackages = () => {
  if (!installed()) install()
  if (!existsSync(node))
    fail(`This machine has Node ${process.versions.node}; here the product needs Node 24 or later.`)
}

/** Builds the named targets when their sources changed. */
export const ensureBuilt = (targets) => {
  const old = stale(targets)
  if (!old.length) return
  const { status } = spawnSync(node, [join(root, 'build/make.mjs'), ...old], { stdio: toStderr })
  if (status !== 0) fail('The build failed.')
}
