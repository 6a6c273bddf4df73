/** Electron's runtime: where it is, and one honest attempt to fetch it. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { node } from './ensure.mjs'
import { out, root } from './stamp.mjs'

const home = join(root, 'node_modules/electron')
const triedFile = join(out, '.electron-tried')
const patience = 120_000
const day = 86_400_000

/** Electron's program, or null when its runtime is not on this machine. */
export const findElectron = (env = process.env) => {
  const pathFile = join(home, 'path.txt')
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron'
  const program = join(env.ELECTRON_OVERRIDE_DIST_PATH || join(home, 'dist'), name)
  return existsSync(program) ? program : null
}

const triedToday = (version) => {
  const tried = statSync(triedFile, { throwIfNoEntry: false })
  if (!tried || Date.now() - tried.mtimeMs > day) return false
  return readFileSync(triedFile, 'utf8') === version
}

/** Fetches it by Electron's own installer; once a day, for it may take long to fail. */
export const fetchElectron = () => {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  if (triedToday(version)) return
  process.stderr.write(`fetching the Electron ${version} runtime …\n`)
  const { status } = spawnSync(node, [join(home, 'install.js')], {
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: patience,
  })
  if (status !== 0) {
    process.stderr.write('The Electron runtime cannot be fetched from here.\n')
    writeFileSync(triedFile, version)
  }
}
